// What recognition says unasked, and what it does at a set time. Sources: design/domain.md P5 and 2.16, issue "Recognition".
import type { Errand, Nudge, Occurrence } from "#src/bot/declare/practice";
import { availabilityOf } from "#src/bot/remind/plan";
import { managersHour } from "#src/bot/remind/rules";
import { addDays, addMonths, compareDates, startOfMonth } from "#src/calendar/local-date";
import { nextSlots } from "#src/calendar/recurrence";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt } from "#src/calendar/zones";
import { isManager, type Person, type TeamId } from "#src/people/person";
import { rulesNow, type RecognitionStores } from "./context.ts";
import { asItMay, asWished, publish, wentPrivately } from "./praise/post-praise.ts";
import { letGoOf } from "./forget-leaver.ts";
import type { RecognitionMessages } from "./messages/en/index.ts";
import { standingOf } from "./points/points.ts";
import { droughtCard } from "./praise-card.ts";
import { budgetCard } from "./points/points-card.ts";
import { digestOf } from "./wins/wall.ts";
import type { ShoutId } from "./model.ts";

type RecognitionNudge = Nudge<RecognitionMessages, RecognitionStores>;
type RecognitionErrand = Errand<RecognitionMessages, RecognitionStores>;

const hourMs = 3_600_000;
const droughtDays = 30;
const beforeResetWorkdays = 5;
/** A digest nobody came to in time is not a digest any more. */
const digestPatience = 4 * hourMs;
/** What somebody wrote goes out, however late. */
const postPatience = 30 * 24 * hourMs;

/** Inside the manager's Monday message: the house bundles what is due within the hour. */
const drought: RecognitionNudge = {
  name: "recognition.drought",
  who: "manager",
  priority: "digest",
  label: (t) => t.nudgeDrought(),
  why: (t) => t.whyDrought(),
  async plan({ person, now, stores }) {
    const known = isManager(person) ? await stores.people.acting(person.id) : null;
    if (!known) return [];
    const { workdays, zone } = availabilityOf(known);
    return nextSlots({ weekday: 1, time: managersHour, zone, workdays }, now, 1).map((at) => ({
      subject: person.id,
      at,
      until: new Date(at.getTime() + 12 * hourMs),
    }));
  },
  async say(_subject, context) {
    const { people, recognition, setup } = context.stores;
    const from = new Date(context.now.getTime() - droughtDays * 24 * hourMs);
    const switched = context.organisation.practices["recognition"];
    if (switched && new Date(switched.at) > from) return null;
    const team = await people.reportsOf(context.person.id);
    const since = new Map((await people.teams()).map((each) => [each.id, each.switchedOnAt]));
    const greeted = await setup.greetings(team.map((each) => each.id));
    // Thirty days without praise are said of whoever could have had some for so long.
    const isLongHere = ({ id, teamId }: Person): boolean => {
      const on = teamId === null ? null : (since.get(teamId) ?? null);
      const met = greeted.get(id) ?? on;
      return on !== null && on <= from && met !== null && met <= from;
    };
    const praised = await recognition.praisedSince(
      team.map((each) => each.id),
      from,
    );
    const without = team.filter((each) => isLongHere(each) && !praised.has(each.id));
    return without.length === 0 ? null : droughtCard(without, context.t);
  },
};

/** Once, five workdays before the month's budget lapses. */
const budget: RecognitionNudge = {
  name: "recognition.budget",
  priority: "habit",
  label: (t) => t.nudgeBudget(),
  why: (t) => t.whyBudget(),
  async plan(context) {
    const { person, today, now } = context;
    if (!(await rulesNow(context)).points) return [];
    const calendar = await context.workCalendar(person);
    const day = (month: number) =>
      addWorkdays(calendar, addMonths(startOfMonth(today), month), -beforeResetWorkdays);
    const date = compareDates(day(1), today) < 0 ? day(2) : day(1);
    const occurrence = {
      subject: person.id,
      at: instantAt(date, "09:00", person.zone),
      until: instantAt(addDays(date, 1), "00:00", person.zone),
    };
    return occurrence.until > now ? [occurrence] : [];
  },
  async say(_subject, context) {
    const standing = await standingOf(context);
    return standing === null || standing.left === 0
      ? null
      : budgetCard(standing, addMonths(startOfMonth(context.today), 1), context.t);
  },
};

export const nudges: readonly RecognitionNudge[] = [drought, budget];

/** What was kept for the receiver's morning. */
const postLater: RecognitionErrand = {
  name: "recognition.post",
  label: (t) => t.postLabel(),
  async plan({ stores, person }) {
    const kept = await stores.recognition.scheduledOf(person.id);
    return kept.flatMap((each): Occurrence[] =>
      each.postAt === null
        ? []
        : [
            {
              subject: each.id,
              at: each.postAt,
              until: new Date(each.postAt.getTime() + postPatience),
            },
          ],
    );
  },
  async run(subject, context) {
    const kept = await context.stores.recognition.lockShout(subject as ShoutId);
    if (kept?.state !== "scheduled" || (await letGoOf(kept, context))) return [];
    const wished = await asWished(kept, context);
    const found = await asItMay(wished, context);
    await context.stores.recognition.change(found.id, { state: "given", givenAt: context.now });
    const told = await publish(found.id, context);
    return found.isPrivate === wished.isPrivate ? told : [...told, wentPrivately(found, context)];
  },
};

/** Each Friday at 16:00 of the manager's clock, in the team's place; on the last working day where that Friday is none. */
const friday: RecognitionErrand = {
  name: "recognition.friday",
  label: (t) => t.digestLabel(),
  async plan(context) {
    const { person, stores, now } = context;
    if (!isManager(person)) return [];
    const places = await stores.people.places();
    const teams = (await stores.people.teams()).filter(
      (team) =>
        team.managerId === person.id &&
        team.switchedOnAt !== null &&
        places.some((each) => each.teamId === team.id),
    );
    if (teams.length === 0) return [];
    const calendar = await context.workCalendar(person);
    const rule = {
      weekday: 5,
      time: "16:00",
      zone: person.zone,
      workdays: calendar,
      moves: "before",
    } as const;
    return nextSlots(rule, new Date(now.getTime() - digestPatience), 1).flatMap((at) =>
      teams.map((team) => ({
        subject: team.id,
        at,
        until: new Date(at.getTime() + digestPatience),
      })),
    );
  },
  async run(subject, context) {
    const team = (await context.stores.people.teams()).find(
      (each) => each.id === (subject as TeamId),
    );
    const place = (await context.stores.people.places()).find((each) => each.teamId === subject);
    if (!team || !place || team.switchedOnAt === null || team.managerId !== context.person.id)
      return [];
    const telling = await digestOf(team, place, context);
    return telling === null ? [] : [telling];
  },
};

export const errands: readonly RecognitionErrand[] = [postLater, friday];
