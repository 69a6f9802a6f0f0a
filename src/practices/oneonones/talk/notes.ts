// Notes of a talk: one's own, and the answers to the questions. They are shown in forms alone, which nothing keeps: no card, no message
// and no stored answer ever holds one.
import { ask, committed, correct, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { LocalDate } from "#src/calendar/local-date";
import { form, longTextField, type Form, type FormValues } from "#src/view/form";
import { saveGrow, saveNotes } from "../actions.ts";
import { pairOf, type OneOnOneContext } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import { growParts, longest, type NotePart, type Pair, type PairId } from "../model.ts";

type Notes = Partial<Record<NotePart, string>>;
interface Talk {
  readonly pair: PairId;
  readonly week: LocalDate;
}

export const growForm = (pair: Pair, week: LocalDate, notes: Notes, t: OneOnOneMessages): Form =>
  form({
    title: t.growTitle(),
    intro: t.growIntro(),
    fields: growParts.map((part) =>
      longTextField(part, t.question(part), {
        max: longest.note,
        initial: notes[part] ?? "",
        hint: t.questionHint(part),
      }),
    ),
    submit: t.save(),
    act: saveGrow({ pair: pair.id, week }),
    sees: t.growSees(pair.leaderName, pair.personName),
  });

export const notesForm = (pair: Pair, week: LocalDate, notes: Notes, t: OneOnOneMessages): Form =>
  form({
    title: t.notesTitle(),
    fields: [
      longTextField("private", t.notesField(), {
        max: longest.note,
        initial: notes.private ?? "",
      }),
    ],
    submit: t.save(),
    act: saveNotes({ pair: pair.id, week }),
    sees: t.notesSees(),
  });

async function notesOf({ pair: id, week }: Talk, context: OneOnOneContext) {
  const pair = await pairOf(id, context);
  return { pair, notes: await context.stores.talkNotes.read(id, week, context.person.id) };
}

export async function askForGrow(talk: Talk, context: OneOnOneContext): Promise<Answer> {
  const { pair, notes } = await notesOf(talk, context);
  return ask(growForm(pair, talk.week, notes, context.t));
}

export async function askForNotes(talk: Talk, context: OneOnOneContext): Promise<Answer> {
  const { pair, notes } = await notesOf(talk, context);
  return ask(notesForm(pair, talk.week, notes, context.t));
}

interface Submitted {
  readonly payload: Talk;
  readonly values: FormValues;
}

export const submitGrow = (submitted: Submitted, context: OneOnOneContext): Promise<Answer> =>
  write(growParts, submitted, context);

export const submitNotes = (submitted: Submitted, context: OneOnOneContext): Promise<Answer> =>
  write(["private"], submitted, context);

async function write(
  parts: readonly NotePart[],
  { payload: { pair: id, week }, values }: Submitted,
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = await pairOf(id, context);
  const fields = readFields(values, context);
  const written = parts.map((part) => ({ part, said: fields.text(part, longest.note) }));
  if (fields.wrong) return correct(fields.errors);
  for (const each of written)
    if (
      !(await context.stores.talkNotes.write(
        { ...each, pair: pair.id, week, at: context.now },
        context.person.id,
      ))
    )
      throw new Refusal(context.house.oldCard());
  return committed(toast(context.t.notesKept()));
}
