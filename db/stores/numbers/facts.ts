// Facts as they are read: what each source says of a goal, the figures behind it, and one figure by its number.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Fact, FactId, FactSum, GoalId } from "#src/practices/numbers/model";
import type { FactStore } from "#src/practices/numbers/store";
import type { MetricId } from "#src/practices/setup/api";
import { execute, type Tx } from "../../client.ts";
import { factsOfGoal, share } from "./current-facts.ts";

interface SumRow {
  goal: string;
  source: string;
  value: string;
  facts: number;
  last_on: string;
  imported_at: Date | string;
  is_pulled: boolean;
}

export interface FactRow {
  id: string;
  number: string;
  source: string;
  metric_id: string;
  person_id: string | null;
  day: string;
  value: string;
  currency: string | null;
  outcome: Fact["outcome"];
  imported_at: Date | string;
  is_out: boolean;
  is_disputed: boolean;
}

export const toFact = (row: FactRow): Fact => ({
  id: row.id as FactId,
  number: Number(row.number),
  source: row.source,
  metric: row.metric_id as MetricId,
  person: row.person_id as PersonId | null,
  on: localDate(row.day),
  value: decimal(row.value),
  currency: row.currency,
  outcome: row.outcome,
  importedAt: new Date(row.imported_at),
  isOut: row.is_out,
  isDisputed: row.is_disputed,
});

/** Of `f` and its owner `o`. */
export const factColumns =
  sql.raw(`f.id, f.seq as number, f.source, f.metric_id, o.person_id, f."on"::text as day, (${share})::text as value, f.currency, f.outcome,
  (select b.at from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id) as imported_at,
  exists (select from number_taken_out x where x.organisation_id = f.organisation_id and x.source = f.source and x.metric_id = f.metric_id and x.external_id = f.external_id and x.share = f.share) as is_out,
  exists (select from number_dispute d where d.organisation_id = f.organisation_id and d.fact_id = f.id and d.state = 'open') as is_disputed`);

/** The newest visible version of what `of` is one of. */
export const newestOf = (of: string): SQL =>
  sql.raw(`(select n.id from number_fact n join number_batch v on v.organisation_id = n.organisation_id and v.id = n.batch_id and v.state = 'visible'
    where n.organisation_id = ${of}.organisation_id and n.source = ${of}.source and n.metric_id = ${of}.metric_id and n.external_id = ${of}.external_id and n.share = ${of}.share order by n.seq desc limit 1)`);

export function readFacts(tx: Tx, organisationId: string): FactStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const one = async (where: SQL): Promise<Fact | null> => {
    const [row] = await execute<FactRow>(
      tx,
      sql`select ${factColumns} from number_fact asked join number_fact f on f.organisation_id = asked.organisation_id and f.id = ${newestOf("asked")}
        join number_owner o on o.organisation_id = f.organisation_id and o.id = f.source_owner_id where asked.${own} and ${where}`,
    );
    return row ? toFact(row) : null;
  };
  return {
    async sums(goals: readonly GoalId[]) {
      if (goals.length === 0) return [];
      const rows = await execute<SumRow>(
        tx,
        sql`select g.id as goal, q.* from goal g cross join lateral (
            select o.source, (case when g.adds then sum(${sql.raw(share)}) else (array_agg(f.value order by f."on" desc, f.seq desc))[1] end)::text as value, count(*)::int as facts, max(f.on)::text as last_on,
              coalesce((select k.ok_at from crm_source k where k.organisation_id = g.organisation_id and k.source = o.source),
                max((select b.at from number_batch b where b.organisation_id = f.organisation_id and b.id = f.batch_id))) as imported_at,
              exists (select from crm_source k where k.organisation_id = g.organisation_id and k.source = o.source and k.ok_at is not null) as is_pulled
            from ${sql.raw(factsOfGoal("o.source"))} group by o.source) q
          where g.${own} and g.id in (select json_array_elements_text(${JSON.stringify(goals)}::json)::uuid) order by g.number, q.source`,
      );
      return rows.map((row): FactSum => ({
        goal: row.goal as GoalId,
        source: row.source,
        value: decimal(row.value),
        facts: Number(row.facts),
        lastOn: localDate(row.last_on),
        importedAt: new Date(row.imported_at),
        isPulled: row.is_pulled,
      }));
    },
    async factsOf(goal, source, most) {
      const rows = await execute<FactRow>(
        tx,
        sql`select q.* from goal g cross join lateral (
            select ${factColumns} from ${sql.raw(factsOfGoal("o.source"))} and ${source === null ? sql`true` : sql`o.source = ${source}`} order by f."on" desc, f.seq desc limit ${most}) q
          where g.${own} and g.id = ${goal}::uuid`,
      );
      return rows.map(toFact);
    },
    factNumbered: (number) => one(sql`asked.seq = ${number}`),
    fact: (id) => one(sql`asked.id = ${id}::uuid`),
  };
}
