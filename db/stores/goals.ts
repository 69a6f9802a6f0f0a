// Goals and their progress. Where a goal stands is computed from the entries that nothing has replaced: the last value
// set, and what was added since.
import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import type { Entry, EntryId, GoalId, GoalState, GoalStanding, KnownEntry, Milestone } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import type { MetricId } from "#src/practices/setup/model";
import { execute, type Tx } from "../client.ts";
import { goal, goalEntry, milestone } from "../schema/goals.ts";
import { fromJson } from "./columns.ts";

type GoalRow = typeof goal.$inferSelect;
interface StandingRow {
  readonly goal: unknown;
  readonly owner_name: string;
  readonly milestones: unknown;
  readonly last_set: string | null;
  readonly added: string | null;
  readonly last_on: string | null;
  readonly last_at: Date | null;
}

const open = sql`g.state in ('draft', 'proposed', 'active')`;

export function createGoalStore(tx: Tx, organisationId: string): GoalStore {
  async function standing(where: SQL): Promise<GoalStanding[]> {
    const rows = await execute<StandingRow>(
      tx,
      sql`
      select (to_jsonb(g) || jsonb_build_object('baseline', g.baseline::text, 'target', g.target::text)) as goal, p.name as owner_name, m.milestones, s.value::text as last_set, a.added::text as added, greatest(s."on", a.last_on)::text as last_on, greatest(s.at, a.last_at) as last_at
      from goal g
      join person p on p.id = g.owner_id and p.organisation_id = g.organisation_id
      left join lateral (
        select json_agg(json_build_object('id', m.id, 'title', m.title, 'due', m.due, 'target', m.target::text, 'doneOn', m.done_on) order by m.due, m.id) as milestones
        from milestone m where m.goal_id = g.id and m.organisation_id = g.organisation_id) m on true
      left join lateral (
        select e.value, e."on", e.at, e.id from goal_entry e
        where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'set' and not exists (select from goal_entry r where r.replaces_id = e.id)
        order by e."on" desc, e.id desc limit 1) s on true
      left join lateral (
        select sum(e.value) as added, max(e."on") as last_on, max(e.at) as last_at from goal_entry e
        where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'add' and not exists (select from goal_entry r where r.replaces_id = e.id)
          and (s.id is null or (e."on", e.id) > (s."on", s.id))) a on true
      where g.organisation_id = ${organisationId}::uuid and ${where}
      order by g.number`,
    );
    return rows.map(toStanding);
  }

  const entries = (where: SQL, most: number) =>
    tx
      .select({ entry: goalEntry, number: goal.number, title: goal.title, ownerId: goal.ownerId, unit: goal.unit, state: goal.state })
      .from(goalEntry)
      .innerJoin(goal, and(eq(goal.id, goalEntry.goalId), eq(goal.organisationId, goalEntry.organisationId)))
      .where(sql`${goalEntry.organisationId} = ${organisationId}::uuid and ${goalEntry.kind} <> 'void' and not exists (select from goal_entry r where r.replaces_id = ${goalEntry.id}) and ${where}`)
      .orderBy(desc(goalEntry.on), desc(goalEntry.id))
      .limit(most);

  return {
    openOf: (owner) => standing(sql`g.owner_id = ${owner}::uuid and ${open}`),
    openUnder: (manager) => standing(sql`(p.manager_id = ${manager}::uuid or (g.owner_id = ${manager}::uuid and g.team_id is not null)) and ${open}`),
    numbered: async (number) => (await standing(sql`g.number = ${number}`))[0] ?? null,
    byId: async (id) => (await standing(sql`g.id = ${id}::uuid`))[0] ?? null,
    async ownersOfEnded(before) {
      const rows = await execute<{ owner_id: string }>(tx, sql`select distinct owner_id from goal where organisation_id = ${organisationId}::uuid and state = 'active' and due < ${before}::date`);
      return rows.map((row) => row.owner_id as PersonId);
    },
    partsOf: (parent) => standing(sql`g.parent_id = ${parent}::uuid and g.state <> 'dropped'`),
    async add(added, now) {
      const [given] = await execute<{ last: number }>(
        tx,
        sql`
        insert into numbering (organisation_id, letter, last) values (${organisationId}::uuid, 'G', 1)
        on conflict (organisation_id, letter) do update set last = numbering.last + 1 returning last`,
      );
      const number = given!.last;
      const { milestones, period, baseline, target, ...rest } = added;
      const row = { ...rest, baseline: toText(baseline), target: toText(target), periodKind: period.kind, start: period.start, due: period.end };
      await tx.insert(goal).values({ organisationId, number, createdAt: now, ...row });
      await addMilestones(added.id, milestones);
      return number;
    },
    async change(id, { milestones, period, target, ...change }) {
      const row = { ...change, ...(target ? { target: toText(target) } : {}), ...(period ? { periodKind: period.kind, start: period.start, due: period.end } : {}) };
      const own = and(eq(goal.organisationId, organisationId), eq(goal.id, id));
      if (Object.keys(row).length > 0) await tx.update(goal).set(row).where(own);
      if (!milestones) return;
      await tx.delete(milestone).where(and(eq(milestone.organisationId, organisationId), eq(milestone.goalId, id)));
      await addMilestones(id, milestones);
    },
    async append(added) {
      await tx.insert(goalEntry).values(added.map((each) => ({ organisationId, ...each, value: toText(each.value) })));
    },
    entriesOf: async (owner, most) => (await entries(sql`${goal.ownerId} = ${owner}::uuid`, most)).map(toEntry),
    async lastBatchBy(author) {
      const batch = sql`${goalEntry.batchId} = (select e.batch_id from goal_entry e where e.organisation_id = ${organisationId}::uuid and e.by_id = ${author}::uuid
        and e.kind <> 'void' and not exists (select from goal_entry r where r.replaces_id = e.id) order by e.at desc, e.id desc limit 1)`;
      return (await entries(batch, 50)).map(toEntry);
    },
    batch: async (id) => (await entries(sql`${goalEntry.batchId} = ${id}::uuid`, 50)).map(toEntry),
    entry: async (id) => (await entries(sql`${goalEntry.id} = ${id}::uuid`, 1)).map(toEntry)[0] ?? null,
  };

  async function addMilestones(goalId: GoalId, list: readonly Milestone[]): Promise<void> {
    if (list.length > 0) await tx.insert(milestone).values(list.map((each) => ({ organisationId, ...each, goalId, target: each.target === null ? null : toText(each.target) })));
  }
}

function toStanding(row: StandingRow): GoalStanding {
  const g = fromJson<SnakeGoal>(row.goal);
  const { start, due, period_kind: kind } = g;
  const baseline = decimal(String(g.baseline));
  return {
    id: g.id as GoalId,
    number: g.number,
    title: g.title,
    ownerId: g.owner_id as PersonId,
    ownerName: row.owner_name,
    teamId: g.team_id as TeamId | null,
    metricId: g.metric_id as MetricId | null,
    unit: g.unit,
    direction: g.direction,
    adds: g.adds,
    baseline,
    target: decimal(String(g.target)),
    period: { kind, start: localDate(start), end: localDate(due) },
    parentId: g.parent_id as GoalId | null,
    reason: g.reason,
    state: g.state,
    proposedById: g.proposed_by_id as PersonId | null,
    confidence: g.confidence,
    lesson: g.lesson,
    createdOn: localDate(g.created_on),
    milestones: (fromJson<MilestoneRow[] | null>(row.milestones) ?? []).map(toMilestone),
    actual: actualOf(baseline, row.last_set, row.added),
    lastOn: row.last_on === null ? null : localDate(row.last_on),
    lastAt: row.last_at,
  };
}

interface SnakeGoal {
  id: string;
  number: number;
  title: string;
  owner_id: string;
  team_id: string | null;
  metric_id: string | null;
  unit: Unit;
  direction: GoalRow["direction"];
  adds: boolean;
  baseline: string;
  target: string;
  period_kind: GoalRow["periodKind"];
  start: string;
  due: string;
  parent_id: string | null;
  reason: string | null;
  state: GoalState;
  proposed_by_id: string | null;
  confidence: number | null;
  lesson: string | null;
  created_on: string;
}
interface MilestoneRow {
  id: string;
  title: string;
  due: string;
  target: string | null;
  doneOn: string | null;
}

const toMilestone = (row: MilestoneRow): Milestone => ({
  id: row.id,
  title: row.title,
  due: localDate(row.due),
  target: row.target === null ? null : decimal(row.target),
  doneOn: row.doneOn === null ? null : localDate(row.doneOn),
});

function actualOf(baseline: Decimal, lastSet: string | null, added: string | null): Decimal {
  const from = lastSet === null ? baseline : decimal(lastSet);
  return added === null ? from : from.plus(decimal(added));
}

function toEntry(found: { entry: typeof goalEntry.$inferSelect; number: number; title: string; ownerId: string; unit: unknown; state: GoalState }): KnownEntry {
  const { organisationId: _, ...row } = found.entry;
  const entry: Entry = { ...row, id: row.id as EntryId, goalId: row.goalId as GoalId, value: decimal(row.value), on: localDate(row.on), byId: row.byId as PersonId, replacesId: row.replacesId as EntryId | null };
  return { ...entry, goalNumber: found.number, goalTitle: found.title, ownerId: found.ownerId as PersonId, unit: found.unit as Unit, state: found.state };
}
