// The daily note 日报: only for those who chose it, or whose team did. Written any day by anybody who likes.
import { ask, correct, planning, show, stored, toast, type Answer } from "#src/bot/answer";
import { Refusal } from "#src/bot/errors";
import { readFields } from "#src/bot/fields";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import { readYesNo } from "./daily-words.ts";
import type { FormValues } from "#src/view/form";
import { managerOf, rhythmOf, type CheckinContext } from "./context.ts";
import { dailyForm } from "./form-views.ts";
import type { DailyNote } from "./model.ts";
import { mayRead } from "./rules.ts";
import { dailyCard, readDailyCard } from "./views.ts";

export async function wantsDaily(context: CheckinContext): Promise<boolean> {
  return (await context.stores.checkins.wantsDaily(context.person.id)) ?? (await rhythmOf(context.person, context)).daily;
}

export async function dailySaid({ who, line }: { who: Person | null; line: string }, context: CheckinContext): Promise<Answer> {
  if (who !== null && who.id !== context.person.id) return readDaily(who, context);
  const on = readYesNo(line);
  return on === null ? askForDaily(context) : chooseDailyNote({ on }, context);
}

async function readDaily(author: Person, context: CheckinContext): Promise<Answer> {
  const { t, stores, person } = context;
  const note = await stores.checkins.dailyNote(author.id, null);
  if (!mayRead(person, author, note?.visible ?? "manager")) throw new Refusal(t.dailyNotReadable(author.name));
  if (!note) throw new Refusal(t.noDailyYet(author.name));
  const manager = await managerOf(author, context);
  return show(readDailyCard(note, author.name, t.seenBy(author.name, note.visible, manager?.name ?? null), t));
}

export async function askForDaily(context: CheckinContext): Promise<Answer> {
  const { person, stores, today } = context;
  const manager = await managerOf(person, context);
  return ask(dailyForm(today, await stores.checkins.dailyNote(person.id, today), (await rhythmOf(person, context)).visible, manager?.name ?? null, context.t));
}

export async function chooseDailyNote({ on }: { on: boolean }, context: CheckinContext): Promise<Answer> {
  await context.stores.checkins.chooseDaily(context.person.id, on);
  return planning(stored(toast(on ? context.t.dailyIsOn() : context.t.dailyIsOff())), context.person.id);
}

export async function saveDailyForm({ payload, values }: { payload: { on: LocalDate }; values: FormValues }, context: CheckinContext): Promise<Answer> {
  const { person, stores, t, today } = context;
  // Written late in the evening it may be sent after midnight.
  if (payload.on > today || payload.on < addDays(today, -1)) throw new Refusal(context.house.oldCard());
  const fields = readFields(values, context);
  const [done, next] = [fields.text("done", 1000), fields.text("next", 1000)];
  if (done === "" && next === "") fields.refuse("done", t.dailyEmpty());
  if (fields.wrong) return correct(fields.errors);
  const { visible } = await rhythmOf(person, context);
  const manager = await managerOf(person, context);
  const note: DailyNote = { id: context.newId(), personId: person.id, on: payload.on, done, next, visible, at: context.now };
  await stores.checkins.saveDailyNote(note);
  return planning(stored(show(dailyCard(note, await wantsDaily(context), visible, manager?.name ?? null, t))), person.id);
}
