// Reminders 提醒: what comes by itself, when next, and how to have less of it.
import { entryOf } from "#src/language/lookup";
import { addDays, compareDates, localDate, type LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { changedBy } from "#src/people/store";
import type { KernelStores } from "#src/ports/stores";
import type { Slot } from "#src/ports/delivery/schedule";
import { button, card, rows, softText, text, type Button } from "#src/view/card";
import { foldCase } from "#src/language/text";
import { plainLine, type Line } from "#src/view/line";
import {
  letGo,
  muteKind,
  pauseReminders,
  resumeReminders,
  sendAgain,
  showReminders,
  snooze,
  unmuteKind,
} from "#src/bot/declare/actions";
import { replace, show, committed, toast, replan, type Answer } from "#src/bot/declare/answer";
import { date, rest } from "#src/bot/declare/arguments";
import { dayFirst } from "#src/language/dates/day-first";
import { firstDayAfter } from "./parse-pause.ts";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { houseMessages, type HouseMessages } from "#src/bot/messages/index";
import { patienceMs, snoozedUntil, willCome, type Snooze } from "#src/bot/remind/rules";
import { availabilityOf } from "#src/bot/remind/plan";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { placeCard, workspaceCard } from "#src/bot/members/disconnected";

type ReminderStores = Pick<KernelStores, "people" | "plans" | "nudges">;
type ReminderContext = Context<HouseMessages, ReminderStores>;

/** Paused until the person says otherwise. */
const forNow = localDate("9999-12-31");

const listed = async (context: ReminderContext) => remindersCard(context, context.guide().nudges());

const { practice, command, press } = practiceOf<HouseMessages, ReminderStores>();

export const reminders = practice({
  name: "reminders",
  group: "own",
  switched: "always on",
  messages: houseMessages,
  stores: { people: true, plans: true, nudges: true },
  needs: [],
  commands: [
    command({
      name: "reminders.show",
      words: {
        en: ["reminders", "nudges", "stop reminding me", "stop reminders", "unsubscribe", "stop"],
        zh: [
          "提醒",
          "我的提醒",
          "别再提醒我",
          "别再提醒",
          "别提醒我",
          "不要再提醒",
          "不要提醒我",
          "退订",
        ],
      },
      help: (t) => t.remindersHelp(),
      handle: async (_input, context) => show(await listed(context)),
    }),
    command({
      name: "reminders.pause",
      words: { en: ["pause reminders", "pause until", "pause"], zh: ["暂停提醒", "免打扰"] },
      help: (t) => t.pauseHelp(),
      args: { first: firstDayAfter() },
      handle: ({ first }, context) => pauseFrom(first ?? forNow, context),
    }),
    command({
      name: "reminders.snooze",
      words: { en: ["snooze", "remind me later"], zh: ["稍后提醒", "晚点提醒"] },
      help: (t) => t.snoozeHelp(),
      args: { to: rest() },
      handle: ({ to }, context) => snoozeLast(to, context),
    }),
    command({
      name: "reminders.mute",
      words: { en: ["mute"], zh: ["不再提醒", "关闭提醒"] },
      help: (t) => t.muteHelp(),
      args: { what: rest() },
      handle: ({ what }, context) => muteNamed(what, context),
    }),
    command({
      name: "reminders.resume",
      words: { en: ["resume reminders", "resume"], zh: ["恢复提醒"] },
      help: (t) => t.resumeHelp(),
      args: { on: date("future") },
      aloneInPlaces: true,
      rewrite: dayFirst(/我?再?恢复提醒[。.!！]?$/u),
      handle: ({ on }, context) =>
        on === null || compareDates(on, context.today) <= 0
          ? resume(context)
          : pauseFrom(on, context),
    }),
  ],
  actions: [
    press(snooze, "everyone", ({ delivery, to }, context) => snoozed(delivery, to, context)),
    press(muteKind, "everyone", async ({ rule }, context) =>
      muted(rule, true, context.guide().nudges(), context),
    ),
    press(unmuteKind, "everyone", async ({ rule }, context) => {
      const answer = await muted(rule, false, context.guide().nudges(), context);
      return { ...answer, reply: replace(await listed(context)).reply };
    }),
    press(showReminders, "everyone", async (_payload, context) => show(await listed(context))),
    press(pauseReminders, "everyone", ({ length }, context) =>
      pauseFrom(length === "week" ? addDays(context.today, 7) : forNow, context),
    ),
    press(resumeReminders, "everyone", (_payload, context) => resume(context)),
    press(sendAgain, "admin", async ({ delivery }, context) =>
      decided(
        await context.stores.nudges.revive(delivery, changedBy(context)),
        context.t.sentAgain(),
        context,
      ),
    ),
    press(letGo, "admin", async ({ delivery }, context) =>
      decided(
        await context.stores.nudges.letGo(delivery, changedBy(context)),
        context.t.leftAlone(),
        context,
      ),
    ),
  ],
  forms: [],
  home: [],
  upkeep: [],
  nudges: [],
  samples: [
    {
      name: "may have arrived",
      view: (t) =>
        card({
          title: t.mayHaveArrived("林晓"),
          tone: "warning",
          buttons: [button(t.sendAgain(), sendAgain({ delivery: sampleId }))],
        }),
    },
    { name: "workspace stopped", view: (t) => workspaceCard("Galaxy", "token_revoked", t) },
    { name: "place stopped", view: (t) => placeCard("华东销售", true, t) },
  ],
});

const sampleId = "00000000-0000-7000-8000-000000000001";

async function remindersCard(context: ReminderContext, labels: ReadonlyMap<string, Line>) {
  const { person, stores, t } = context;
  const { muted, pausedUntil } = await stores.nudges.choices(person.id);
  const plans = await stores.plans.of(person.id, null);
  const on = await stores.plans.switchedOn(person.id);
  const paused = pausedUntil !== null && compareDates(context.today, pausedUntil) < 0;
  const acting = await stores.people.acting(person.id);
  const next = (rule: string): Slot | undefined =>
    plans.find(
      (each) => each.rule === rule && acting !== null && willCome(each, availabilityOf(acting)),
    );
  const kinds = [...labels].map(([rule, label]) => {
    const slot = next(rule);
    const off = muted.includes(rule);
    const coming = slot ? t.nextAt(localDateAt(slot.dueAt, person.zone), slot.dueAt) : [];
    const row = {
      line: label,
      soft: off ? t.mutedRow() : coming,
      buttons: [
        off
          ? button(t.unmute(), unmuteKind({ rule }))
          : button(t.muteThis(), muteKind({ rule }), "quiet"),
      ],
    };
    return { label, row, isIdle: !off && slot === undefined, at: off ? undefined : slot?.dueAt };
  });
  // What has nothing ahead is named in one line: a row each would hide what comes.
  // In the order they come; what is switched off, last.
  const said = kinds
    .filter(({ isIdle }) => !isIdle)
    .toSorted((a, b) => (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity) || 0);
  const idle = kinds.filter(({ isIdle }) => isIdle);
  return card({
    title: t.remindersTitle(),
    body: [
      on ? undefined : text(t.notSwitchedOn()),
      paused
        ? text(pausedUntil === forNow ? t.pausedForNow() : t.pausedUntil(pausedUntil))
        : undefined,
      rows(said.map(({ row }) => row)),
      idle.length === 0 ? undefined : softText(t.idleReminders(idle.map(({ label }) => label))),
      softText(t.remindersFoot()),
    ],
    buttons: pauseButtons(paused, on !== null, t),
  });
}

function pauseButtons(paused: boolean, on: boolean, t: ReminderContext["t"]): Button[] {
  if (paused) return [button(t.resume(), resumeReminders({}), "primary")];
  if (!on) return [];
  return [
    button(t.pauseWeek(), pauseReminders({ length: "week" }), "quiet"),
    button(t.pauseOpen(), pauseReminders({ length: "open" }), "quiet"),
  ];
}

/** `first`: the day on which they come again. */
async function pauseFrom(first: LocalDate, context: ReminderContext): Promise<Answer> {
  const { stores, person, t } = context;
  if (compareDates(first, context.today) <= 0) throw new Refusal(t.pauseInPast());
  await stores.nudges.choose(person.id, {
    ...(await stores.nudges.choices(person.id)),
    pausedUntil: first,
  });
  return committed(
    show(
      card({
        title: first === forNow ? t.pausedForNow() : t.pausedUntil(first),
        body: [softText(t.pauseNote())],
        buttons: [button(t.resume(), resumeReminders({}))],
      }),
    ),
  );
}

async function resume(context: ReminderContext): Promise<Answer> {
  const { stores, person, t } = context;
  await stores.nudges.choose(person.id, {
    ...(await stores.nudges.choices(person.id)),
    pausedUntil: null,
  });
  await stores.plans.free(person.id);
  return replan(committed(toast(t.resumed())), person.id);
}

async function muted(
  rule: string,
  on: boolean,
  labels: ReadonlyMap<string, Line>,
  context: ReminderContext,
): Promise<Answer> {
  const { stores, person, t } = context;
  const label = labels.get(rule);
  if (!label) throw new Refusal(t.oldCard());
  const choices = await stores.nudges.choices(person.id);
  const others = choices.muted.filter((each) => each !== rule);
  await stores.nudges.choose(person.id, { ...choices, muted: on ? [...others, rule] : others });
  return replan(committed(toast(on ? t.mutedNow(label) : t.unmutedNow(label))), person.id);
}

/** How it is said in words, without spaces and case. */
const laterWords: Readonly<Record<string, Snooze>> = {
  "": "hour",
  hour: "hour",
  anhour: "hour",
  inanhour: "hour",
  "1h": "hour",
  "1hour": "hour",
  一小时: "hour",
  一小时后: "hour",
  "1小时": "hour",
  "1小时后": "hour",
  tomorrow: "tomorrow",
  明天: "tomorrow",
  nextweek: "next week",
  aweek: "next week",
  week: "next week",
  下周: "next week",
  下星期: "next week",
};

async function snoozeLast(typed: string, context: ReminderContext): Promise<Answer> {
  const to = entryOf(laterWords, foldCase(typed).replaceAll(/\s/g, ""));
  if (to === undefined) throw new Incomplete("to");
  const delivery = await context.stores.nudges.lastSaid(context.person.id);
  if (delivery === null) throw new Refusal(context.t.nothingToSnooze());
  return snoozed(delivery, to, context);
}

async function muteNamed(typed: string, context: ReminderContext): Promise<Answer> {
  const labels = context.guide().nudges();
  if (typed === "") return show(await remindersCard(context, labels));
  const [rule] =
    [...labels].find(([, label]) => foldCase(plainLine(label)).includes(foldCase(typed))) ?? [];
  if (rule === undefined) throw new Refusal(context.t.noSuchReminder(typed));
  return muted(rule, true, labels, context);
}

/** What one message said comes again later, as far as it still holds then. */
async function snoozed(delivery: string, to: Snooze, context: ReminderContext): Promise<Answer> {
  const { stores, person, t } = context;
  const said = await stores.nudges.saidIn(person.id, delivery);
  const acting = await stores.people.acting(person.id);
  if (said.length === 0 || !acting) throw new Refusal(t.oldCard());
  const at = snoozedUntil(to, context.now, availabilityOf(acting));
  await stores.plans.move(
    person.id,
    said.map((each) => ({ ...each, dueAt: at, until: new Date(at.getTime() + patienceMs) })),
    "snoozed",
  );
  await stores.nudges.record(
    person.id,
    context.now,
    null,
    said.map(({ rule, subject, slotAt }) => ({
      rule,
      subject,
      slotAt,
      outcome: "moved",
      reason: "snoozed",
    })),
  );
  const answer = committed(toast(t.snoozed(localDateAt(at, person.zone), at)));
  return { ...answer, suppressed: said.map(() => "snoozed" as const) };
}

function decided(done: boolean, says: Line, context: ReminderContext): Answer {
  if (!done) throw new Refusal(context.t.oldCard());
  return committed(replace(card({ title: says })));
}
