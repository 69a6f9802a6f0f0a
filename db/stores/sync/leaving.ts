// What leaves the sums with a pull: it stays what it was but for its outcome, and the version that says so is staged with everything else.
import { sql, type SQL } from "drizzle-orm";
import type { PullStore } from "#src/practices/sync/store";
import { affectedBy, type Tx } from "../../client.ts";
import { currentDeal } from "../deals.ts";

export const isVisible = (of: string): string =>
  `exists (select from number_batch v where v.organisation_id = ${of}.organisation_id and v.id = ${of}.batch_id and v.state = 'visible')`;

/** `f`: visible, and replaced by nothing that is. One that was taken out is there all the same. */
export const newest = `${isVisible("f")} and not exists (select from number_fact n where n.organisation_id = f.organisation_id and n.replaces_id = f.id and ${isVisible("n")})`;

export const textsOf = (ids: readonly string[]): SQL =>
  sql`(select value from json_array_elements_text(${JSON.stringify(ids)}::json))`;

type Leaving = Pick<PullStore, "turnFacts" | "leaveOtherMetrics" | "voidDeals">;

export function leaving(tx: Tx, organisation: string): Leaving {
  const own = (of: string): SQL => sql`${sql.raw(of)}.organisation_id = ${organisation}::uuid`;
  return {
    async turnFacts(batch, turns) {
      if (turns.length === 0) return 0;
      const turned = await tx.execute(
        sql`insert into number_fact (organisation_id, id, batch_id, source, metric_id, external_id, share, source_owner_id, "on", value, currency, outcome, credit, line, replaces_id)
          select f.organisation_id, gen_random_uuid(), b.id, f.source, f.metric_id, f.external_id, f.share, f.source_owner_id, f."on", f.value, f.currency, t.outcome, f.credit, f.line, f.id
          from number_batch b join number_fact f on f.organisation_id = b.organisation_id and f.source = b.source and f.metric_id = b.metric_id
            join json_to_recordset(${JSON.stringify(turns)}::json) as t(id text, outcome text) on t.id = f.external_id
          where ${own("b")} and b.id = ${batch}::uuid and b.state = 'staged' and f.outcome <> t.outcome and ${sql.raw(newest)}`,
      );
      return affectedBy(turned);
    },
    async leaveOtherMetrics(batch) {
      const left = await tx.execute(
        sql`insert into number_fact (organisation_id, id, batch_id, source, metric_id, external_id, share, source_owner_id, "on", value, currency, outcome, credit, line, replaces_id)
          select f.organisation_id, gen_random_uuid(), b.id, f.source, f.metric_id, f.external_id, f.share, f.source_owner_id, f."on", f.value, f.currency, 'void', f.credit, f.line, f.id
          from number_batch b join number_fact f on f.organisation_id = b.organisation_id and f.source = b.source and f.metric_id <> b.metric_id
          where ${own("b")} and b.id = ${batch}::uuid and b.state = 'staged' and f.outcome <> 'void' and ${sql.raw(newest)}`,
      );
      return affectedBy(left);
    },
    async voidDeals(batch, ids, today) {
      if (ids.length === 0) return 0;
      const turned = await tx.execute(
        sql`insert into deal (organisation_id, id, batch_id, source, metric_id, external_id, source_owner_id, name, stage, stage_since, stage_known, amount, currency, outcome,
            opened_on, close_on, last_activity_on, next_step, next_step_on, pushed, probability, seen_on, line, replaces_id)
          select d.organisation_id, gen_random_uuid(), b.id, d.source, d.metric_id, d.external_id, d.source_owner_id, d.name, d.stage, d.stage_since, d.stage_known, d.amount, d.currency, 'void',
            d.opened_on, d.close_on, d.last_activity_on, d.next_step, d.next_step_on, d.pushed, d.probability, ${today}::date, d.line, d.id
          from number_batch b join deal d on d.organisation_id = b.organisation_id and d.source = b.source
          where ${own("b")} and b.id = ${batch}::uuid and b.state = 'staged' and d.external_id in ${textsOf(ids)} and d.outcome <> 'void' and ${sql.raw(currentDeal)}`,
      );
      return affectedBy(turned);
    },
  };
}
