// Storing a file: rows are staged a few at a time in a batch that nobody reads, and one small statement makes all of them visible.
import { sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { BatchId, Staged, StagedFact } from "#src/practices/numbers/model";
import type { ImportStore } from "#src/practices/numbers/store";
import { toText } from "#src/language/decimal";
import { affectedBy, execute, type Tx } from "../../client.ts";

/** A process that stages says so with each of its calls; one that was silent for so long is gone. */
export const lease = sql`clock_timestamp() + interval '2 minutes'`;

interface Row {
  line: number;
  as: Staged["as"];
  person_id: string | null;
}

const plain = ({ owner, value, credit, ...row }: StagedFact) => ({
  line: row.line,
  external_id: row.externalId,
  share: row.share,
  key: owner.key,
  said: owner.said,
  email: owner.by === "email" ? owner.key.slice("email:".length) : null,
  day: row.on,
  value: toText(value),
  currency: row.currency,
  outcome: row.outcome,
  credit: credit === null ? null : toText(credit),
});

const allowed = (mayOwn: readonly PersonId[] | null, person: SQL): SQL =>
  mayOwn === null
    ? sql`true`
    : sql`${person} in (select value::uuid from json_array_elements_text(${JSON.stringify(mayOwn)}::json))`;

/**
 * Compared with the newest visible fact of the same key. What says the same is not stored; what says something else replaces it.
 * An owner who is named for the first time is written down, and is one of ours where exactly one of them has that address.
 */
const staging = (
  organisation: string,
  batch: BatchId,
  rows: string,
  mayOwn: readonly PersonId[] | null,
) => sql`
  with r as materialized (select * from json_to_recordset(${rows}::json)
      as r(line int, external_id text, share text, key text, said text, email text, day date, value numeric, currency text, outcome text, credit numeric)),
    b as materialized (select * from number_batch where organisation_id = ${organisation}::uuid and id = ${batch}::uuid and state = 'staged'),
    met as (insert into number_owner (organisation_id, id, source, key, said, person_id, how, linked_at)
      select ${organisation}::uuid, gen_random_uuid(), b.source, n.key, n.said, p.id, case when p.id is not null then 'email' end, case when p.id is not null then b.at end
      from b, (select distinct on (key) key, said, email from r order by key, line) n
      left join lateral (select min(g.id::text)::uuid as id from person g where g.organisation_id = ${organisation}::uuid and lower(g.email) = n.email having count(*) = 1) p on true
      where ${allowed(mayOwn, sql`p.id`)}
      on conflict (organisation_id, source, key) do nothing returning id, key, person_id),
    o as materialized (select id, key, person_id from met
      union all select w.id, w.key, w.person_id from number_owner w, b where w.organisation_id = ${organisation}::uuid and w.source = b.source and w.key in (select key from r) and w.key not in (select key from met)),
    c as materialized (select r.line, o.id as owner_id, o.person_id, f.id as known, coalesce(${allowed(mayOwn, sql`o.person_id`)}, false) as allowed,
        f.on = r.day and f.value = r.value and f.currency is not distinct from r.currency and f.outcome = r.outcome and f.credit is not distinct from r.credit and f.source_owner_id = o.id as same
      from b cross join r left join o on o.key = r.key
      left join lateral (select f.* from number_fact f join number_batch v on v.organisation_id = f.organisation_id and v.id = f.batch_id and v.state = 'visible'
        where f.organisation_id = ${organisation}::uuid and f.source = b.source and f.metric_id = b.metric_id and f.external_id = r.external_id and f.share = r.share order by f.seq desc limit 1) f on true),
    kept as (insert into number_fact (organisation_id, id, batch_id, source, metric_id, external_id, share, source_owner_id, "on", value, currency, outcome, credit, line, replaces_id)
      select ${organisation}::uuid, gen_random_uuid(), b.id, b.source, b.metric_id, r.external_id, r.share, c.owner_id, r.day, r.value, r.currency, r.outcome, r.credit, r.line, c.known
      from b cross join r join c on c.line = r.line where c.same is not true and c.allowed order by r.line)
  select c.line, case when not c.allowed then 'others' when c.same then 'same' when c.known is null then 'new' else 'changed' end as as, c.person_id from c order by c.line`;

export function importing(tx: Tx, organisationId: string): ImportStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const sweep = async (which: ReturnType<typeof sql>): Promise<void> => {
    await tx.execute(
      sql`delete from deal where ${own} and batch_id in (select id from number_batch where ${own} and ${which})`,
    );
    await tx.execute(
      sql`delete from number_fact where ${own} and batch_id in (select id from number_batch where ${own} and ${which})`,
    );
    await tx.execute(sql`delete from number_batch where ${own} and ${which}`);
  };
  return {
    async begin({ id, source, metric, file, by, at }) {
      await sweep(sql`source = ${source} and state = 'staged' and lease_until < clock_timestamp()`);
      const begun = await tx.execute(
        sql`insert into number_batch (organisation_id, id, source, metric_id, file, by_id, at, state, lease_until)
          values (${organisationId}::uuid, ${id}::uuid, ${source}, ${metric}::uuid, ${file}, ${by}::uuid, ${at.toISOString()}::timestamptz, 'staged', ${lease})
          on conflict do nothing`,
      );
      return affectedBy(begun) === 1;
    },
    async stage(batch, rows, mayOwn) {
      const held = await tx.execute(
        sql`update number_batch set lease_until = ${lease} where ${own} and id = ${batch}::uuid and state = 'staged'`,
      );
      if (affectedBy(held) === 0) throw new Error("an import lost its batch");
      const staged = await execute<Row>(
        tx,
        staging(organisationId, batch, JSON.stringify(rows.map(plain)), mayOwn),
      );
      return staged.map(({ line, as, person_id }): Staged => ({
        line,
        as,
        person: person_id as PersonId | null,
      }));
    },
    publish: async (batch) =>
      affectedBy(
        await tx.execute(
          sql`update number_batch set state = 'visible' where ${own} and id = ${batch}::uuid and state = 'staged'`,
        ),
      ) === 1,
    abandon: (batch) => sweep(sql`id = ${batch}::uuid and state = 'staged'`),
  };
}
