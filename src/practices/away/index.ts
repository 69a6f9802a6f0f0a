// Away 休假: nobody is reminded while they are away. It is no approval of leave, and says so.
import {
  ask,
  committed,
  correct,
  replace,
  replan,
  show,
  type Answer,
} from "#src/bot/declare/answer";
import { date, rest } from "#src/bot/declare/arguments";
import { dayFirst } from "#src/language/dates/day-first";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { availabilityOf } from "#src/bot/remind/plan";
import { addDays, compareDates, localDate, yearOf, type LocalDate } from "#src/calendar/local-date";
import { covers, nextWorkday, type Leave } from "#src/calendar/workdays";
import { endLeave, takeLeave } from "#src/people/leave";
import { isManager } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { atHand } from "#src/practices/help/api";
import { button, card, softText, text, type Card } from "#src/view/card";
import { askAway, comeBack, saveAway } from "./actions.ts";
import { say } from "#src/bot/declare/actions";
import { leaveForm, leaveIn } from "./leave-form.ts";
import { en, type AwayMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { showTeamLeave, teamLeaveAtHome, teamLeaveCard } from "./team-leave.ts";
import {
  daysFirst,
  halfADay,
  partFirst,
  readLeave,
  saysTravel,
  sickDays,
  wantsLeave,
} from "./parse-leave.ts";

interface AwayStores {
  readonly people: PeopleStore;
}
type AwayContext = Context<AwayMessages, AwayStores>;

const { practice, command, press, submit, contributes } = practiceOf<AwayMessages, AwayStores>();

export const away = practice({
  name: "away",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { people: true },
  needs: ["help"],
  commands: [
    command({
      name: "away.take",
      first: 2,
      words: { en: ["away", "ooo"], zh: ["休假", "请假"] },
      help: (t) => t.helpAway(),
      opens: askAway({}),
      args: { line: rest() },
      rewrite: (line) => daysFirst(line) ?? sickDays(line) ?? partFirst(line) ?? wantsLeave(line),
      offers: offerQuiet,
      offersFirst: true,
      handle: ({ line }, context) => goAway(line, context),
    }),
    command({
      name: "away.team",
      words: {
        en: ["who is away", "who's away", "team leave", "away team"],
        zh: ["团队休假", "谁休假", "谁在休假", "组员休假"],
      },
      who: "manager",
      help: (t) => t.helpTeam(),
      looks: true,
      aloneInPlaces: true,
      handle: showTeamLeave,
    }),
    command({
      name: "away.back",
      words: {
        en: ["back", "i'm back", "im back", "cancel leave", "not away"],
        zh: ["我回来了", "回来了", "销假", "取消休假", "取消请假"],
      },
      help: (t) => t.helpBack(),
      args: { on: date("future") },
      aloneInPlaces: true,
      rewrite: dayFirst(/我?(?:就|再)?(?:回来(?:上班)?|销假|上班)了?[。.!！]?$/u),
      handle: async ({ on }, context) =>
        on === null || compareDates(on, context.today) <= 0
          ? welcome(context, show)
          : backOn(on, context),
    }),
  ],
  actions: [
    press(comeBack, "everyone", (_payload, context) => welcome(context, replace)),
    press(askAway, "everyone", async (_payload, { today, t }) => ask(leaveForm(today, t))),
  ],
  forms: [
    submit(saveAway, "everyone", ({ values }, context) => {
      const fields = readFields(values, context);
      const leave = leaveIn(fields, context.today, context.t);
      return leave ? bookLeave(leave, context) : Promise.resolve(correct(fields.errors));
    }),
  ],
  contributions: [
    contributes(atHand, async (_what, { t }) => [
      { rank: 4, button: button(t.takeLeave(), askAway({})) },
    ]),
  ],
  home: [
    { rank: 1, who: "everyone", say: awayNow },
    { rank: 12, who: "manager", ofTeam: true, say: teamLeaveAtHome },
  ],
  upkeep: [],
  nudges: [],
  samples: [
    {
      name: "leave of a team",
      view: (t) =>
        teamLeaveCard(
          [
            { name: "林晓", from: localDate("2026-11-12"), to: localDate("2026-11-13") },
            {
              name: "Renke *Petersen*",
              from: localDate("2026-12-24"),
              to: localDate("2026-12-24"),
            },
          ],
          t,
        ),
    },
    { name: "leave in a form", view: (t) => leaveForm(localDate("2026-11-11"), t) },
    { name: "leave of a team that is all there", view: (t) => teamLeaveCard([], t) },
    {
      name: "away",
      view: (t) =>
        awayCard(
          { from: localDate("2026-11-11"), to: localDate("2026-11-13") },
          { on: localDate("2026-11-16"), openYear: null },
          localDate("2026-11-11"),
          { manager: "周岚", leads: false },
          t,
        ),
    },
    {
      name: "away for a day that is to come",
      view: (t) =>
        awayCard(
          { from: localDate("2026-11-20"), to: localDate("2026-11-20") },
          { on: localDate("2026-11-23"), openYear: null },
          localDate("2026-11-11"),
          { manager: "周岚", leads: true },
          t,
        ),
    },
    {
      name: "away without a manager",
      view: (t) =>
        awayCard(
          { from: localDate("2026-11-20"), to: localDate("2026-11-20") },
          { on: localDate("2026-11-23"), openYear: null },
          localDate("2026-11-11"),
          { manager: null, leads: false },
          t,
        ),
    },
    {
      name: "away until a year whose holidays are not confirmed",
      view: (t) =>
        awayCard(
          { from: localDate("2027-02-01"), to: localDate("2027-02-08") },
          { on: localDate("2027-02-09"), openYear: 2027 },
          localDate("2026-11-11"),
          { manager: "周岚", leads: false },
          t,
        ),
    },
  ],
});

interface Told {
  /** Null where nobody reads a summary of theirs. */
  readonly manager: string | null;
  readonly leads: boolean;
}

function awayCard(leave: Leave, back: Back, today: LocalDate, told: Told, t: AwayMessages): Card {
  return card({
    title: t.title(leave.from, leave.to),
    tone: "info",
    body: [
      text(t.backOn(back.on)),
      back.openYear === null ? undefined : softText(t.openYear(back.openYear)),
      softText(t.note()),
    ],
    buttons: [button(covers(leave, today) ? t.endNow() : t.cancel(), comeBack({}))],
    sees: t.sees(told.manager, told.leads),
  });
}

async function goAway(line: string, context: AwayContext): Promise<Answer> {
  const { t, stores, person, today } = context;
  if (halfADay.test(line)) throw new Refusal(t.wholeDays());
  const known = await stores.people.acting(person.id);
  if (!known) throw new Error("somebody who acts does not exist");
  // Days that were taken before are no reason to end later: the newest word counts.
  const read = readLeave(line, today, availabilityOf(known).workdays);
  if ("noSuchDate" in read) throw new Refusal(context.house.noSuchDate(read.noSuchDate));
  if ("problem" in read) {
    // Typed to the bot it was meant; where others read along 休假真好 is talk.
    if (read.problem === "none" && line !== "" && context.place === null)
      throw new Refusal(context.house.usage(t.helpAway().usage, t.helpAway().example));
    const verb = person.locale === "zh" ? "休假" : "away";
    if (read.problem === "none" && context.place === null)
      throw new Refusal(
        t.whichDaysOff(),
        t.commonDays().map((days) => button(days, say({ text: `${verb} ${days}` }))),
      );
    if (read.problem === "none") throw new Incomplete("date");
    throw new Refusal(
      {
        past: t.past,
        backwards: t.backwards,
        "too-long": t.tooLong,
        "several-days": t.severalDays,
        unclear: t.whichDays,
      }[read.problem](),
    );
  }
  return await bookLeave(read.leave, context);
}

async function bookLeave(leave: Leave, context: AwayContext): Promise<Answer> {
  const { t, stores, person, today } = context;
  await stores.people.saveLeave(person.id, takeLeave(await stores.people.leave(person.id), leave));
  const back = await dayBack(leave, context);
  return replan(committed(show(awayCard(leave, back, today, await toldOf(context), t))), person.id);
}

/** Whoever travels may well go on selling: whether it is leave, or only quiet that is wanted, is asked. */
async function offerQuiet(line: string, context: AwayContext): Promise<Answer | null> {
  const typed = saysTravel(line);
  if (typed === null) return null;
  const { t, stores, person, today } = context;
  const known = await stores.people.acting(person.id);
  if (!known) return null;
  const read = readLeave(typed, today, availabilityOf(known).workdays);
  if (!("leave" in read)) return show(card({ title: t.travelUntil(), tone: "info" }));
  const { from, to } = read.leave;
  const quiet = compareDates(from, today) > 0 ? null : `pause until ${addDays(to, 1)}`;
  return show(
    card({
      title: t.travelling(from, to),
      tone: "info",
      body: [softText(t.travelNote())],
      buttons: [
        quiet === null ? undefined : button(t.travelQuiet(), say({ text: quiet }), "primary"),
        button(t.travelLeave(), say({ text: `away ${from} to ${to}` })),
      ],
    }),
  );
}

async function welcome(
  { t, stores, person, today }: AwayContext,
  reply: typeof show,
): Promise<Answer> {
  const over = endLeave(await stores.people.leave(person.id), today);
  if (!over) throw new Refusal(t.notAway());
  await stores.people.saveLeave(person.id, over.left);
  const says = covers(over.ended, today) ? t.back() : t.calledOff(over.ended.from, over.ended.to);
  return replan(committed(reply(card({ title: says, tone: "good" }))), person.id);
}

/** Back on a day that lies ahead: the leave that runs, or else the next one, ends the day before. */
async function backOn(first: LocalDate, context: AwayContext): Promise<Answer> {
  const { t, stores, person, today } = context;
  const all = await stores.people.leave(person.id);
  const over = endLeave(all, today);
  if (!over || compareDates(over.ended.from, first) >= 0) throw new Refusal(t.notAway());
  const leave = { from: over.ended.from, to: addDays(first, -1) };
  await stores.people.saveLeave(person.id, takeLeave(all, leave));
  return replan(
    committed(
      show(awayCard(leave, await dayBack(leave, context), today, await toldOf(context), t)),
    ),
    person.id,
  );
}

async function toldOf({ stores, person }: AwayContext): Promise<Told> {
  const manager = person.managerId === null ? null : await stores.people.person(person.managerId);
  return { manager: manager?.leftOn === null ? manager.name : null, leads: isManager(person) };
}

interface Back {
  readonly on: LocalDate;
  /** The year it is in, where not all its holidays are known. */
  readonly openYear: number | null;
}

/** The first workday after it, other leave included. */
async function dayBack(leave: Leave, { stores, person }: AwayContext): Promise<Back> {
  const known = await stores.people.acting(person.id);
  if (!known) throw new Error("somebody who acts does not exist");
  const { present } = availabilityOf(known);
  const on = nextWorkday(present, leave.to);
  return { on, openYear: present.knows(yearOf(on)) ? null : yearOf(on) };
}

/** On the home page while it runs. */
async function awayNow(context: AwayContext): Promise<readonly Card[]> {
  const leave = (await context.stores.people.leave(context.person.id)).find((each) =>
    covers(each, context.today),
  );
  return leave
    ? [
        awayCard(
          leave,
          await dayBack(leave, context),
          context.today,
          await toldOf(context),
          context.t,
        ),
      ]
    : [];
}
