// The daily note 日报: only for those who chose it, or whose team did. Written any day by anybody who likes.
import { ask, correct, replan, show, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { isLonger } from "#src/language/text";
import type { Person } from "#src/people/person";
import { readYesNo } from "./daily-words.ts";
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

/** `words`: typed behind the verb; they join what is there already. */
export async function askForDaily(context: CheckinContext, words = ""): Promise<Answer> {
  const { person, stores, today } = context;
  const manager = await context.managerOf(person);
  const note = await stores.checkins.dailyNote(person.id, today);
  const done = [note?.done ?? "", words].filter((each) => each !== "").join("\n");
  if (words !== "" && isLonger(done, longestDaily))
    throw new Refusal(context.house.fieldTooLong(longestDaily));
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
  const { person, stores, t, today } = context;
  // Written late in the evening it may be sent after midnight.
  if (payload.on > today || payload.on < addDays(today, -1))
    throw new Refusal(context.house.oldCard());
  const fields = readFields(values, context);
  const [done, next] = [fields.text("done", longestDaily), fields.text("next", longestDaily)];
  if (done === "" && next === "") fields.refuse("done", t.dailyEmpty());
  if (fields.wrong) return correct(fields.errors);
  const visible = narrower(payload.visible, (await rhythmOf(person, context)).visible);
  const manager = await context.managerOf(person);
  const note: DailyNote = {
    id: context.newId(),
    personId: person.id,
    on: payload.on,
    done,
    next,
    visible,
    at: context.now,
  };
  await stores.checkins.saveDailyNote(note);
  return replan(
    committed(show(dailyCard(note, await wantsDaily(context), visible, manager?.name ?? null, t))),
    person.id,
  );
}
