// What a manager's summary is made of: only direct reports, each on their own clock.
import type { LocalDate } from "#src/calendar/local-date";
import type { Person } from "#src/people/person";
import { beatOf, rhythms, type CheckinContext } from "../context.ts";
import type { Rhythm } from "../model.ts";
import { isExpected, outcomeOf, slotOfWeek, slotsUntil, type Outcome } from "../rules.ts";
import type { DigestData } from "./checkin-card.ts";

/** The name of the manager's summary among what comes by itself. */
export const digestName = "checkins.digest";

export async function reportsOf(context: CheckinContext): Promise<readonly Person[]> {
  return (await context.stores.people.directory()).filter(
    (each) => each.managerId === context.person.id,
  );
}

/** The different rhythms of a manager's reports, each once. */
export async function rhythmsBelow(context: CheckinContext): Promise<readonly Rhythm[]> {
  const rhythmFor = await rhythms(context);
  const all = (await reportsOf(context)).map(rhythmFor);
  return [...new Map(all.map((each) => [`${each.weekday} ${each.opens}`, each])).values()];
}

/** The last week whose summary was due on the manager's clock, or whose day has come. */
export async function latestWeek(
  context: CheckinContext,
  when: "due" | "begun",
): Promise<LocalDate | null> {
  const weeks: LocalDate[] = [];
  for (const rhythm of await rhythmsBelow(context)) {
    const slots = slotsUntil(context.now, await beatOf(context.person, rhythm, context), 2);
    const slot = slots.find((each) => when === "begun" || each.digestAt <= context.now);
    if (slot) weeks.push(slot.week);
  }
  return weeks.toSorted().at(-1) ?? null;
}

/** Null when there is nobody to tell of. */
export async function digestOf(
  week: LocalDate,
  context: CheckinContext,
): Promise<DigestData | null> {
  const { checkins, people } = context.stores;
  const reports = await reportsOf(context);
  if (reports.length === 0) return null;
  const rhythmFor = await rhythms(context);
  const switchedOn = new Map((await people.teams()).map((each) => [each.id, each.switchedOnAt]));
  const sent = await checkins.ofWeek(
    week,
    reports.map((each) => each.id),
  );
  const names: Record<Outcome, string[]> = {
    "on-time": [],
    late: [],
    excused: [],
    waiting: [],
    owing: [],
    missed: [],
  };
  for (const person of reports) {
    const rhythm = rhythmFor(person);
    const mine = sent.find((each) => each.personId === person.id) ?? null;
    const slot = slotOfWeek(week, await beatOf(person, rhythm, context));
    if (slot === null || (mine === null && !isExpected(person, rhythm))) continue;
    const since = person.teamId === null ? null : (switchedOn.get(person.teamId) ?? null);
    if (mine === null && (since === null || slot.opensAt < since)) continue;
    names[outcomeOf(slot, mine, context.now, false)].push(person.name);
  }
  const blockers = await checkins.openBlockers(reports.map((each) => each.id));
  const nameOf = (id: string): string => reports.find((each) => each.id === id)?.name ?? "";
  return {
    week,
    sent: sent.map((each) => ({
      id: each.personId,
      name: nameOf(each.personId),
      commits: each.commits,
      late: !each.onTime,
    })),
    owing: names.owing,
    waiting: names.waiting,
    excused: names.excused,
    blockers: blockers.map((blocker) => ({ blocker, name: nameOf(blocker.personId) })),
    today: context.today,
    zone: context.person.zone,
  };
}

/** Whether the summary says anything. */
export const saysAnything = (data: DigestData): boolean =>
  data.sent.length + data.owing.length + data.waiting.length + data.blockers.length > 0;
