// What is kept of CRMs of one organisation: the sources, rows on their way in, and what is still to be told.
import { sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { FactId } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";
import type { News } from "#src/practices/sync/model";
import type { SyncStore } from "#src/practices/sync/store";
import { execute, type Tx } from "../../client.ts";
import { createPullStore } from "./pulling.ts";
import { createSourceStore } from "./sources.ts";

interface NewsRow {
  id: string;
  kind: News["kind"];
  person_id: string;
  source: string;
  fact_id: string;
  number: string | number;
  day: string;
  metric_id: string;
  currency: string | null;
  before: string | null;
  value: string;
}

const exact = (value: string): string => toText(decimal(value));

/** `work`: there is something to do with a source. */
export function createSyncStore(tx: Tx, organisation: string, work: () => void): SyncStore {
  const own = sql`n.organisation_id = ${organisation}::uuid`;
  return {
    ...createSourceStore(tx, organisation, work),
    ...createPullStore(tx, organisation),
    async concerned() {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select distinct n.person_id as id from crm_news n where ${own} and n.told_at is null`,
      );
      return rows.map(({ id }) => id as PersonId);
    },
    async newsOf(person) {
      const rows = await execute<NewsRow>(
        tx,
        sql`select n.id, n.kind, n.person_id, f.source, f.id as fact_id, coalesce(k.seq, f.seq) as number, f."on"::text as day, f.metric_id, f.currency, k.value::text as before, f.value::text as value
          from crm_news n join number_fact f on f.organisation_id = n.organisation_id and f.id = n.fact_id
            left join number_fact k on k.organisation_id = f.organisation_id and k.id = f.replaces_id
          where ${own} and n.person_id = ${person}::uuid and n.told_at is null order by n.seq`,
      );
      return rows.map((row): News => ({
        id: row.id,
        kind: row.kind,
        person: row.person_id as PersonId,
        source: row.source,
        fact: row.fact_id as FactId,
        number: Number(row.number),
        on: localDate(row.day),
        metric: row.metric_id as MetricId,
        currency: row.currency,
        before: row.before === null ? null : exact(row.before),
        value: exact(row.value),
      }));
    },
    async told(ids, at) {
      await tx.execute(
        sql`update crm_news n set told_at = ${at.toISOString()}::timestamptz where ${own} and n.id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::json))`,
      );
    },
  };
}
