// What check-ins add to a manager's view of their team and to one person's page: who is stuck, and when somebody last wrote.
import { say } from "#src/bot/declare/actions";
import { practiceOf } from "#src/bot/declare/practice";
import { startOfWeek } from "#src/calendar/local-date";
import { manages } from "#src/people/person";
import { about, besideGoals, digesting, needing } from "#src/practices/goals/api";
import { button, fact, facts, heading } from "#src/view/card";
import { askAnswer, readCheckin } from "./actions.ts";
import { blockerRows } from "./blockers/blocker-card.ts";
import type { CheckinContext, CheckinStores } from "./context.ts";
import type { CheckinMessages } from "./messages/en/index.ts";
import { ageOf, mayRead } from "./rules.ts";

const { contributes } = practiceOf<CheckinMessages, CheckinStores>();

/** Whoever is stuck cannot go on without an answer: the longest first. */
export const stuck = contributes(needing, async ({ people }, context) => {
  const { stores, person, today, t } = context;
  const open = await stores.checkins.openBlockers(people.map((each) => each.id));
  return open.map((blocker) => {
    const days = ageOf(blocker.raisedAt, today, person.zone);
    return {
      person: blocker.personId,
      urgency: "waits",
      weight: days,
      line: t.stuckSince(blocker.text, days),
      button: button(t.answer(), askAnswer({ blocker: blocker.id, at: "summary" })),
    };
  });
});

/** Blockers that are open, in the manager's Monday. */
export const openOnMonday = contributes(digesting, async ({ people }, context) => {
  const { stores, person, today, t } = context;
  const open = await stores.checkins.openBlockers(people.map((each) => each.id));
  const [oldest] = open.toSorted((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime());
  if (oldest === undefined) return [];
  return [
    {
      rank: 1,
      line: t.blockersWait(open.length, ageOf(oldest.raisedAt, today, person.zone)),
      button: button(t.seeCheckins(), say({ text: t.teamCheckinsTyped() })),
    },
  ];
});

/** When each of them last wrote, and whether somebody waits. */
export const inTable = contributes(besideGoals, async ({ people }, context) => {
  const { stores, person, today, t } = context;
  const ids = people.map((each) => each.id);
  const weeks = await stores.checkins.latestWeeks(ids);
  const open = await stores.checkins.openBlockers(ids);
  return [
    {
      rank: 1,
      head: t.lastCheckin(),
      of: new Map(
        ids.map((id) => {
          const week = weeks.get(id);
          return [
            id,
            {
              line: t.lastCheckinIs(
                week === undefined ? null : { week, isNow: week === startOfWeek(today) },
              ),
            },
          ];
        }),
      ),
    },
    {
      rank: 2,
      head: t.blockers(),
      of: new Map(
        ids.map((id) => {
          const own = open.filter((each) => each.personId === id);
          const days = own.map((each) => ageOf(each.raisedAt, today, person.zone));
          return [
            id,
            own.length === 0
              ? { line: t.noBlockers() }
              : { line: t.blockersSince(own.length, Math.max(...days)), tone: "bad" as const },
          ];
        }),
      ),
    },
  ];
});

export const lately = contributes(about, async ({ person: about }, context) => {
  const { stores, person, today, t } = context;
  if (!manages(person, about)) return [];
  const blockers = await stores.checkins.openBlockers([about.id]);
  return [
    {
      rank: 1,
      elements: [
        ...(blockers.length === 0
          ? []
          : [
              heading(t.blockers()),
              blockerRows(
                blockers.map((blocker) => ({ blocker, name: null })),
                "summary",
                today,
                person.zone,
                t,
              ),
            ]),
        facts(fact(t.lastCheckin(), t.lastCheckinIs(await lastWeek(about.id, context)))),
      ],
      buttons: (await mayOpen(about, context))
        ? [button(t.readTheirs(), readCheckin({ person: about.id }))]
        : [],
    },
  ];
});

type About = Parameters<typeof manages>[1];

/** The Monday of the week they last wrote of, null where they never did; `isNow`: it is this week's. */
async function lastWeek(id: About["id"], context: CheckinContext) {
  const [latest] = await context.stores.checkins.of(id, 1);
  return latest === undefined
    ? null
    : { week: latest.week, isNow: latest.week === startOfWeek(context.today) };
}

async function mayOpen(about: About, context: CheckinContext): Promise<boolean> {
  const [latest] = await context.stores.checkins.of(about.id, 1);
  return latest !== undefined && mayRead(context.person, about, latest.visible);
}
