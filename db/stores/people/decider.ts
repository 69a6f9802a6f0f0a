// Who decides about somebody's matters where their manager would have to: the manager, while they are here; else the next one up
// who is; else the admin who has been here longest. Never themselves. The rule stands here and nowhere else.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import { execute, type Tx } from "../../client.ts";

/** A ring of managers ends somewhere. */
const mostSteps = 20;

/** The id of whoever decides for the person whose row is called p; null where nobody is left. */
export const decider = sql`coalesce(
  (with recursive up as (
      select m.id, m.manager_id, m.left_on, 1 as step from person m where m.organisation_id = p.organisation_id and m.id = p.manager_id
      union all
      select m.id, m.manager_id, m.left_on, up.step + 1 from up join person m on m.organisation_id = p.organisation_id and m.id = up.manager_id
        where up.left_on is not null and up.step < ${sql.raw(String(mostSteps))})
    select up.id from up where up.left_on is null and up.id <> p.id order by up.step limit 1),
  (select a.id from person a where a.organisation_id = p.organisation_id and a.admin and a.left_on is null and a.id <> p.id order by a.seq limit 1))`;

export async function deciderFor(
  tx: Tx,
  organisationId: string,
  id: PersonId,
): Promise<PersonId | null> {
  const [found] = await execute<{ id: PersonId | null }>(
    tx,
    sql`select ${decider} as id from person p where p.organisation_id = ${organisationId}::uuid and p.id = ${id}::uuid`,
  );
  return found?.id ?? null;
}
