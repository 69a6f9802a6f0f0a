// Rows of a CRM on their way in: what is known of them, who owns them, and what of them leaves. They are staged in batches beside those of files.
import { sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Known, KnownFact } from "#src/practices/sync/model";
import type { PullStore } from "#src/practices/sync/store";
import { execute, type Tx } from "../../client.ts";
import { currentDeal } from "../deals.ts";
import { isVisible, leaving, newest, textsOf } from "./leaving.ts";

interface KnownRow {
  id: string;
  fact: KnownFact["outcome"] | null;
  key: string | null;
  said: string | null;
  deal: Known["deal"];
}

export function createPullStore(tx: Tx, organisation: string): PullStore {
  const org = sql`${organisation}::uuid`;
  const own = (of: string): SQL => sql`${sql.raw(of)}.organisation_id = ${org}`;
  return {
    ...leaving(tx, organisation),
    async known(source, metric, ids) {
      const rows = await execute<KnownRow>(
        tx,
        sql`select r.id, f.outcome as fact, o.key, o.said, d.outcome as deal from (select value as id from json_array_elements_text(${JSON.stringify(ids)}::json)) r
          left join lateral (select f.* from number_fact f where ${own("f")} and f.source = ${source} and f.metric_id = ${metric}::uuid and f.external_id = r.id and f.share = '' and ${sql.raw(isVisible("f"))} order by f.seq desc limit 1) f on true
          left join number_owner o on o.organisation_id = f.organisation_id and o.id = f.source_owner_id
          left join lateral (select d.* from deal d where ${own("d")} and d.source = ${source} and d.external_id = r.id and ${sql.raw(isVisible("d"))} order by d.seq desc limit 1) d on true`,
      );
      return new Map(
        rows.map((row) => [
          row.id,
          {
            fact:
              row.fact === null
                ? null
                : {
                    outcome: row.fact,
                    owner: row.key === null ? null : { key: row.key, said: row.said ?? "" },
                  },
            deal: row.deal,
          },
        ]),
      );
    },
    async knownKeys() {
      const rows = await execute<{ key: string; person_id: string }>(
        tx,
        sql`select 'email:' || lower(btrim(p.email)) as key, p.id as person_id from person p where ${own("p")} and p.email is not null
          union select o.key, o.person_id from number_owner o where ${own("o")} and o.person_id is not null and o.key ~ '^(email|mobile|number):'
          union select a.value, o.person_id from number_owner o cross join lateral jsonb_array_elements_text(coalesce(o.also, '[]'::jsonb)) a where ${own("o")} and o.person_id is not null`,
      );
      const known = new Map<string, Set<PersonId>>();
      for (const { key, person_id } of rows)
        known.set(key, (known.get(key) ?? new Set()).add(person_id as PersonId));
      return known;
    },
    async meet(source, owners, at) {
      const rows = JSON.stringify(
        owners.map((each) => ({ ...each, also: JSON.stringify(each.also) })),
      );
      await tx.execute(
        sql`insert into number_owner (organisation_id, id, source, key, said, also, person_id, how, linked_at)
          select ${org}, gen_random_uuid(), ${source}, r.key, r.said, r.also::jsonb, r.person, r.how, case when r.person is not null then ${at.toISOString()}::timestamptz end
            from json_to_recordset(${rows}::json) as r(key text, said text, also text, person uuid, how text)
          on conflict (organisation_id, source, key) do update set said = excluded.said, also = excluded.also,
            person_id = case when number_owner.person_id is null and number_owner.by_id is null then excluded.person_id else number_owner.person_id end,
            how = case when number_owner.person_id is null and number_owner.by_id is null then excluded.how else number_owner.how end,
            linked_at = case when number_owner.person_id is null and number_owner.by_id is null then excluded.linked_at else number_owner.linked_at end`,
      );
      const [unknown] = await execute<{ count: number }>(
        tx,
        sql`select count(*)::int as count from number_owner o where ${own("o")} and o.source = ${source} and o.person_id is null and o.key in ${textsOf(owners.map(({ key }) => key))}`,
      );
      return Number(unknown?.count ?? 0);
    },
    async unstage(batch, ids) {
      for (const table of ["number_fact", "deal"])
        await tx.execute(
          sql`delete from ${sql.identifier(table)} s where ${own("s")} and s.batch_id = ${batch}::uuid and s.external_id in ${textsOf(ids)}`,
        );
    },
    async standing(source, metric, after, most) {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select q.id from (
            select f.external_id as id from number_fact f where ${own("f")} and f.source = ${source} and f.metric_id = ${metric}::uuid and f.external_id > ${after} and f.outcome <> 'void' and ${sql.raw(newest)}
            union select d.external_id from deal d where ${own("d")} and d.source = ${source} and d.external_id > ${after} and d.outcome <> 'void' and ${sql.raw(currentDeal)}) q
          order by q.id limit ${most}`,
      );
      return rows.map(({ id }) => id);
    },
    async isEmpty(batch) {
      const rows = await execute<{ id: string }>(
        tx,
        sql`(select f.id from number_fact f where ${own("f")} and f.batch_id = ${batch}::uuid limit 1) union all (select d.id from deal d where ${own("d")} and d.batch_id = ${batch}::uuid limit 1)`,
      );
      return rows.length === 0;
    },
    async note(batch, since, at) {
      await tx.execute(
        sql`insert into crm_news (organisation_id, id, kind, fact_id, person_id, at)
          select f.organisation_id, gen_random_uuid(), case when k.outcome = 'won' then 'changed' else 'won' end, f.id, o.person_id, ${at.toISOString()}::timestamptz
          from number_fact f join number_owner o on o.organisation_id = f.organisation_id and o.id = f.source_owner_id
            left join number_fact k on k.organisation_id = f.organisation_id and k.id = f.replaces_id
          where ${own("f")} and f.batch_id = ${batch}::uuid and f.outcome = 'won' and o.person_id is not null
            and ((k.outcome = 'won' and (k.value <> f.value or k.currency is distinct from f.currency)) or (coalesce(k.outcome, 'open') <> 'won' and f."on" >= ${since}::date))
          on conflict do nothing`,
      );
    },
  };
}
