// Statuses said against the computed ones, and where a goal stood on an earlier day: what is read of goals beside their standing.
import { sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalId, Judgement } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";
import { countedBefore } from "../numbers/current-facts.ts";
import { goalOverride } from "../../schema/practices/goals.ts";

interface OverrideRow {
  id: string;
  goal_id: string;
  by_id: string;
  by_name: string;
  at: Date;
  status: Judgement;
  reason: string;
  until: string;
}

/** A list of goals, for `in`. */
export const idsOf = (goals: readonly GoalId[]) =>
  sql`(select json_array_elements_text(${JSON.stringify(goals)}::json)::uuid)`;

export function createOverrides(
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "overridesOf" | "override" | "endOverride" | "stoodBefore"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async overridesOf(goals, on) {
      if (goals.length === 0) return [];
      const rows = await execute<OverrideRow>(
        tx,
        sql`select distinct on (o.goal_id) o.id, o.goal_id, o.by_id, p.name as by_name, o.at, o.status, o.reason, o.until::text from goal_override o
          join person p on p.id = o.by_id and p.organisation_id = o.organisation_id
          where o.${own} and o.goal_id in ${idsOf(goals)} and o.ended_at is null and o.until >= ${on}::date order by o.goal_id, o.seq desc`,
      );
      return rows.map((row) => ({
        id: row.id,
        goalId: row.goal_id as GoalId,
        byId: row.by_id as PersonId,
        byName: row.by_name,
        at: row.at,
        status: row.status,
        reason: row.reason,
        until: localDate(row.until),
      }));
    },
    async override({ id, goalId, byId, at, status, reason, until }) {
      await tx.execute(
        sql`update goal_override set ended_by_id = ${byId}::uuid, ended_at = ${at.toISOString()}::timestamptz where ${own} and goal_id = ${goalId}::uuid and ended_at is null`,
      );
      await tx
        .insert(goalOverride)
        .values({ organisationId, id, goalId, byId, at, status, reason, until });
    },
    async endOverride(goal, on, by, at) {
      const ended = await tx.execute(
        sql`update goal_override set ended_by_id = ${by}::uuid, ended_at = ${at.toISOString()}::timestamptz where ${own} and goal_id = ${goal}::uuid and ended_at is null and until >= ${on}::date`,
      );
      return affectedBy(ended) > 0;
    },
    async stoodBefore(goals, days) {
      if (goals.length === 0 || days.length === 0) return new Map();
      const rows = await execute<{ id: string; stood: unknown }>(
        tx,
        sql`with counted as (
            select e.goal_id, e.kind, e.value, e."on", coalesce(e.counts_as, e.seq) as place from goal_entry e
            where e.${own} and e.goal_id in ${idsOf(goals)} and e.kind <> 'void' and not exists (select from goal_entry r where r.replaces_id = e.id)),
          asked as (select day::date, n from json_array_elements_text(${JSON.stringify(days)}::json) with ordinality as d(day, n)),
          imported as (select g.id as goal_id, q.n, q.value from goal g cross join lateral (${sql.raw(countedBefore)}) q
            where g.${own} and g.id in ${idsOf(goals)} and g.counted_source is not null)
          select g.id, json_agg((case when g.counted_source is not null then case when g.adds then g.baseline + coalesce(q.value, 0) else coalesce(q.value, g.baseline) end else coalesce(s.value, g.baseline) + coalesce((select sum(a.value) from counted a where a.goal_id = g.id and a.kind = 'add' and a."on" < asked.day
              and (s.place is null or (a."on", a.place) > (s."on", s.place))), 0) end)::text order by asked.n) as stood
          from goal g cross join asked
          left join lateral (select c.value, c."on", c.place from counted c where c.goal_id = g.id and c.kind = 'set' and c."on" < asked.day order by c."on" desc, c.place desc limit 1) s on true
          left join imported q on q.goal_id = g.id and q.n = asked.n
          where g.${own} and g.id in ${idsOf(goals)} group by g.id`,
      );
      return new Map(
        rows.map(({ id, stood }) => [
          id as GoalId,
          fromJson<readonly string[]>(stood).map((each) => decimal(each)),
        ]),
      );
    },
  };
}
