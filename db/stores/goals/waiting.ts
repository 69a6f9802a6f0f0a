// What an owner asked of the other side, and who that is now: the manager they asked may have left, or lead them no more.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Waiting } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import { execute, type Tx } from "../../client.ts";
import { decider } from "../people/decider.ts";

/** Asked before it was kept of whom: of their manager as they are now. */
const isElsewhere = sql`coalesce(asked.asked_id, p.manager_id) is distinct from ${decider} and ${decider} is not null`;

/** Whoever logged an entry goes on deciding about it as long as they may log. */
const isAuthorsStill = sql`exists (select from person a where a.organisation_id = e.organisation_id and a.id = e.by_id and a.id = asked.asked_id and a.left_on is null
  and (a.id = p.manager_id or (a.assistant and a.team_id = p.team_id)))`;

const ownerHere = sql`join person p on p.organisation_id = g.organisation_id and p.id = g.owner_id and p.left_on is null`;

export function createWaiting(
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "waitingElsewhere" | "waitingElsewhereOf" | "askAgain"> {
  const disputes = sql`from goal_dispute asked
    join goal_entry e on e.organisation_id = asked.organisation_id and e.id = asked.entry_id and not exists (select from goal_entry r where r.organisation_id = e.organisation_id and r.replaces_id = e.id)
    join goal g on g.organisation_id = e.organisation_id and g.id = e.goal_id and g.state in ('proposed', 'active') ${ownerHere}
    where asked.organisation_id = ${organisationId}::uuid and asked.kind = 'opened'
      and not exists (select from goal_dispute s where s.organisation_id = asked.organisation_id and s.entry_id = asked.entry_id and s.kind = 'stands')
      and ${isElsewhere} and not ${isAuthorsStill}`;
  const changes = sql`from goal_change asked
    join goal g on g.organisation_id = asked.organisation_id and g.id = asked.goal_id and g.state = 'active' and g.owner_id = asked.by_id ${ownerHere}
    where asked.organisation_id = ${organisationId}::uuid and asked.state = 'open' and ${isElsewhere}`;

  return {
    async waitingElsewhere() {
      const rows = await execute<{ id: PersonId }>(
        tx,
        sql`select g.owner_id as id ${disputes} union select g.owner_id ${changes} order by id`,
      );
      return rows.map((row) => row.id);
    },
    waitingElsewhereOf: (owner) =>
      execute<Waiting>(
        tx,
        sql`select 'dispute' as kind, asked.id, asked.entry_id as about, asked.said, coalesce(asked.asked_id, p.manager_id) as "askedId" ${disputes} and g.owner_id = ${owner}::uuid
          union all select 'change', asked.id, asked.goal_id, asked.reason, coalesce(asked.asked_id, p.manager_id) ${changes} and g.owner_id = ${owner}::uuid order by id`,
      ),
    async askAgain({ kind, id }, askedId) {
      const table = sql.identifier(kind === "dispute" ? "goal_dispute" : "goal_change");
      await execute(
        tx,
        sql`update ${table} set asked_id = ${askedId}::uuid where organisation_id = ${organisationId}::uuid and id = ${id}::uuid`,
      );
    },
  };
}
