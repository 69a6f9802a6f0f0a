// Which source a goal counts from, and since when; and which goals are to be looked at because an import may have brought them there.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Counting, GoalId, ToLookAt } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import { execute, type Tx } from "../../client.ts";
import { goalCounting } from "../../schema/practices/goals.ts";

/** The newest import whose facts `g` counts. */
const newest = sql`(select max(b.seq) from number_batch b where b.organisation_id = g.organisation_id and b.source = g.counted_source and b.state = 'visible')`;
const isNew = sql`g.counted_source is not null and g.state = 'active' and ${newest} > coalesce(g.counted_through, 0)`;

export function createCounting(
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "countBy" | "countingOf" | "countedAnew" | "toLookAt" | "lookedAt"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async countBy({ id, goalId, source, byId, at }, isReached) {
      await tx.insert(goalCounting).values({ organisationId, id, goalId, source, byId, at });
      await tx.execute(
        sql`update goal set counted_source = ${source}, counted_through = null, counted_reached = ${isReached} where ${own} and id = ${goalId}::uuid`,
      );
    },
    countingOf: (goal) =>
      execute<Counting>(
        tx,
        sql`select c.id, c.goal_id as "goalId", c.source, c.by_id as "byId", coalesce(p.name, '') as "byName", c.at from goal_counting c
          left join person p on p.organisation_id = c.organisation_id and p.id = c.by_id
          where c.${own} and c.goal_id = ${goal}::uuid order by c.seq desc`,
      ).then((rows) => rows.map((row) => ({ ...row, at: new Date(row.at) }))),
    async countedAnew() {
      const rows = await execute<{ id: PersonId }>(
        tx,
        sql`select distinct g.owner_id as id from goal g join person p on p.organisation_id = g.organisation_id and p.id = g.owner_id and p.left_on is null
          where g.${own} and ${isNew} order by id`,
      );
      return rows.map((row) => row.id);
    },
    async toLookAt(owner) {
      const rows = await execute<{ id: string; reached: boolean; through: string }>(
        tx,
        sql`select g.id, g.counted_reached as reached, ${newest} as through from goal g where g.${own} and g.owner_id = ${owner}::uuid and ${isNew} order by g.number`,
      );
      return rows.map(({ id, reached, through }): ToLookAt => ({
        goal: id as GoalId,
        wasReached: reached,
        through: Number(through),
      }));
    },
    async lookedAt({ goal, through }, isReached) {
      await tx.execute(
        sql`update goal set counted_through = ${through}, counted_reached = ${isReached} where ${own} and id = ${goal}::uuid`,
      );
    },
  };
}
