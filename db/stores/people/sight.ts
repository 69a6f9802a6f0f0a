// Who sees what of somebody, and what they were told of it.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Sight } from "#src/practices/rights/model";
import type { SightStore } from "#src/practices/rights/store";
import { execute, only, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";

/** Of the person called p. Each part is found by an index, so that asking for everybody costs as much as there are people. */
const sight = sql`jsonb_build_object(
  'manager', (select m.id from person m where m.organisation_id = p.organisation_id and m.id = p.manager_id and m.left_on is null),
  'team', p.team_id,
  'assistants', coalesce((select jsonb_agg(a.id order by a.id) from person a where a.organisation_id = p.organisation_id and a.team_id = p.team_id and a.assistant and a.left_on is null and a.id <> p.id), '[]'),
  'assists', case when p.assistant then p.team_id end,
  'leads', coalesce((select jsonb_agg(r.id order by r.id) from person r where r.organisation_id = p.organisation_id and r.manager_id = p.id and r.left_on is null), '[]'))`;

/** The greeting says how it is: that is what they know. */
export async function tellSight(
  tx: Tx,
  organisationId: string,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(sql`insert into rights_told (organisation_id, person_id, told)
    select p.organisation_id, p.id, ${sight} from person p where p.organisation_id = ${organisationId}::uuid and p.id in (select json_array_elements_text(${JSON.stringify(people)}::json)::uuid)
    on conflict (organisation_id, person_id) do update set told = excluded.told, before = null, since = null`);
}

export function createSightStore(tx: Tx, organisationId: string): SightStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async untold() {
      const isOn = sql`exists (select from team t where t.organisation_id = p.organisation_id and t.switched_on_at is not null and (t.id = p.team_id or t.manager_id = p.id))`;
      const rows = await execute<{ id: PersonId }>(
        tx,
        sql`select p.id from person p join greeting g on g.organisation_id = p.organisation_id and g.person_id = p.id
          left join rights_told k on k.organisation_id = p.organisation_id and k.person_id = p.id
          where p.${own} and p.left_on is null and ${isOn} and k.told is distinct from ${sight} order by p.id`,
      );
      return rows.map((row) => row.id);
    },
    async of(person) {
      const [known] = await execute<{
        told: unknown;
        before: unknown;
        since: Date | string | null;
      }>(
        tx,
        sql`select told, before, since from rights_told where ${own} and person_id = ${person}::uuid for update`,
      );
      // Asked about somebody who is there: the caller has their row.
      const row = only(
        await execute<{ sight: unknown }>(
          tx,
          sql`select ${sight} as sight from person p where p.${own} and p.id = ${person}::uuid`,
        ),
      );
      return {
        now: fromJson<Sight>(row.sight),
        known: known
          ? {
              told: fromJson<Sight>(known.told),
              before: known.before === null ? null : fromJson<Sight>(known.before),
              since: known.since === null ? null : new Date(known.since),
            }
          : null,
      };
    },
    async keep(person, { told, before, since }) {
      await tx.execute(sql`insert into rights_told (organisation_id, person_id, told, before, since)
        values (${organisationId}::uuid, ${person}::uuid, ${JSON.stringify(told)}::text::jsonb, ${before === null ? null : JSON.stringify(before)}::text::jsonb, ${since?.toISOString() ?? null}::timestamptz)
        on conflict (organisation_id, person_id) do update set told = excluded.told, before = excluded.before, since = excluded.since`);
    },
  };
}
