// What takes no messages: workspaces that the platform refused, and places the bot is not in any more. By the database's own clock.
import { sql } from "drizzle-orm";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Stopped } from "#src/ports/stores";
import { execute, type Database } from "../../../client.ts";

interface Row {
  platform: string;
  workspace: string;
  organisation_id: string;
  name: string;
  place_id: string | null;
  since: Date | string;
  why: string | null;
  lost: boolean;
}

/** `within`: an interval of PostgreSQL's, e.g. "1 day"; null: since whenever. */
export async function stoppedSince(
  database: Database,
  within: string | null,
): Promise<readonly Stopped[]> {
  const from =
    within === null ? sql`'-infinity'::timestamptz` : sql`clock_timestamp() - ${within}::interval`;
  const rows = await execute<Row>(
    database.db,
    sql`select platform, workspace, organisation_id, name, null::uuid as place_id, stopped_at as since, why, false as lost from installation where stopped_at > ${from}
      union all
      select p.platform, p.workspace, p.organisation_id, coalesce(i.name, ''), p.place_id, p.stopped_at, null, exists (select from outbox_head h where h.destination = p.place_id and h.state = 'dead')
      from chat_place p left join installation i on i.platform = p.platform and i.workspace = p.workspace
      where p.stopped_at > ${from} and i.stopped_at is null
      order by since`,
  );
  return rows.map((row) => ({
    platform: row.platform,
    workspace: row.workspace,
    organisation: row.organisation_id as OrganisationId,
    name: row.name,
    place: row.place_id as PlaceId | null,
    since: new Date(row.since),
    why: row.why ?? "",
    lost: row.lost,
  }));
}

export async function reachedOf(
  database: Database,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await execute<{ person_id: string }>(
    database.db,
    sql`select distinct c.person_id from chat_identity c left join installation i on i.platform = c.platform and i.workspace = c.workspace
      where c.person_id in (select json_array_elements_text(${JSON.stringify(people)}::json)::uuid) and c.stopped_at is null and c.barred_at is null and i.stopped_at is null`,
  );
  return new Set(rows.map((row) => row.person_id as PersonId));
}
