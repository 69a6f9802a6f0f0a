// Decisions of one organisation, for whoever took them, whoever leads them, and whoever's goal they are about.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalProgress } from "#src/practices/goals/api";
import type { Decision, DecisionId } from "#src/practices/decisions/model";
import type { DecisionStore } from "#src/practices/decisions/store";
import { affectedBy, execute, only, type Tx } from "../client.ts";
import { decision } from "../schema/practices/decisions.ts";

interface Row {
  id: string;
  number: number;
  by_id: string;
  by_name: string;
  at: Date | string;
  what: string;
  why: string;
  goal_id: string | null;
  value_then: string | null;
  look_on: string;
  seen: string | null;
  value_seen: string | null;
}

export function createDecisionStore(tx: Tx, organisationId: string): DecisionStore {
  const own = sql`d.organisation_id = ${organisationId}::uuid`;
  const find = async (where: SQL, order: SQL, most: number): Promise<Decision[]> => {
    const rows = await execute<Row>(
      tx,
      sql`select d.id, d.number, d.by_id, coalesce(p.name, '') as by_name, d.at, d.what, d.why, d.goal_id, d.value_then::text as value_then, d.look_on::text as look_on, d.seen, d.value_seen::text as value_seen
        from decision d left join person p on p.organisation_id = d.organisation_id and p.id = d.by_id where ${own} and ${where} order by ${order} limit ${most}`,
    );
    return rows.map(toDecision);
  };
  return {
    async add({ valueThen, lookOn, goal, by, ...kept }) {
      const { last: number } = only(
        await execute<{ last: number }>(
          tx,
          sql`insert into numbering (organisation_id, letter, last) values (${organisationId}::uuid, 'D', 1)
            on conflict (organisation_id, letter) do update set last = numbering.last + 1 returning last`,
        ),
      );
      await tx.insert(decision).values({
        organisationId,
        ...kept,
        number,
        byId: by,
        goalId: goal,
        valueThen: valueThen === null ? null : toText(valueThen),
        lookOn,
      });
      return number;
    },
    byId: async (id) => (await find(sql`d.id = ${id}::uuid`, sql`d.number`, 1))[0] ?? null,
    numbered: async (number) =>
      (await find(sql`d.number = ${number}`, sql`d.number`, 1))[0] ?? null,
    openBy: (person) =>
      find(sql`d.by_id = ${person}::uuid and d.seen is null`, sql`d.look_on, d.number`, 100),
    about: (person, most) =>
      find(
        sql`(d.by_id = ${person}::uuid or exists (select from person r where r.organisation_id = d.organisation_id and r.id = d.by_id and r.manager_id = ${person}::uuid)
          or exists (select from goal g where g.organisation_id = d.organisation_id and g.id = d.goal_id and g.owner_id = ${person}::uuid))`,
        sql`d.seen is not null, d.number desc`,
        most,
      ),
    async look(id, { seen, value, at }) {
      const looked = await tx.execute(
        sql`update decision d set seen = ${seen}, value_seen = ${value === null ? null : toText(value)}::numeric, seen_at = ${at.toISOString()}::timestamptz where ${own} and d.id = ${id}::uuid and d.seen is null`,
      );
      return affectedBy(looked) === 1;
    },
    async putOff(id, on) {
      const moved = await tx.execute(
        sql`update decision d set look_on = ${on}::date where ${own} and d.id = ${id}::uuid and d.seen is null`,
      );
      return affectedBy(moved) === 1;
    },
  };
}

const toDecision = (row: Row): Decision => ({
  id: row.id as DecisionId,
  number: Number(row.number),
  by: row.by_id as PersonId,
  byName: row.by_name,
  at: new Date(row.at),
  what: row.what,
  why: row.why,
  goal: row.goal_id as GoalProgress["id"] | null,
  valueThen: row.value_then === null ? null : decimal(row.value_then),
  lookOn: localDate(row.look_on),
  seen: row.seen,
  valueSeen: row.value_seen === null ? null : decimal(row.value_seen),
});
