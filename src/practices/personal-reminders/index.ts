// Personal reminders 个人提醒: one line somebody asks to be told at a time of their own. It comes then, whatever the hour: they chose it.
import { committed, replace, replan, show, type Answer } from "#src/bot/declare/answer";
import { say } from "#src/bot/declare/actions";
import type { Argument } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf, type Context, type Errand } from "#src/bot/declare/practice";
import { addDays } from "#src/calendar/local-date";
import { instantAt, localTimeAt } from "#src/calendar/zones";
import { exactNames, inNames } from "#src/people/naming";
import { asTyped, isLonger } from "#src/language/text";
import { button, card } from "#src/view/card";
import { cancel, markDone, putToTomorrow } from "./actions.ts";
import { en, type PersonalReminderMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import type { PersonalReminder, PersonalReminderId } from "./model.ts";
import { isTime, readReminder, type ReadReminder } from "./parse-reminder.ts";
import { dueCard, keptCard, listCard } from "./reminder-card.ts";
import { samples } from "./samples.ts";
import type { PersonalReminderStore } from "./store.ts";

interface ReminderStores {
  readonly personalReminders: PersonalReminderStore;
}
type ReminderContext = Context<PersonalReminderMessages, ReminderStores>;

const longestText = 200;
const mostOpen = 50;
/** A bot that was down still says it so long afterwards. */
const patienceMs = 3 * 24 * 3_600_000;

const { practice, command, press } = practiceOf<PersonalReminderMessages, ReminderStores>();

/** The line with the time in it, and as it was typed. */
const wholeLine = (): Argument<{ readonly line: string; readonly typed: string }> => ({
  namesPeople: true,
  mayHold: (text) => text.search(exactNames) >= 0,
  read(reading) {
    const line = inNames(reading.rest.trim(), reading.directory);
    reading.rest = "";
    return { line, typed: inNames(reading.typed, reading.directory) };
  },
});

/** Whether words are a time does not hang on now. */
const anyTime = { now: new Date("2026-01-01T00:00:00Z"), zone: "UTC", start: "09:00" };
const asked =
  /^(?:(?:please|pls|can you|could you|请|麻烦|帮我|记得)[\s,，]*)?(?<when>.{0,40}?)[\s,，]*(?:请|记得|麻烦|再|要|你)*(?:提醒(?:一下)?我(?:一下)?|remind me(?! later))(?<what>.*)$/isu;

/** 明天下午3点提醒我…, "please remind me ...": what stands before the verb goes behind it. */
function timeFirst(line: string): string | null {
  const { when = "", what = "" } = asked.exec(line)?.groups ?? {};
  if (when === "") return /^(?:提醒我|remind me)/iu.test(line) || what === "" ? null : what.trim();
  const isWhen = when.startsWith("每") || isTime(when, anyTime);
  return isWhen ? `${when} ${what.trim()}` : null;
}

const dueErrand: Errand<PersonalReminderMessages, ReminderStores> = {
  name: "personal-reminders.due",
  label: (t) => t.label(),
  async plan({ stores, person, now }) {
    const open = await stores.personalReminders.open(person.id);
    return open
      .map(({ id, dueAt }) => ({
        subject: id,
        at: dueAt,
        until: new Date(dueAt.getTime() + patienceMs),
      }))
      .filter(({ until }) => until > now);
  },
  async run(subject, context) {
    const found = await openOne(subject as PersonalReminderId, context);
    if (!found || found.dueAt > context.now) return [];
    return [
      { ...context.notify(context.person, found.id, (t) => dueCard(found, t)), atOnce: true },
    ];
  },
};

export const personalReminders = practice({
  name: "personal-reminders",
  group: "own",
  switched: {
    begins: "on",
    called: { en: ["Personal reminders"], zh: ["个人提醒"] },
    isOff: (t) => t.isOff(),
  },
  messages: { en, zh },
  stores: { personalReminders: true },
  needs: [],
  commands: [
    command({
      name: "personal-reminders.keep",
      first: 1,
      words: { en: ["remind me"], zh: ["提醒我"] },
      help: (t) => t.help(),
      aloneInPlaces: true,
      args: { asks: wholeLine() },
      rewrite: timeFirst,
      handle: async ({ asks }, context) =>
        asks.line === "" ? show(await listed(context)) : keep(asks.line, asks.typed, context),
    }),
  ],
  actions: [
    press(markDone, "everyone", ({ id }, context) => done(id, context)),
    press(putToTomorrow, "everyone", ({ id }, context) => toTomorrow(id, context)),
    press(cancel, "everyone", ({ id, listed: inList }, context) => calledOff(id, inList, context)),
  ],
  forms: [],
  home: [],
  upkeep: [],
  nudges: [],
  errands: [dueErrand],
  samples,
});

const listed = async ({ stores, person, now, t }: ReminderContext) =>
  listCard(await stores.personalReminders.open(person.id), now, t);

const openOne = async (
  id: PersonalReminderId,
  { stores, person }: ReminderContext,
): Promise<PersonalReminder | undefined> =>
  (await stores.personalReminders.open(person.id)).find((each) => each.id === id);

async function keep(line: string, typed: string, context: ReminderContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  const read = readReminder(line, { now, zone: person.zone, start: person.hours.start });
  if ("problem" in read) throw refused(read, typed, context);
  const text = asTyped(typed, read.text);
  if (isLonger(text, longestText)) throw new Refusal(t.tooLong(longestText));
  if ((await stores.personalReminders.open(person.id)).length >= mostOpen)
    throw new Refusal(t.tooMany(mostOpen));
  const id = context.newId() as PersonalReminderId;
  const reminder = { id, text, dueAt: read.at };
  await stores.personalReminders.keep(person.id, reminder);
  return replan(committed(show(keptCard(reminder, read.taken, t))), person.id);
}

function refused(
  read: Extract<ReadReminder, { problem: string }>,
  typed: string,
  { t, house }: ReminderContext,
): Refusal {
  switch (read.problem) {
    case "which day":
      return new Refusal(house.whichDate(read.phrase));
    case "no such day":
      return new Refusal(house.noSuchDate(read.phrase));
    case "no time": {
      const text = asTyped(typed, read.text);
      const choices =
        text === "" || isLonger(text, longestText)
          ? []
          : [
              button(t.inAnHour(), say({ text: t.sayInAnHour(text) })),
              button(t.tomorrow(), say({ text: t.sayTomorrow(text) })),
            ];
      return new Refusal(t.when(), choices);
    }
    case "no words":
      return new Refusal(t.whatAbout());
    case "no hour":
      return new Refusal(t.whichHour());
    case "no such time":
      return new Refusal(t.noSuchTime());
    case "past":
      return new Refusal(t.past());
    case "too far":
      return new Refusal(t.tooFar());
    case "again":
      return new Refusal(t.again());
    case "several days":
      return new Refusal(t.severalDays());
  }
}

async function done(id: PersonalReminderId, context: ReminderContext): Promise<Answer> {
  const { stores, person, now, t, house } = context;
  const found = await openOne(id, context);
  if (!found) throw new Refusal(house.oldCard());
  await stores.personalReminders.close(person.id, id, "done", now);
  const says = card({ title: t.isDone(found.text), tone: "good" });
  return replan(committed(replace(says)), person.id);
}

/** The same hour of their next day. Pressed again, it stays there. */
async function toTomorrow(id: PersonalReminderId, context: ReminderContext): Promise<Answer> {
  const { stores, person, now, today, t, house } = context;
  const found = await openOne(id, context);
  if (!found) throw new Refusal(house.oldCard());
  if (found.dueAt > now) return replace(keptCard(found, null, t));
  const dueAt = instantAt(addDays(today, 1), localTimeAt(found.dueAt, person.zone), person.zone);
  await stores.personalReminders.move(person.id, id, dueAt);
  return replan(committed(replace(keptCard({ ...found, dueAt }, null, t))), person.id);
}

async function calledOff(
  id: PersonalReminderId,
  inList: boolean,
  context: ReminderContext,
): Promise<Answer> {
  const { stores, person, now, t, house } = context;
  const found = await openOne(id, context);
  if (!found) throw new Refusal(house.oldCard());
  await stores.personalReminders.close(person.id, id, "cancelled", now);
  const says = inList ? await listed(context) : card({ title: t.cancelled(found.text) });
  return replan(committed(replace(says)), person.id);
}
