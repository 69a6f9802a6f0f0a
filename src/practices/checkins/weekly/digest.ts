// What a manager's summary is made of: only direct reports, each on their own clock, those who check in at one time together.
import { bundleMs } from "#src/bot/remind/rules";
import type { LocalDate } from "#src/calendar/local-date";
import type { Person, PersonId } from "#src/people/person";
import { beatOf, rhythms, type CheckinContext } from "../context.ts";
import type { Rhythm } from "../model.ts";
import {
  isExpected,
  looksAhead,
  outcomeOf,
  slotOfWeek,
  slotsUntil,
  type Beat,
  type Outcome,
  type Slot,
} from "../rules.ts";
import type { DigestData } from "./checkin-card.ts";

/** The name of the manager's summary among what comes by itself. */
export const digestName = "checkins.digest";

export const reportsOf = (
  context: CheckinContext,
  manager: PersonId = context.person.id,
): Promise<readonly Person[]> => context.stores.people.reportsOf(manager);

/** Reports who check in on the same weekday at the same hour: they stand in one summary, and in no other. */
export interface Group {
  /** One of their teams, always the same; the manager, for those who are in none. */
  readonly subject: string;
  readonly rhythm: Rhythm;
  readonly members: readonly Person[];
}

export async function groupsBelow(
  context: CheckinContext,
  manager: PersonId = context.person.id,
): Promise<readonly Group[]> {
  const rhythmFor = await rhythms(context);
  const groups = new Map<string, { readonly rhythm: Rhythm; readonly members: Person[] }>();
  for (const person of await reportsOf(context, manager)) {
    const rhythm = rhythmFor(person);
    const key = `${rhythm.weekday} ${rhythm.opens}`;
    const known = groups.get(key) ?? { rhythm, members: [] };
    known.members.push(person);
    groups.set(key, known);
  }
  return [...groups.values()].map(({ rhythm, members }) => {
    const teams = members.flatMap((each) => (each.teamId === null ? [] : [each.teamId]));
    return { subject: teams.toSorted()[0] ?? manager, rhythm, members };
  });
}

/** The last week whose day has come on the manager's clock, in any of their teams. */
export async function latestWeek(context: CheckinContext): Promise<LocalDate | null> {
  const weeks: LocalDate[] = [];
  for (const { rhythm } of await groupsBelow(context)) {
    const [slot] = slotsUntil(context.now, await beatOf(context.person, rhythm, context), 1);
    if (slot) weeks.push(slot.week);
  }
  return weeks.toSorted().at(-1) ?? null;
}

/** The last slot whose summary is due on the manager's clock, or comes along with what is due. */
export async function slotToTell({ rhythm }: Group, context: CheckinContext): Promise<Slot | null> {
  const soon = new Date(context.now.getTime() + bundleMs);
  const slots = slotsUntil(context.now, await beatOf(context.person, rhythm, context), 2);
  return slots.find((each) => each.digestAt <= soon) ?? null;
}

/** Somebody a check-in is expected of, and their own slot of that week. */
export interface Expected {
  readonly person: Person;
  readonly slot: Slot;
}

/** Everybody's own clock, asked once for all weeks. */
export async function expectedIn(
  members: readonly Person[],
  context: CheckinContext,
): Promise<(week: LocalDate) => readonly Expected[]> {
  const rhythmFor = await rhythms(context);
  const teams = await context.stores.people.teams();
  const switchedOn = new Map(teams.map((each) => [each.id, each.switchedOnAt]));
  const beats: { readonly person: Person; readonly beat: Beat; readonly since: Date }[] = [];
  for (const person of members) {
    const rhythm = rhythmFor(person);
    const since = person.teamId === null ? null : (switchedOn.get(person.teamId) ?? null);
    if (since !== null && isExpected(person, rhythm))
      beats.push({ person, beat: await beatOf(person, rhythm, context), since });
  }
  return (week) =>
    beats.flatMap(({ person, beat, since }) => {
      const slot = slotOfWeek(week, beat);
      return slot === null || slot.opensAt < since ? [] : [{ person, slot }];
    });
}

/** Null when there is nobody to tell of. */
export async function digestOf(
  week: LocalDate,
  reports: readonly Person[],
  context: CheckinContext,
): Promise<DigestData | null> {
  if (reports.length === 0) return null;
  const { checkins } = context.stores;
  const ids = reports.map((each) => each.id);
  const sent = await checkins.ofWeek(week, ids);
  const names: Record<Outcome, string[]> = {
    "on-time": [],
    late: [],
    excused: [],
    waiting: [],
    owing: [],
    missed: [],
  };
  for (const { person, slot } of (await expectedIn(reports, context))(week)) {
    const mine = sent.find((each) => each.personId === person.id) ?? null;
    names[outcomeOf(slot, mine, context.now, false)].push(person.name);
  }
  const blockers = await checkins.openBlockers(ids);
  const nameOf = (id: string): string => reports.find((each) => each.id === id)?.name ?? "";
  const rhythmFor = await rhythms(context);
  return {
    week,
    ahead:
      sent.length > 0
        ? sent.every((each) => each.ahead)
        : reports.every((each) => looksAhead(rhythmFor(each))),
    sent: sent.map((each) => ({
      id: each.personId,
      name: nameOf(each.personId),
      commits: each.commits,
      late: !each.onTime,
    })),
    owing: names.owing,
    waiting: names.waiting,
    followsAt: null,
    followsIn: null,
    excused: names.excused,
    blockers: blockers.map((blocker) => ({ blocker, name: nameOf(blocker.personId) })),
    today: context.today,
    zone: context.person.zone,
  };
}

/** Whether the summary says anything: that somebody's time has not come is no news. */
export const saysAnything = (data: DigestData): boolean =>
  data.sent.length + data.owing.length + data.blockers.length > 0;
