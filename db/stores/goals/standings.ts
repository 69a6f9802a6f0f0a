// Where a goal stands, computed from the entries that nothing has replaced: the last value set, and what was added since. A correction
// keeps the place of what it corrects: a total said later still covers it.
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { decimal, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import {
  percentOf,
  type GoalId,
  type GoalProgress,
  type GoalState,
  type Milestone,
  type RatioStanding,
  type Stand,
} from "#src/practices/goals/model";
import type { MetricId } from "#src/practices/setup/model";
import { send, type Tx } from "../../client.ts";
import type { goal } from "../../schema/practices/goals.ts";
import { fromJson } from "../columns.ts";
import { countedOf } from "../numbers/current-facts.ts";

type GoalRow = typeof goal.$inferSelect;
interface StandingRow {
  readonly goal: unknown;
  readonly owner_name: string;
  readonly manager_name: string | null;
  readonly names: unknown;
  readonly milestones: unknown;
  readonly last_set: string | null;
  readonly added: string | null;
  readonly last_of: string | null;
  readonly added_of: string | null;
  readonly last_on: string | null;
  readonly first_on: string | null;
  readonly course: unknown;
  readonly counted: string | null;
  readonly counted_first_on: string | null;
  readonly counted_last_on: string | null;
  readonly counted_at: Date | string | null;
  readonly last_seq: string | null;
}

export const open = "g.state in ('draft', 'proposed', 'active')";
/** Whose time lies in part between start and end of $2. */
export const inDays =
  "g.state <> 'dropped' and g.start <= ($2::json->>'end')::date and g.due >= ($2::json->>'start')::date";
/** Of the ids $2 lists. */
export const among = "g.id in (select json_array_elements_text($2::json)::uuid)";
/** What an entry of the same goal replaces: a few of many, found once for all of them. */
const replaced =
  "select r.replaces_id from goal_entry r where r.organisation_id = g.organisation_id and r.goal_id = g.id and r.replaces_id is not null";
const standings = `
  select (to_jsonb(g) || jsonb_build_object('baseline', g.baseline::text, 'target', g.target::text)) as goal, p.name as owner_name, l.name as manager_name, case when n.id is not null then json_build_object('en', n.name_en, 'zh', n.name_zh) end as names, m.milestones, s.value::text as last_set, s."of"::text as last_of, a.added::text as added, a.added_of::text as added_of, greatest(s."on", a.last_on)::text as last_on, (case when s.place is null then a.first_on else g.start end)::text as first_on, c.course, q.value::text as counted, q.first_on::text as counted_first_on, q.last_on::text as counted_last_on, (select k.ok_at from crm_source k where k.organisation_id = g.organisation_id and k.source = g.counted_source) as counted_at, greatest(s.seq, a.last_seq)::text as last_seq
  from goal g
  join person p on p.id = g.owner_id and p.organisation_id = g.organisation_id
  left join person l on l.id = p.manager_id and l.organisation_id = g.organisation_id and l.left_on is null
  left join metric n on n.id = g.metric_id and n.organisation_id = g.organisation_id
  left join lateral (
    select json_agg(json_build_object('id', m.id, 'title', m.title, 'due', m.due, 'target', m.target::text, 'doneOn', m.done_on) order by m.due, m.id) as milestones
    from milestone m where m.goal_id = g.id and m.organisation_id = g.organisation_id) m on true
  left join lateral (
    select e.value, e."of", e."on", e.seq, coalesce(e.counts_as, e.seq) as place from goal_entry e
    where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'set' and e.id not in (${replaced})
    order by e."on" desc, coalesce(e.counts_as, e.seq) desc limit 1) s on true
  left join lateral (
    select sum(e.value) as added, sum(e."of") as added_of, max(e."on") as last_on, min(e."on") as first_on, max(e.seq) as last_seq from goal_entry e
    where e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'add' and e.id not in (${replaced})
      and (s.place is null or (e."on", coalesce(e.counts_as, e.seq)) > (s."on", s.place))) a on true
  left join lateral (
    select json_agg(json_build_object('on', e."on", 'value', e.value::text) order by e."on", coalesce(e.counts_as, e.seq)) as course from goal_entry e
    where g.direction in ('keep', 'floor') and e.organisation_id = g.organisation_id and e.goal_id = g.id and e.kind = 'set' and e."of" is null
      and e.id not in (${replaced})) c on true
  left join lateral (${countedOf}) q on true
  where g.organisation_id = $1::uuid`;

/** `where` is text of ours in which $2 stands for the value. */
export async function standingsOf(
  tx: Tx,
  organisationId: string,
  where: string,
  value: string | number,
): Promise<GoalProgress[]> {
  const rows = await send<StandingRow>(tx, `${standings} and ${where} order by g.number`, [
    organisationId,
    value,
  ]);
  return rows.map(toStanding);
}

function toStanding(row: StandingRow): GoalProgress {
  const g = fromJson<SnakeGoal>(row.goal);
  const { start, due, period_kind: kind } = g;
  const baseline = decimal(String(g.baseline));
  const ratio = ratioOf(row);
  const reported = ratio ? percentOf(ratio) : actualOf(baseline, row.last_set, row.added);
  return {
    id: g.id as GoalId,
    number: g.number,
    title: g.title,
    ownerId: g.owner_id as PersonId,
    ownerName: row.owner_name,
    managerName: row.manager_name,
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
    countedSource: g.counted_source,
    lesson: g.lesson,
    createdOn: localDate(g.created_on),
    milestones: (fromJson<MilestoneRow[] | null>(row.milestones) ?? []).map(toMilestone),
    ...(g.counted_source === null
      ? {
          actual: reported,
          ratio,
          lastOn: dayOf(row.last_on),
          firstOn: dayOf(row.first_on),
        }
      : {
          actual: countedActual(baseline, g.adds, row.counted),
          reported,
          countedAt: row.counted_at === null ? null : new Date(row.counted_at),
          ratio: null,
          lastOn: dayOf(row.counted_last_on),
          firstOn: dayOf(row.counted_first_on),
        }),
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
  counted_source: string | null;
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

const dayOf = (day: string | null): LocalDate | null => (day === null ? null : localDate(day));

/** A sum begins at the baseline; anything else stands where the source says. */
function countedActual(baseline: Decimal, adds: boolean, counted: string | null): Decimal {
  if (counted === null) return baseline;
  return adds ? baseline.plus(decimal(counted)) : decimal(counted);
}

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
