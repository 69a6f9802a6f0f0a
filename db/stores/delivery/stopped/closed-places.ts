// Places that take no posts: nobody tells when a mute is lifted or posting is allowed again, so each is tried once an hour with
// something that is to stand there. By the database's own clock.
import { sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import { affectedBy, execute, type Database } from "../../../client.ts";
import { reachesNobody } from "../claim-deliveries.ts";

/** What was given up since nothing of its receiver's took messages. */
export const givenUp = sql`state = 'dead' and why = ${reachesNobody}`;

/** What was to stand in a place goes out after all; news of a day that is over does not. */
export const revived = sql`state = 'waiting', why = null, attempts = 0, due_at = clock_timestamp()`;

/** True where something waits to be sent now. */
export async function tryClosedPlaces(database: Database): Promise<boolean> {
  const back = await database.db.execute(
    sql`with back as (
        update chat_place p set stopped_at = null, tried_with = null from outbox_head h where h.id = p.tried_with and h.state = 'sent' returning p.place_id)
      update outbox_head set ${revived} where destination in (select place_id from back) and ${givenUp} and standing`,
  );
  const tried = await database.db.execute(
    sql`with due as (
        update chat_place p set tried_at = clock_timestamp(), tried_with = newest.id
        from (select distinct on (destination) destination, id from outbox_head where ${givenUp} and standing order by destination, seq desc) newest
        where newest.destination = p.place_id and p.stopped_at < clock_timestamp() - interval '1 hour' and coalesce(p.tried_at, 'epoch') < clock_timestamp() - interval '1 hour'
        returning p.tried_with)
      update outbox_head set ${revived} where id in (select tried_with from due)`,
  );
  return affectedBy(back) + affectedBy(tried) > 0;
}

export async function organisationsOfClosedPlaces(
  database: Database,
): Promise<readonly OrganisationId[]> {
  const rows = await execute<{ id: string }>(
    database.db,
    sql`select distinct organisation_id as id from chat_place where stopped_at is not null or tried_at > clock_timestamp() - interval '1 day'`,
  );
  return rows.map((each) => each.id as OrganisationId);
}
