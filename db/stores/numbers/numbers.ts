// Facts of one organisation as they are read: the newest visible version of each, whose owners are known or not.
import { sql, type SQL } from "drizzle-orm";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { SourceOwnerId, UnmatchedOwner } from "#src/practices/numbers/model";
import type { NumberStore } from "#src/practices/numbers/store";
import type { MetricId } from "#src/practices/setup/api";
import { execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";
import { currentDeal } from "../deals.ts";
import { current, share } from "./current-facts.ts";
import { createFactDisputes } from "./fact-disputes.ts";
import { readFacts } from "./facts.ts";
import { importing } from "./importing.ts";

interface OwnerRow {
  id: string;
  source: string;
  said: string;
  person_id: string | null;
  facts: number;
  sums: unknown;
}

/** Exact text of a sum, without what the column's scale adds. */
const exact = (value: string) =>
  decimal(value.includes(".") ? value.replace(/\.?0+$/u, "") : value);

export function createNumberStore(tx: Tx, organisationId: string): NumberStore {
  const own = sql`f.organisation_id = ${organisationId}::uuid`;
  const owners = async (where: SQL, most: number): Promise<OwnerRow[]> =>
    execute<OwnerRow>(
      tx,
      sql`select o.id, o.source, o.said, o.person_id, (coalesce(sum(s.facts), 0) + (select count(*) from deal d where d.organisation_id = o.organisation_id and d.source_owner_id = o.id and ${sql.raw(currentDeal)}))::int as facts, coalesce(json_agg(json_build_object('metric', s.metric_id, 'currency', s.currency, 'value', s.value::text) order by s.metric_id, s.currency) filter (where s.metric_id is not null), '[]') as sums
        from number_owner o left join lateral (
          select f.metric_id, f.currency, count(*) as facts, sum(${sql.raw(share)}) filter (where f.outcome = 'won') as value from number_fact f
          where ${own} and f.source_owner_id = o.id and ${sql.raw(current)} group by f.metric_id, f.currency) s on true
        where o.organisation_id = ${organisationId}::uuid and ${where} group by o.id, o.source, o.said, o.person_id order by 5 desc, o.said limit ${most}`,
    );
  const toOwner = (row: OwnerRow): UnmatchedOwner => ({
    id: row.id as SourceOwnerId,
    source: row.source,
    said: row.said,
    facts: Number(row.facts),
    sums: fromJson<{ metric: string; currency: string | null; value: string | null }[]>(
      row.sums,
    ).map((each) => ({
      metric: each.metric as MetricId,
      currency: each.currency,
      value: exact(each.value ?? "0"),
    })),
  });

  return {
    ...importing(tx, organisationId),
    ...readFacts(tx, organisationId),
    ...createFactDisputes(tx, organisationId),
    async sources() {
      const rows = await execute<{
        source: string;
        file: string;
        at: Date | string;
        unmatched: number;
      }>(
        tx,
        sql`select distinct on (b.source) b.source, b.file, coalesce((select k.ok_at from crm_source k where k.organisation_id = b.organisation_id and k.source = b.source), b.at) as at,
            (select count(*)::int from number_owner o where o.organisation_id = b.organisation_id and o.source = b.source and o.person_id is null) as unmatched
          from number_batch b where b.organisation_id = ${organisationId}::uuid and b.state = 'visible' order by b.source, b.seq desc`,
      );
      return rows.map((row) => ({
        ...row,
        at: new Date(row.at),
        unmatched: Number(row.unmatched),
      }));
    },
    async unmatched(most) {
      const rows = await owners(sql`o.person_id is null`, most);
      return rows.map(toOwner).filter((each) => each.facts > 0);
    },
    async owner(id) {
      const [row] = await owners(sql`o.id = ${id}::uuid`, 1);
      return row ? { ...toOwner(row), person: row.person_id as PersonId | null } : null;
    },
    async link(id, person, by, at) {
      await tx.execute(
        sql`update number_owner set person_id = ${person}::uuid, how = ${person === null ? null : "hand"}, by_id = ${by}::uuid, linked_at = ${at.toISOString()}::timestamptz
          where organisation_id = ${organisationId}::uuid and id = ${id}::uuid`,
      );
      // Their goals count otherwise now: they are looked at again.
      await tx.execute(
        sql`update goal g set counted_through = null from number_owner o where g.organisation_id = ${organisationId}::uuid and g.counted_source = o.source
            and o.organisation_id = g.organisation_id and o.id = ${id}::uuid`,
      );
    },
  };
}
