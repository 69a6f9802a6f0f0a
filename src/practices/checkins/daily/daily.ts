// The daily note 日报: only for those who chose it, or whose team did. Written any day by anybody who likes.
import { ask, correct, replan, show, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { isLonger } from "#src/language/text";
import type { Person } from "#src/people/person";
import { joinedNote, readYesNo } from "./daily-words.ts";
import { noting, type NotedFigures } from "#src/practices/goals/api";
import type { Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { rhythmOf, type CheckinContext } from "../context.ts";
import { dailyForm, longestDaily } from "../weekly/checkin-form.ts";
import type { Typed } from "../weekly/parse-input.ts";
import { narrower, type DailyNote, type Visibility } from "../model.ts";
import { mayRead } from "../rules.ts";
import { dailyCard, readDailyCard } from "../weekly/checkin-card.ts";

export async function wantsDaily(context: CheckinContext): Promise<boolean> {
  return (
    (await context.stores.checkins.wantsDaily(context.person.id)) ??
    (!context.person.assistant && (await rhythmOf(context.person, context)).daily)
  );
}

export async function dailySaid(
  { line: { who, words } }: { line: Typed },
  context: CheckinContext,
): Promise<Answer> {
  if (who !== null && who.id !== context.person.id) return readDaily(who, context);
  const on = readYesNo(words);
  return on === null ? askForDaily(context, words) : chooseDailyNote({ on }, context);
}

async function readDaily(author: Person, context: CheckinContext): Promise<Answer> {
  const { t, stores, person } = context;
  const note = await stores.checkins.dailyNote(author.id, null);
  if (!mayRead(person, author, note?.visible ?? "manager"))
    throw new Refusal(t.dailyNotReadable(author.name));
  if (!note) throw new Refusal(t.noDailyYet(author.name));
  const manager = await context.managerOf(author);
  return show(
    readDailyCard(note, author.name, t.seenBy(author.name, note.visible, manager?.name ?? null), t),
  );
}

/** `words`: typed behind the verb; they join what is there already. Nothing but figures is a note as it stands. */
export async function askForDaily(context: CheckinContext, words = ""): Promise<Answer> {
  const { person, stores, today } = context;
  const manager = await context.managerOf(person);
  const note = await stores.checkins.dailyNote(person.id, today);
  const done = joinedNote(note?.done ?? "", words);
  if (words !== "" && isLonger(done, longestDaily))
    throw new Refusal(context.house.fieldTooLong(longestDaily));
  if (words !== "" && (note === null || note.done === done)) {
    const figures = await figuresOf(words, today, context);
    if (figures.onlyFigures)
      return keepNote(
        { on: today, done, next: note?.next ?? "" },
        (await rhythmOf(person, context)).visible,
        context,
      );
  }
  return ask(
    dailyForm(
      today,
      { done, next: note?.next ?? "" },
      (await rhythmOf(person, context)).visible,
      manager?.name ?? null,
      context.t,
    ),
  );
}

export async function chooseDailyNote(
  { on }: { on: boolean },
  context: CheckinContext,
): Promise<Answer> {
  await context.stores.checkins.chooseDaily(context.person.id, on);
  return replan(
    committed(toast(on ? context.t.dailyIsOn() : context.t.dailyIsOff())),
    context.person.id,
  );
}

export async function saveDailyForm(
  { payload, values }: { payload: { on: LocalDate; visible: Visibility }; values: FormValues },
  context: CheckinContext,
): Promise<Answer> {
  const { person, t, today } = context;
  // Written late in the evening it may be sent after midnight.
  if (payload.on > today || payload.on < addDays(today, -1))
    throw new Refusal(context.house.oldCard());
  const fields = readFields(values, context);
  const [done, next] = [fields.text("done", longestDaily), fields.text("next", longestDaily)];
  if (done === "" && next === "") fields.refuse("done", t.dailyEmpty());
  if (fields.wrong) return correct(fields.errors);
  const visible = narrower(payload.visible, (await rhythmOf(person, context)).visible);
  return keepNote({ on: payload.on, done, next }, visible, context);
}

/** Kept in place of that day's; its figures wait for the press that counts them. */
async function keepNote(
  written: Pick<DailyNote, "on" | "done" | "next">,
  visible: Visibility,
  context: CheckinContext,
): Promise<Answer> {
  const { person, stores } = context;
  const note: DailyNote = {
    ...written,
    id: context.newId(),
    personId: person.id,
    visible,
    at: context.now,
  };
  await stores.checkins.saveDailyNote(note);
  return replan(committed(show(await cardOf(note, context))), person.id);
}

async function cardOf(note: DailyNote, context: CheckinContext): Promise<Card> {
  const manager = await context.managerOf(context.person);
  return dailyCard(
    note,
    await figuresOf(note.done, note.on, context),
    await wantsDaily(context),
    note.visible,
    manager?.name ?? null,
    context.t,
  );
}

/** One's own of that day, as it reads now. */
export async function noteOf(
  { on }: { readonly on: LocalDate },
  context: CheckinContext,
): Promise<readonly Card[]> {
  const note = await context.stores.checkins.dailyNote(context.person.id, on);
  return note === null ? [] : [await cardOf(note, context)];
}

const noFigures: NotedFigures = { elements: [], buttons: [], onlyFigures: false };

const figuresOf = async (
  text: string,
  on: LocalDate,
  context: CheckinContext,
): Promise<NotedFigures> => (await context.offered(noting({ text, on })))[0] ?? noFigures;
