// Goals and their progress. Where a goal stands is computed from the entries that nothing has replaced: the last value
// set, and what was added since. A correction keeps the place of what it corrects: a total said later still covers it.
import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import {
  percentOf,
  type Entry,
  type EntryId,
  type GoalId,
  type GoalState,
  type GoalProgress,
  type KnownEntry,
  type Milestone,
  type RatioStanding,
  type Stand,
} from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import type { MetricId } from "#src/practices/setup/model";
import { begin, execute, send, type Tx } from "../../client.ts";
import { goal, goalDispute, goalEntry, milestone } from "../../schema/goals.ts";
import { fromJson } from "../columns.ts";
import { appendEntries } from "./entries.ts";
import { createChanges } from "./changes.ts";
import { createOverrides } from "./overrides.ts";
import { createHandovers, isHeir } from "./handovers.ts";

type GoalRow = typeof goal.$inferSelect;
interface StandingRow {
  readonly goal: unknown;
  readonly owner_name: string;
  readonly names: unknown;
  readonly milestones: unknown;
  readonly last_set: string | null;
  readonly added: string | null;
  readonly last_of: string | null;
  readonly added_of: string | null;
  readonly last_on: string | null;
  readonly first_on: string | null;
  readonly course: unknown;
  readonly last_seq: string | null;
}

const open = "g.state in ('draft', 'proposed', 'active')";
const among = "g.id in (select json_array_elements_text($2::json)::uuid)";
const standings = `
  select (to_jsonb(g) || jsonb_build_object('baseline', g.baseline::text, 'target', g.target::text)) as goal, p.name as owner_name, case when n.id is not null then json_build_object('en', n.name_en, 'zh', n.name_zh) end as names, m.milestones, s.value::text as last_set, s."of"::text as last_of, a.added::text as added, a.added_of::text as added_of, greatest(s."on", a.last_on)::text as last_on, (case when s.place is null then a.first_on else g.start end)::text as first_on, c.course, greatest(s.seq, a.last_seq)::text as last_seq
  from goal g
  join person p on p.id = g.owner_id and p.organisation_id = g.organisation_id
  left join metric n on n.id = g.metric_id and n.organisation_id = g.organisation_id
  left join lateral (
    select json_agg(json_build_object('id', m.id, 'title', m.title, 'due', m.due, 'target', m.target::text, 'doneOn', m.done_on) order by m.due, m.id) as milestones
    from milestone m where m.goal_id = g.id and m.organisation_id = g.organisation_id) m on true
  left join lateral (
    select e.value, e."of", e."on", e.seq, coalesce(e.counts_as, e.seq) as place from goal_entry e
    where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'set' and not exists (select from goal_entry r where r.replaces_id = e.id)
    order by e."on" desc, coalesce(e.counts_as, e.seq) desc limit 1) s on true
  left join lateral (
    select sum(e.value) as added, sum(e."of") as added_of, max(e."on") as last_on, min(e."on") as first_on, max(e.seq) as last_seq from goal_entry e
    where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'add' and not exists (select from goal_entry r where r.replaces_id = e.id)
      and (s.place is null or (e."on", coalesce(e.counts_as, e.seq)) > (s."on", s.place))) a on true
  left join lateral (
    select json_agg(json_build_object('on', e."on", 'value', e.value::text) order by e."on", coalesce(e.counts_as, e.seq)) as course from goal_entry e
    where g.direction in ('keep', 'floor') and e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'set' and e."of" is null
      and not exists (select from goal_entry r where r.replaces_id = e.id)) c on true
  where g.organisation_id = $1::uuid`;

/** In order of their ids, so that two who want the same ones never wait for each other. */
const lockGoals =
  "select id from goal where organisation_id = $1::uuid and id in (select json_array_elements_text($2::json)::uuid) order by id for update";

const ownerName = sql<string>`(select p.name from person p where p.id = ${goal.ownerId} and p.organisation_id = ${goal.organisationId})`;
const byName = sql<string>`(select p.name from person p where p.id = ${goalEntry.byId} and p.organisation_id = ${goalEntry.organisationId})`;
const disputed = sql<
  KnownEntry["disputed"]
>`(select case when bool_or(d.kind = 'stands') then 'stands' when count(*) > 0 then 'open' end from goal_dispute d where d.organisation_id = ${goalEntry.organisationId} and d.entry_id = ${goalEntry.id})`;

export function createGoalStore(tx: Tx, organisationId: string): GoalStore {
  /** `where` is text of ours in which $2 stands for the value. */
  async function standing(where: string, value: string | number): Promise<GoalProgress[]> {
    const rows = await send<StandingRow>(tx, `${standings} and ${where} order by g.number`, [
      organisationId,
      value,
    ]);
    return rows.map(toStanding);
  }

  const entries = (where: SQL, most: number) =>
    tx
      .select({
        entry: goalEntry,
        number: goal.number,
        title: goal.title,
        ownerId: goal.ownerId,
        ownerName,
        byName,
        unit: goal.unit,
        state: goal.state,
        disputed,
      })
      .from(goalEntry)
      .innerJoin(
        goal,
        and(eq(goal.id, goalEntry.goalId), eq(goal.organisationId, goalEntry.organisationId)),
      )
      .where(
        sql`${goalEntry.organisationId} = ${organisationId}::uuid and ${goalEntry.kind} <> 'void' and not exists (select from goal_entry r where r.replaces_id = ${goalEntry.id}) and ${where}`,
      )
      .orderBy(desc(goalEntry.on), desc(goalEntry.seq))
      .limit(most);

  return {
    openOf: (owner) => standing(`g.owner_id = $2::uuid and ${open}`, owner),
    openUnder: (manager) =>
      standing(
        `(p.manager_id = $2::uuid or (g.owner_id = $2::uuid and g.team_id is not null)) and ${open}`,
        manager,
      ),
    openOfLeavers: (heir) =>
      standing(
        `p.left_on is not null and g.state in ('proposed', 'active') and exists (select from person h where h.organisation_id = g.organisation_id and h.id = $2::uuid and ${isHeir})`,
        heir,
      ),
    ...createHandovers(tx, organisationId),
    numbered: async (number) => (await standing("g.number = $2", number))[0] ?? null,
    byId: async (id) => (await standing("g.id = $2::uuid", id))[0] ?? null,
    async ownersOfEnded(before) {
      const rows = await execute<{ owner_id: string }>(
        tx,
        sql`select distinct owner_id from goal where organisation_id = ${organisationId}::uuid and state in ('draft', 'proposed', 'active') and due < ${before}::date`,
      );
      return rows.map((row) => row.owner_id as PersonId);
    },
    partsOf: (parent) => standing("g.parent_id = $2::uuid and g.state <> 'dropped'", parent),
    async closedLike({ ownerId, metricId, unit, period }) {
      if (metricId === null) return [];
      const rows = await execute<{ id: string }>(
        tx,
        sql`select c.id from goal c
          where c.organisation_id = ${organisationId}::uuid and c.owner_id = ${ownerId}::uuid and c.metric_id = ${metricId}::uuid and c.unit = ${JSON.stringify(unit)}::text::jsonb
            and c.period_kind = ${period.kind} and c.state in ('achieved', 'missed') and c.due < ${period.start}::date
          order by c.due desc, c.number desc limit 3`,
      );
      return standing(among, JSON.stringify(rows.map((row) => row.id)));
    },
    async add(added, now) {
      const [given] = await execute<{ last: number }>(
        tx,
        sql`
        insert into numbering (organisation_id, letter, last) values (${organisationId}::uuid, 'G', 1)
        on conflict (organisation_id, letter) do update set last = numbering.last + 1 returning last`,
      );
      const number = given!.last;
      const { milestones, period, baseline, target, ...rest } = added;
      const row = {
        ...rest,
        baseline: toText(baseline),
        target: toText(target),
        periodKind: period.kind,
        start: period.start,
        due: period.end,
      };
      await tx.insert(goal).values({ organisationId, number, createdAt: now, ...row });
      await addMilestones(added.id, milestones);
      return number;
    },
    async change(id, { milestones, period, target, baseline, ...change }) {
      const row = {
        ...change,
        ...(target ? { target: toText(target) } : {}),
        ...(baseline ? { baseline: toText(baseline) } : {}),
        ...(period ? { periodKind: period.kind, start: period.start, due: period.end } : {}),
      };
      const own = and(eq(goal.organisationId, organisationId), eq(goal.id, id));
      if (Object.keys(row).length > 0) await tx.update(goal).set(row).where(own);
      if (!milestones) return;
      await tx
        .delete(milestone)
        .where(and(eq(milestone.organisationId, organisationId), eq(milestone.goalId, id)));
      await addMilestones(id, milestones);
    },
    async lock(ids) {
      // The reading follows right behind, and begins when the locks are there.
      begin(tx, { text: lockGoals, parameters: [organisationId, JSON.stringify(ids)] });
      return standing(among, JSON.stringify(ids));
    },
    append: async (added) => begin(tx, appendEntries(organisationId, added)),
    ...createChanges(tx, organisationId),
    ...createOverrides(tx, organisationId),
    async dispute(said) {
      await tx
        .insert(goalDispute)
        .values({ organisationId, ...said })
        .onConflictDoNothing();
    },
    entriesOf: async (owner, most) =>
      (
        await entries(
          sql`(${goal.ownerId} = ${owner}::uuid or (${goalEntry.byId} = ${owner}::uuid and ${disputed} = 'open'))`,
          most,
        )
      ).map(toEntry),
    async lastBatchBy(author) {
      const batch = sql`${goalEntry.batchId} = (select e.batch_id from goal_entry e where e.organisation_id = ${organisationId}::uuid and e.by_id = ${author}::uuid
        and e.kind <> 'void' and not exists (select from goal_entry r where r.replaces_id = e.id) order by e.seq desc limit 1)`;
      return (await entries(batch, 50)).map(toEntry);
    },
    batch: async (id) => (await entries(sql`${goalEntry.batchId} = ${id}::uuid`, 50)).map(toEntry),
    entry: async (id) =>
      (await entries(sql`${goalEntry.id} = ${id}::uuid`, 1)).map(toEntry)[0] ?? null,
  };

  async function addMilestones(goalId: GoalId, list: readonly Milestone[]): Promise<void> {
    if (list.length > 0)
      await tx.insert(milestone).values(
        list.map((each) => ({
          organisationId,
          ...each,
          goalId,
          target: each.target === null ? null : toText(each.target),
        })),
      );
  }
}

function toStanding(row: StandingRow): GoalProgress {
  const g = fromJson<SnakeGoal>(row.goal);
  const { start, due, period_kind: kind } = g;
  const baseline = decimal(String(g.baseline));
  const ratio = ratioOf(row);
  return {
    id: g.id as GoalId,
    number: g.number,
    title: g.title,
    ownerId: g.owner_id as PersonId,
    ownerName: row.owner_name,
    names: fromJson<{ en: string; zh: string } | null>(row.names),
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
    proposedOn: g.proposed_on === null ? null : localDate(g.proposed_on),
    confidence: g.confidence,
    lesson: g.lesson,
    createdOn: localDate(g.created_on),
    milestones: (fromJson<MilestoneRow[] | null>(row.milestones) ?? []).map(toMilestone),
    actual: ratio ? percentOf(ratio) : actualOf(baseline, row.last_set, row.added),
    ratio,
    lastOn: row.last_on === null ? null : localDate(row.last_on),
    firstOn: row.first_on === null ? null : localDate(row.first_on),
    course: (fromJson<{ on: string; value: string }[] | null>(row.course) ?? []).map(
      (each): Stand => ({ on: localDate(each.on), value: decimal(each.value) }),
    ),
    lastSeq: row.last_seq === null ? null : Number(row.last_seq),
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
  proposed_on: string | null;
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

/** What was counted since the last set; a bare percentage that was set is no count, so that the counts after it stand alone. */
function ratioOf(row: StandingRow): RatioStanding | null {
  const side = (set: string | null, added: string | null): Decimal =>
    decimal(row.last_of === null ? "0" : (set ?? "0")).plus(
      row.added_of === null ? "0" : (added ?? "0"),
    );
  const ratio = { num: side(row.last_set, row.added), den: side(row.last_of, row.added_of) };
  return ratio.den.gt("0") ? ratio : null;
}

function actualOf(baseline: Decimal, lastSet: string | null, added: string | null): Decimal {
  const from = lastSet === null ? baseline : decimal(lastSet);
  return added === null ? from : from.plus(decimal(added));
}

interface EntryRow {
  readonly entry: typeof goalEntry.$inferSelect;
  readonly number: number;
  readonly title: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly byName: string | null;
  readonly unit: unknown;
  readonly state: GoalState;
  readonly disputed: KnownEntry["disputed"];
}

function toEntry(found: EntryRow): KnownEntry {
  const { organisationId: _, seq, ...row } = found.entry;
  const entry: Entry = {
    ...row,
    id: row.id as EntryId,
    goalId: row.goalId as GoalId,
    value: decimal(row.value),
    of: row.of === null ? null : decimal(row.of),
    on: localDate(row.on),
    byId: row.byId as PersonId,
    replacesId: row.replacesId as EntryId | null,
  };
  return {
    ...entry,
    seq,
    goalNumber: found.number,
    goalTitle: found.title,
    ownerId: found.ownerId as PersonId,
    ownerName: found.ownerName,
    byName: found.byName ?? "",
    unit: found.unit as Unit,
    state: found.state,
    disputed: found.disputed,
  };
}
