// Facts of one organisation as they are read: the newest visible version of each, whose owners are known or not.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { FactSum, SourceOwnerId, UnmatchedOwner } from "#src/practices/numbers/model";
import type { NumberStore } from "#src/practices/numbers/store";
import type { MetricId } from "#src/practices/setup/api";
import { execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";
import { importing } from "./importing.ts";

interface SumRow {
  source: string;
  metric_id: string;
  person_id: string;
  currency: string | null;
  value: string;
  facts: number;
  last_on: string;
  imported_at: Date | string;
}

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
  /** What counts now: visible, and replaced by nothing that is. */
  const current = sql`exists (select from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id and b.state = 'visible')
    and not exists (select from number_fact n join number_batch v on v.organisation_id = n.organisation_id and v.id = n.batch_id and v.state = 'visible' where n.organisation_id = f.organisation_id and n.replaces_id = f.id)`;

  const owners = async (where: SQL, most: number): Promise<OwnerRow[]> =>
    execute<OwnerRow>(
      tx,
      sql`select o.id, o.source, o.said, o.person_id, coalesce(sum(s.facts), 0)::int as facts, coalesce(json_agg(json_build_object('metric', s.metric_id, 'currency', s.currency, 'value', s.value::text) order by s.metric_id, s.currency) filter (where s.metric_id is not null), '[]') as sums
        from number_owner o left join lateral (
          select f.metric_id, f.currency, count(*) as facts, sum(f.value * coalesce(f.credit, 100) / 100) filter (where f.outcome = 'won') as value from number_fact f
          where ${own} and f.source_owner_id = o.id and ${current} group by f.metric_id, f.currency) s on true
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
    async sums(wanted) {
      if (wanted.length === 0) return [];
      const asked = wanted.map(({ person, metric, from, to }) => ({
        person,
        metric,
        since: from,
        until: to,
      }));
      const rows = await execute<SumRow>(
        tx,
        sql`select f.source, f.metric_id, w.person as person_id, f.currency, (sum(f.value * coalesce(f.credit, 100) / 100))::text as value, count(*)::int as facts, max(f.on)::text as last_on,
            max((select b.at from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id)) as imported_at
          from json_to_recordset(${JSON.stringify(asked)}::json) as w(person uuid, metric uuid, since date, until date)
          join number_owner o on o.organisation_id = ${organisationId}::uuid and o.person_id = w.person
          join number_fact f on ${own} and f.source_owner_id = o.id and f.metric_id = w.metric and f.on between w.since and w.until and f.outcome = 'won' and ${current}
          group by f.source, f.metric_id, w.person, f.currency order by f.source, f.currency`,
      );
      return rows.map((row): FactSum => ({
        source: row.source,
        metric: row.metric_id as MetricId,
        person: row.person_id as PersonId,
        currency: row.currency,
        value: exact(row.value),
        facts: Number(row.facts),
        lastOn: localDate(row.last_on),
        importedAt: new Date(row.imported_at),
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
    },
  };
}
