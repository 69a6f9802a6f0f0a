// What an owner asked of the other side, and who that is now: the manager they asked may have left, or lead them no more.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Waiting } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import { execute, type Tx } from "../../client.ts";
import { decider } from "../people/decider.ts";

/** Whoever logged an entry goes on deciding about it as long as they may log. */
const isAuthorsStill = sql`exists (select from person a where a.organisation_id = p.organisation_id and a.id = open.by_id and a.id = open.asked_id and a.left_on is null
  and (a.id = p.manager_id or (a.assistant and a.team_id = p.team_id)))`;

export function createWaiting(
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "waitingElsewhere" | "waitingElsewhereOf" | "askAgain"> {
  // Each step is done before the next: there are few open questions and many entries, and who decides is looked up person by person.
  const elsewhere = sql`with disputed as materialized (
      select id, entry_id, said, asked_id from goal_dispute d where organisation_id = ${organisationId}::uuid and kind = 'opened'
        and not exists (select from goal_dispute s where s.organisation_id = d.organisation_id and s.entry_id = d.entry_id and s.kind = 'stands')),
    open as materialized (
      select 'dispute' as kind, d.id, d.entry_id as about, d.said, d.asked_id, g.owner_id, e.by_id from disputed d
        join goal_entry e on e.organisation_id = ${organisationId}::uuid and e.id = d.entry_id and not exists (select from goal_entry r where r.organisation_id = e.organisation_id and r.replaces_id = e.id)
        join goal g on g.organisation_id = e.organisation_id and g.id = e.goal_id and g.state in ('proposed', 'active')
      union all
      select 'change', c.id, c.goal_id, c.reason, c.asked_id, g.owner_id, null from goal_change c
        join goal g on g.organisation_id = c.organisation_id and g.id = c.goal_id and g.state = 'active' and g.owner_id = c.by_id
        where c.organisation_id = ${organisationId}::uuid and c.state = 'open'),
    decided as materialized (
      select open.kind, open.id, open.about, open.said, open.owner_id, coalesce(open.asked_id, p.manager_id) as asked_id,
          ${decider} as decider, ${isAuthorsStill} as authors from open
        join person p on p.organisation_id = ${organisationId}::uuid and p.id = open.owner_id and p.left_on is null)`;
  // Asked before it was kept of whom: of their manager as they are now.
  const isElsewhere = sql`asked_id is distinct from decider and decider is not null and not authors`;

  return {
    async waitingElsewhere() {
      const rows = await execute<{ id: PersonId }>(
        tx,
        sql`${elsewhere} select distinct owner_id as id from decided where ${isElsewhere} order by id`,
      );
      return rows.map((row) => row.id);
    },
    waitingElsewhereOf: (owner) =>
      execute<Waiting>(
        tx,
        sql`${elsewhere} select kind, id, about, said, asked_id as "askedId" from decided where ${isElsewhere} and owner_id = ${owner}::uuid order by id`,
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
