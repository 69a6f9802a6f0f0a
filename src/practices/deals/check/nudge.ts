// Deals to look at, on Monday and Thursday mornings, while there are any; and what whoever leads somebody reads of it on Monday.
import { practiceOf, type Nudge } from "#src/bot/declare/practice";
import { addDays, weekday } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt } from "#src/calendar/zones";
import { about, digesting } from "#src/practices/goals/api";
import { manages } from "#src/people/person";
import { button, heading, text } from "#src/view/card";
import { showCheck, showDeals } from "../actions.ts";
import { dealsOf, type DealContext, type DealStores } from "../context.ts";
import type { DealMessages } from "../messages/en.ts";
import { sumOf } from "../sums.ts";
import { checkCard } from "./check-card.ts";
import { ownList } from "./check-deals.ts";
import { countsOf } from "./hygiene.ts";

const { contributes } = practiceOf<DealMessages, DealStores>();

const morning = "09:00";
const [monday, thursday] = [1, 4];

export const nudge: Nudge<DealMessages, DealStores> = {
  name: "deals.check",
  priority: "habit",
  label: (t) => t.nudgeLabel(),
  why: (t) => t.nudgeWhy(),
  async plan(context: DealContext) {
    const { person, stores, today, now } = context;
    if ((await stores.deals.openOf([person.id], today)).length === 0) return [];
    const calendar = await context.workCalendar(person);
    return Array.from({ length: 8 }, (_, ahead) => addDays(today, ahead))
      .filter((day) => weekday(day) === monday || weekday(day) === thursday)
      .map((day) => ({
        subject: person.id,
        at: instantAt(day, morning, person.zone),
        until: instantAt(addDays(addWorkdays(calendar, day, 1), 1), "00:00", person.zone),
      }))
      .filter((each) => each.until > now);
  },
  async say(_subject, context) {
    const own = await ownList(context);
    return own.list.length === 0 ? null : checkCard({ ...own, team: [] }, context.t);
  },
};

export const inDigest = contributes(digesting, async ({ people }, context) => {
  const all = (await dealsOf(people, context)).filter(({ list }) => list.length > 0);
  if (all.length === 0) return [];
  const deals = all.reduce((count, { list }) => count + list.length, 0);
  return [
    {
      rank: 6,
      line: context.t.digest(deals, all.length),
      button: button(context.t.checkButton(), showCheck({})),
    },
  ];
});

/** On the page of somebody that whoever leads them reads. */
export const lately = contributes(about, async ({ person: whose }, context) => {
  if (!manages(context.person, whose)) return [];
  const [own] = await dealsOf([whose], context);
  if (!own) return [];
  const { t } = context;
  return [
    {
      rank: 4,
      elements: [
        heading(t.aboutTitle()),
        text(t.sum(sumOf(own.open))),
        text(t.counts(countsOf(own.list))),
      ],
      buttons: [button(t.dealsButton(), showDeals({ person: whose.id }), "quiet")],
    },
  ];
});
