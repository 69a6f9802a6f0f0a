// Figures somebody says are not right: asked about, decided, taken out, and what a later import says of them.
import { sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { ChangedFact, DisputeId, FactDispute } from "#src/practices/numbers/model";
import type { FactDisputeStore } from "#src/practices/numbers/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { numberDispute } from "../../schema/practices/numbers.ts";
import { decider } from "../people/decider.ts";
import { share } from "./current-facts.ts";
import { factColumns, newestOf, toFact, type FactRow } from "./facts.ts";

interface DisputeRow extends FactRow {
  dispute: string;
  by_id: string;
  by_name: string;
  at: Date | string;
  said: string;
  asked_id: string;
  state: FactDispute["state"];
  reason: string | null;
  told_value: string;
  told_day: string;
  told_currency: string | null;
}

const toDispute = (row: DisputeRow): FactDispute => ({
  id: row.dispute as DisputeId,
  fact: toFact(row),
  by: row.by_id as PersonId,
  byName: row.by_name,
  at: new Date(row.at),
  said: row.said,
  asked: row.asked_id as PersonId,
  state: row.state,
  reason: row.reason,
});

/** Who hears of what became of a decided one: whoever decided it, else whoever decides for the asker now. */
const heir = sql`coalesce((select h.id from person h where h.organisation_id = d.organisation_id and h.id = d.decided_by_id and h.left_on is null), ${decider})`;

export function createFactDisputes(tx: Tx, organisationId: string): FactDisputeStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const from = sql`number_dispute d
    join person p on p.organisation_id = d.organisation_id and p.id = d.by_id
    join number_fact told on told.organisation_id = d.organisation_id and told.id = d.told_fact_id
    join number_fact f on f.organisation_id = d.organisation_id and f.id = ${newestOf("told")}
    join number_owner o on o.organisation_id = f.organisation_id and o.id = f.source_owner_id`;
  const isElsewhere = sql`d.state = 'open' and p.left_on is null and d.asked_id is distinct from ${decider} and ${decider} is not null
    and not (d.by_id = d.asked_id)`;
  const isChanged = sql`d.state in ('at-source', 'out') and f.id <> d.told_fact_id`;
  const disputes = async (where: SQL): Promise<DisputeRow[]> =>
    execute<DisputeRow>(
      tx,
      sql`select d.id as dispute, d.by_id, p.name as by_name, d.at, d.said, d.asked_id, d.state, d.reason, (${sql.raw(share.replaceAll("f.", "told."))})::text as told_value, told."on"::text as told_day, told.currency as told_currency, ${factColumns}
        from ${from} where d.${own} and ${where} order by d.seq`,
    );
  const people = async (who: SQL, where: SQL): Promise<readonly PersonId[]> => {
    const rows = await execute<{ id: PersonId | null }>(
      tx,
      sql`select distinct ${who} as id from ${from} where d.${own} and ${where}`,
    );
    return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
  };
  /** Whatever a goal counts may have moved: it is looked at again. */
  const lookAgain = (id: DisputeId) =>
    tx.execute(
      sql`update goal g set counted_through = null from number_dispute d, number_fact f, number_owner o
        where g.${own} and d.${own} and d.id = ${id}::uuid and f.organisation_id = d.organisation_id and f.id = d.fact_id and o.organisation_id = f.organisation_id and o.id = f.source_owner_id
          and g.counted_source = f.source and g.metric_id = f.metric_id and (g.owner_id = o.person_id or g.team_id is not null)`,
    );

  return {
    async openDispute({ id, fact, by, at, said, asked }) {
      const opened = await tx
        .insert(numberDispute)
        .values({
          organisationId,
          id,
          factId: fact,
          byId: by,
          at,
          said,
          askedId: asked,
          state: "open",
          toldFactId: fact,
        })
        .onConflictDoNothing();
      return affectedBy(opened) === 1;
    },
    async dispute(id) {
      const [row] = await disputes(sql`d.id = ${id}::uuid`);
      return row ? toDispute(row) : null;
    },
    disputesAskedOf: async (person) =>
      (await disputes(sql`d.state = 'open' and d.asked_id = ${person}::uuid`)).map(toDispute),
    async decide(id, { verdict, reason, by, at }) {
      const decided = await tx.execute(
        sql`update number_dispute d set state = ${verdict}, reason = ${reason}, decided_by_id = ${by}::uuid, decided_at = ${at.toISOString()}::timestamptz,
            told_fact_id = (select ${newestOf("f")} from number_fact f where f.organisation_id = d.organisation_id and f.id = d.fact_id)
          where d.${own} and d.id = ${id}::uuid and d.state = 'open'`,
      );
      if (affectedBy(decided) === 0) return false;
      if (verdict !== "out") return true;
      await tx.execute(
        sql`insert into number_taken_out (organisation_id, source, metric_id, external_id, share, dispute_id)
          select f.organisation_id, f.source, f.metric_id, f.external_id, f.share, d.id from number_dispute d join number_fact f on f.organisation_id = d.organisation_id and f.id = d.fact_id
          where d.${own} and d.id = ${id}::uuid on conflict do nothing`,
      );
      await lookAgain(id);
      return true;
    },
    async countAgain(id) {
      const counted = await tx.execute(
        sql`delete from number_taken_out where ${own} and dispute_id = ${id}::uuid`,
      );
      if (affectedBy(counted) === 0) return false;
      await tx.execute(
        sql`update number_dispute set state = 'counted' where ${own} and id = ${id}::uuid`,
      );
      await lookAgain(id);
      return true;
    },
    askersElsewhere: () => people(sql`d.by_id`, isElsewhere),
    disputesElsewhereOf: async (asker) =>
      (await disputes(sql`d.by_id = ${asker}::uuid and ${isElsewhere}`)).map(toDispute),
    async askInstead(id, of) {
      await tx.execute(
        sql`update number_dispute set asked_id = ${of}::uuid where ${own} and id = ${id}::uuid and state = 'open'`,
      );
    },
    decidersOfChanged: () => people(heir, isChanged),
    changedFor: async (person) =>
      (await disputes(sql`${isChanged} and ${heir} = ${person}::uuid`)).map((row): ChangedFact => ({
        dispute: toDispute(row),
        before: {
          value: decimal(row.told_value),
          on: localDate(row.told_day),
          currency: row.told_currency,
        },
      })),
    async toldOfChange(id) {
      await tx.execute(
        sql`update number_dispute d set state = case when d.state = 'at-source' then 'corrected' else d.state end,
            told_fact_id = (select ${newestOf("f")} from number_fact f where f.organisation_id = d.organisation_id and f.id = d.told_fact_id)
          where d.${own} and d.id = ${id}::uuid`,
      );
    },
  };
}
