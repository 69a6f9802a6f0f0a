// Who sees to the goals of those who left, and whose a goal was before.
import { and, desc, eq, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { GoalStore } from "#src/practices/goals/store";
import { send, type Tx } from "../../client.ts";
import { goalHandover } from "../../schema/practices/goals.ts";

/** Whether h sees to what p left: p's manager, or an admin where that is nobody who is here. */
export const isHeir =
  "(p.manager_id = h.id or (h.admin and not exists (select from person m where m.organisation_id = p.organisation_id and m.id = p.manager_id and m.left_on is null)))";

const heirs = `select distinct h.id from goal g join person p on p.id = g.owner_id and p.organisation_id = g.organisation_id and p.left_on >= $2::date
  join person h on h.organisation_id = g.organisation_id and h.left_on is null and ${isHeir} where g.organisation_id = $1::uuid and g.state in ('proposed', 'active')`;

const name = sql<string>`(select p.name from person p where p.id = ${goalHandover.fromId} and p.organisation_id = ${goalHandover.organisationId})`;

export const createHandovers = (
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "heirsOfLeavers" | "passOn" | "earlierOwners"> => ({
  async heirsOfLeavers(since) {
    return (await send<{ id: string }>(tx, heirs, [organisationId, since])).map(
      (row) => row.id as PersonId,
    );
  },
  async passOn(handover) {
    await tx.insert(goalHandover).values({ organisationId, ...handover });
  },
  async earlierOwners(id) {
    const own = and(eq(goalHandover.organisationId, organisationId), eq(goalHandover.goalId, id));
    return tx
      .select({ name, until: goalHandover.at })
      .from(goalHandover)
      .where(own)
      .orderBy(desc(goalHandover.seq));
  },
});
