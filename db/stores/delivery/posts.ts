// What was posted in places and kept up to date there: what came of it, and taking it back before it goes out.
import { sql, type SQL } from "drizzle-orm";
import type { PlaceId } from "#src/people/place";
import type { PostStore } from "#src/ports/delivery/posts";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { givenUp } from "./stopped/closed-places.ts";

const among = (ids: readonly string[]): SQL =>
  sql`id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`;

export function createPostStore(tx: Tx, organisationId: string): PostStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;

  const versionsOf = async (place: PlaceId, standing: string): Promise<readonly string[]> =>
    (
      await execute<{ id: string }>(
        tx,
        sql`select id from outbox where ${own} and place_id = ${place}::uuid and standing = ${standing}`,
      )
    ).map((each) => each.id);

  const someSent = async (versions: readonly string[]): Promise<boolean> => {
    const sent = await atRouting(tx, (routing) =>
      execute(
        routing,
        sql`select id from outbox_head where ${among(versions)} and (state = 'sent' or state = 'waiting' and lease_until > clock_timestamp()) limit 1`,
      ),
    );
    return sent.length > 0;
  };

  return {
    stands: async (place, standing) => someSent(await versionsOf(place, standing)),
    async undelivered(named) {
      const heads = await atRouting(tx, (routing) =>
        execute<{ id: string }>(
          routing,
          sql`select id from outbox_head where ${own} and ${givenUp} and standing`,
        ),
      );
      if (heads.length === 0) return [];
      const rows = await execute<{ standing: string }>(
        tx,
        sql`select distinct standing from outbox where ${own} and ${among(heads.map((each) => each.id))} and place_id is not null and starts_with(standing, ${named})`,
      );
      return rows.map((each) => each.standing.slice(named.length));
    },
    async withdraw(place, standing) {
      const versions = await versionsOf(place, standing);
      await atRouting(tx, (routing) =>
        routing.execute(
          sql`update outbox_head set state = 'dropped', why = 'taken back' where ${among(versions)} and state in ('waiting', 'dead') and lease_until is null`,
        ),
      );
      return someSent(versions);
    },
  };
}
