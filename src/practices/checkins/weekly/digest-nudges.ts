// The manager's week: one summary at their own hour of those who were due by then, and one message more of those whose deadline came later.
import type { Nudge, Occurrence } from "#src/bot/declare/practice";
import { availabilityOf } from "#src/bot/remind/plan";
import { nextMoment } from "#src/bot/remind/rules";
import { addDays, startOfWeek } from "#src/calendar/local-date";
import { isManager, type PersonId } from "#src/people/person";
import { beatOf, type CheckinContext, type CheckinStores } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { slotOfWeek, type Slot } from "../rules.ts";
import { digestCard, type DigestData } from "./checkin-card.ts";
import {
  digestName,
  digestOf,
  expectedIn,
  groupsBelow,
  saysAnything,
  slotToTell,
  type Expected,
  type Group,
} from "./digest.ts";

type CheckinNudge = Nudge<CheckinMessages, CheckinStores>;

const digestDays = 4;
const dayMs = 24 * 3_600_000;
const until = (at: Date): Date => new Date(at.getTime() + digestDays * dayMs);

/** A summary of a group, and when the last of those whose deadline comes after it are due; null when nobody's does. */
interface Week {
  readonly slot: Slot;
  readonly restAt: Date | null;
}

const weeksPlanned = 5;

/** From last week on. */
async function weeksOf(group: Group, context: CheckinContext): Promise<readonly Week[]> {
  const known = await context.stores.people.acting(context.person.id);
  if (!known) return [];
  const who = availabilityOf(known);
  const beat = await beatOf(context.person, group.rhythm, context);
  const expected = await expectedIn(group.members, context);
  const first = addDays(startOfWeek(context.today), -7);
  return Array.from({ length: weeksPlanned }, (_, i) =>
    slotOfWeek(addDays(first, 7 * i), beat),
  ).flatMap((slot) => {
    if (slot === null) return [];
    const last = lastDue(expected(slot.week));
    const isLater = last !== null && last > nextMoment(slot.digestAt, who);
    return [{ slot, restAt: isLater ? last : null }];
  });
}

const lastDue = (expected: readonly Expected[]): Date | null =>
  expected.reduce<Date | null>(
    (last, { slot }) => (slot.excused || (last !== null && last >= slot.dueAt) ? last : slot.dueAt),
    null,
  );

const groupOf = async (subject: string, context: CheckinContext): Promise<Group | null> =>
  isManager(context.person)
    ? ((await groupsBelow(context)).find((each) => each.subject === subject) ?? null)
    : null;

async function planned(
  context: CheckinContext,
  when: (week: Week) => Date | null,
): Promise<readonly Occurrence[]> {
  if (!isManager(context.person)) return [];
  const occurrences: Occurrence[] = [];
  for (const group of await groupsBelow(context))
    for (const week of await weeksOf(group, context)) {
      const at = when(week);
      if (at !== null) occurrences.push({ subject: group.subject, at, until: until(at) });
    }
  return occurrences.filter((each) => each.until > context.now);
}

/**
 * It comes at the hour of the goals that are off pace, and so in one message with them. Their team chose to check in: an
 * invitation and a reminder to a team lead who owes one themselves do not cost them the summary.
 */
const digest: CheckinNudge = {
  name: digestName,
  who: "manager",
  priority: "digest",
  chosen: true,
  stands: true,
  label: (t) => t.nudgeDigest(),
  why: (t) => t.whyDigest(),
  plan: (context) => planned(context, ({ slot }) => slot.digestAt),
  async say(subject, context) {
    const group = await groupOf(subject, context);
    const slot = group && (await slotToTell(group, context));
    const data = slot && (await digestOf(slot.week, group.members, context));
    if (!data || !saysAnything(data)) return null;
    const follows = data.waiting.length === 0 ? {} : await whenRestComes(group, slot, context);
    return digestCard({ ...data, ...follows }, "summary", context.t);
  },
};

/** When the manager hears of those who are not due yet. */
async function whenRestComes(
  group: Group,
  { week }: Slot,
  context: CheckinContext,
): Promise<Pick<DigestData, "followsAt" | "followsIn">> {
  const known = await context.stores.people.acting(context.person.id);
  const expected = (await expectedIn(group.members, context))(week);
  const last = lastDue(expected);
  return {
    followsAt: known && last && nextMoment(last, availabilityOf(known)),
    followsIn: expected.find(({ slot }) => slot.dueAt === last)?.slot.openYear ?? null,
  };
}

/** Once, after the last deadline of all. Where the summary had nothing to say yet, or never came, this is the summary. */
const rest: CheckinNudge = {
  name: "checkins.digest-rest",
  who: "manager",
  priority: "digest",
  chosen: true,
  stands: true,
  label: (t) => t.nudgeRest(),
  why: (t) => t.whyRest(),
  plan: (context) => planned(context, ({ restAt }) => restAt),
  async say(subject, context) {
    const group = await groupOf(subject, context);
    const weeks = group ? await weeksOf(group, context) : [];
    const week = weeks.findLast(({ restAt }) => restAt !== null && restAt <= context.now);
    if (!group || !week || (await summaryIsAhead(group, context))) return null;
    const told = await whenTold(group, week.slot, context);
    const data =
      told === null
        ? await digestOf(week.slot.week, group.members, context)
        : await restOf(group, week.slot, told, context);
    return data && saysAnything(data) ? digestCard(data, "summary", context.t) : null;
  },
};

/** Whether the summary will say all of it, later than it should, or is not wanted at all. */
async function summaryIsAhead(group: Group, context: CheckinContext): Promise<boolean> {
  const { plans, nudges } = context.stores;
  const { muted } = await nudges.choices(context.person.id);
  return (
    muted.includes(digestName) ||
    (await plans.of(context.person.id, context.now)).some(
      (each) => each.rule === digestName && each.subject === group.subject,
    )
  );
}

const mostLookedAt = 60;

/** When the summary of this slot was said; null when it was not. */
async function whenTold(
  { subject }: Group,
  { digestAt }: Slot,
  { stores, person }: CheckinContext,
): Promise<Date | null> {
  const came = await stores.nudges.lately(person.id, mostLookedAt);
  return (
    came.find(
      (each) =>
        each.rule === digestName &&
        each.subject === subject &&
        each.outcome === "said" &&
        Math.abs(each.slotAt.getTime() - digestAt.getTime()) < dayMs,
    )?.at ?? null
  );
}

/** Those whose deadline came after the summary. What they are stuck on was said when they raised it. */
async function restOf(
  group: Group,
  { week }: Slot,
  told: Date,
  context: CheckinContext,
): Promise<DigestData | null> {
  const later = (await expectedIn(group.members, context))(week)
    .filter(({ slot }) => !slot.excused && slot.dueAt > told)
    .map(({ person }) => person);
  const data = await digestOf(week, later, context);
  return data && { ...data, blockers: [], rest: true };
}

/** Whether this manager is about to read a summary with this person in it, so that what they raise need not be said by itself. */
export async function summaryNames(
  manager: PersonId,
  planned: readonly { readonly rule: string; readonly subject: string }[],
  context: CheckinContext,
): Promise<boolean> {
  const group = (await groupsBelow(context, manager)).find(({ members }) =>
    members.some((each) => each.id === context.person.id),
  );
  return planned.some((each) => each.rule === digestName && each.subject === group?.subject);
}

export const digestNudges: readonly CheckinNudge[] = [digest, rest];
