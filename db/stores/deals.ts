// Deals of one organisation: versions are staged in a batch that nobody reads, and what is read is the newest visible one of each.
import { sql, type SQL } from "drizzle-orm";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { decimal, toText, type Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { ClosedDeal, Deal, DealId, StagedDeal, StageNorm } from "#src/practices/deals/model";
import type { DealStore, StagedDealAs } from "#src/practices/deals/store";
import type { BatchId } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";
import { affectedBy, execute, type Tx } from "../client.ts";
import { importing, lease } from "./numbers/importing.ts";

interface DealRow {
  id: string;
  source: string;
  metric_id: string;
  person_id: string | null;
  name: string;
  stage: string;
  stage_since: string;
  amount: string | null;
  currency: string;
  outcome: Deal["outcome"];
  opened_on: string | null;
  close_on: string | null;
  last_activity_on: string | null;
  next_step: string | null;
  next_step_on: string | null;
  pushed: number;
  probability: string | null;
  rest_reason: string | null;
  rest_until: string | null;
}

/** Exact text of a figure, without what the column's scale adds. */
const exact = (value: string): Decimal =>
  decimal(value.includes(".") ? value.replace(/\.?0+$/u, "") : value);
const dayOf = (value: string | null): LocalDate | null =>
  value === null ? null : localDate(value);

const toDeal = (row: DealRow): Deal => ({
  id: row.id as DealId,
  source: row.source,
  metric: row.metric_id as MetricId,
  person: row.person_id as PersonId | null,
  name: row.name,
  stage: row.stage,
  stageSince: localDate(row.stage_since),
  amount: row.amount === null ? null : exact(row.amount),
  currency: row.currency,
  outcome: row.outcome,
  openedOn: dayOf(row.opened_on),
  closeOn: dayOf(row.close_on),
  lastActivityOn: dayOf(row.last_activity_on),
  nextStep: row.next_step,
  nextStepOn: dayOf(row.next_step_on),
  pushed: Number(row.pushed),
  probability: row.probability === null ? null : exact(row.probability),
  resting:
    row.rest_reason === null || row.rest_until === null
      ? null
      : { reason: row.rest_reason, until: localDate(row.rest_until) },
});

const plain = ({ owner, amount, probability, ...deal }: StagedDeal) => ({
  line: deal.line,
  external_id: deal.externalId,
  key: owner.key,
  said: owner.said,
  email: owner.email,
  name: deal.name,
  stage: deal.stage,
  stage_since: deal.stageSince,
  amount: amount === null ? null : toText(amount),
  currency: deal.currency,
  outcome: deal.outcome,
  opened_on: deal.openedOn,
  close_on: deal.closeOn,
  last_activity_on: deal.lastActivityOn,
  next_step: deal.nextStep,
  next_step_on: deal.nextStepOn,
  pushed: deal.pushed,
  probability: probability === null ? null : toText(probability),
});

const isVisible = (of: string): string =>
  `exists (select from number_batch v where v.organisation_id = ${of}.organisation_id and v.id = ${of}.batch_id and v.state = 'visible')`;

/** `d`: visible, and replaced by nothing that is. */
export const currentDeal = `${isVisible("d")}
    and not exists (select from deal n where n.organisation_id = d.organisation_id and n.replaces_id = d.id and ${isVisible("n")})`;

/** What of a version is compared; the rest is counted by us. */
const said = [
  "metric_id",
  "owner_id",
  "name",
  "stage",
  "stage_since",
  "amount",
  "currency",
  "outcome",
  "opened_on",
  "close_on",
  "last_activity_on",
  "next_step",
  "next_step_on",
  "pushed",
  "probability",
] as const;
const columnOf = (name: string): string => (name === "owner_id" ? "source_owner_id" : name);
const isSame = sql.raw(
  said.map((name) => `k.${columnOf(name)} is not distinct from n.${name}`).join(" and "),
);

/**
 * Compared with the newest visible version of the same deal. Since when it stands in its stage and how often its close day was put off is
 * what the source says, or what the versions show. A won deal stays with whoever owned it when it was won.
 */
const staging = (organisation: string, batch: BatchId, rows: string, today: LocalDate) => sql`
  with r as materialized (select * from json_to_recordset(${rows}::json)
      as r(line int, external_id text, key text, said text, email text, name text, stage text, stage_since date, amount numeric, currency text, outcome text,
        opened_on date, close_on date, last_activity_on date, next_step text, next_step_on date, pushed int, probability numeric)),
    b as materialized (select * from number_batch where organisation_id = ${organisation}::uuid and id = ${batch}::uuid and state = 'staged'),
    met as (insert into number_owner (organisation_id, id, source, key, said, person_id, how, linked_at)
      select ${organisation}::uuid, gen_random_uuid(), b.source, n.key, n.said, p.id, case when p.id is not null then 'email' end, case when p.id is not null then b.at end
      from b, (select distinct on (key) key, said, email from r order by key, line) n
      left join lateral (select min(g.id::text)::uuid as id from person g where g.organisation_id = ${organisation}::uuid and lower(g.email) = n.email having count(*) = 1) p on true
      on conflict (organisation_id, source, key) do nothing returning id, key, person_id),
    o as materialized (select id, key, person_id from met
      union all select w.id, w.key, w.person_id from number_owner w, b where w.organisation_id = ${organisation}::uuid and w.source = b.source and w.key in (select key from r) and w.key not in (select key from met)),
    k as materialized (select r.line as row, d.* from b cross join r cross join lateral (select f.* from deal f join number_batch v on v.organisation_id = f.organisation_id and v.id = f.batch_id and v.state = 'visible'
        where f.organisation_id = ${organisation}::uuid and f.source = b.source and f.external_id = r.external_id order by f.seq desc limit 1) d),
    n as materialized (select r.line, b.metric_id, case when k.outcome = 'won' and r.outcome = 'won' then k.source_owner_id else o.id end as owner_id,
        r.name, r.stage, coalesce(r.stage_since, case when k.stage = r.stage then k.stage_since else ${today}::date end) as stage_since,
        r.stage_since is not null or (k.id is not null and (k.stage <> r.stage or k.stage_known)) as stage_known,
        r.amount, r.currency, r.outcome, coalesce(r.opened_on, k.opened_on) as opened_on, r.close_on, r.last_activity_on, r.next_step, r.next_step_on,
        greatest(coalesce(r.pushed, 0), coalesce(k.pushed, 0) + case when k.outcome = 'open' and r.outcome = 'open' and r.close_on > k.close_on then 1 else 0 end) as pushed,
        r.probability, k.id as known
      from b cross join r join o on o.key = r.key left join k on k.row = r.line),
    c as materialized (select n.*, k.id is not null and ${isSame} as same from n left join k on k.row = n.line),
    kept as (insert into deal (organisation_id, id, batch_id, source, metric_id, external_id, source_owner_id, name, stage, stage_since, stage_known, amount, currency, outcome,
        opened_on, close_on, last_activity_on, next_step, next_step_on, pushed, probability, seen_on, line, replaces_id)
      select ${organisation}::uuid, gen_random_uuid(), b.id, b.source, c.metric_id, r.external_id, c.owner_id, c.name, c.stage, c.stage_since, c.stage_known, c.amount, c.currency, c.outcome,
        c.opened_on, c.close_on, c.last_activity_on, c.next_step, c.next_step_on, c.pushed, c.probability, ${today}::date, r.line, c.known
      from b cross join r join c on c.line = r.line where not c.same order by r.line)
  select c.line, case when c.same then 'same' when c.known is null then 'new' else 'changed' end as as,
    (select w.person_id from o w where w.id = c.owner_id union all select w.person_id from number_owner w where w.organisation_id = ${organisation}::uuid and w.id = c.owner_id limit 1) as person_id
  from c order by c.line`;

const idsOf = (people: readonly string[]): SQL =>
  sql`(select value::uuid from json_array_elements_text(${JSON.stringify(people)}::json))`;

const columns = (today: LocalDate): SQL =>
  sql`d.id, d.source, d.metric_id, o.person_id, d.name, d.stage, d.stage_since::text as stage_since, d.amount::text as amount, d.currency, d.outcome, d.opened_on::text as opened_on, d.close_on::text as close_on,
    d.last_activity_on::text as last_activity_on, d.next_step, d.next_step_on::text as next_step_on, d.pushed, d.probability::text as probability, x.reason as rest_reason, x.until::text as rest_until
  from deal d join number_owner o on o.organisation_id = d.organisation_id and o.id = d.source_owner_id
  left join lateral (select x.reason, x.until from deal_rest x where x.organisation_id = d.organisation_id and x.source = d.source and x.external_id = d.external_id
    and x.ended_at is null and x.until >= ${today}::date order by x.seq desc limit 1) x on true`;

export function createDealStore(tx: Tx, organisationId: string): DealStore {
  const own = (of: string): SQL => sql`${sql.raw(of)}.organisation_id = ${organisationId}::uuid`;
  const batches = importing(tx, organisationId);
  return {
    begin: (batch) => batches.begin(batch),
    publish: (batch) => batches.publish(batch),
    abandon: (batch) => batches.abandon(batch),
    async stageDeals(batch, deals, today) {
      const held = await tx.execute(
        sql`update number_batch b set lease_until = ${lease} where ${own("b")} and b.id = ${batch}::uuid and b.state = 'staged'`,
      );
      if (affectedBy(held) === 0) throw new Error("an import lost its batch");
      const staged = await execute<{
        line: number;
        as: StagedDealAs["as"];
        person_id: string | null;
      }>(tx, staging(organisationId, batch, JSON.stringify(deals.map(plain)), today));
      return staged.map(({ line, as, person_id }): StagedDealAs => ({
        line,
        as,
        person: person_id as PersonId | null,
      }));
    },
    async openOf(people, today) {
      if (people.length === 0) return [];
      const rows = await execute<DealRow>(
        tx,
        sql`select ${columns(today)} where ${own("d")} and o.person_id in ${idsOf(people)} and d.outcome = 'open' and ${sql.raw(currentDeal)}
          order by d.close_on nulls last, d.seq`,
      );
      return rows.map(toDeal);
    },
    async closedOf(people, metric, from, to) {
      const rows = await execute<{
        outcome: ClosedDeal["outcome"];
        amount: string | null;
        currency: string;
      }>(
        tx,
        sql`select d.outcome, d.amount::text as amount, d.currency from deal d join number_owner o on o.organisation_id = d.organisation_id and o.id = d.source_owner_id
          where ${own("d")} and o.person_id in ${idsOf(people)} and d.metric_id = ${metric}::uuid and d.outcome in ('won', 'lost') and d.close_on between ${from}::date and ${to}::date
            and ${sql.raw(currentDeal)} order by d.seq`,
      );
      return rows.map((row): ClosedDeal => ({
        ...row,
        amount: row.amount === null ? null : exact(row.amount),
      }));
    },
    async deal(id, today) {
      const [row] = await execute<DealRow>(
        tx,
        sql`select ${columns(today)} join deal asked on asked.organisation_id = d.organisation_id and asked.source = d.source and asked.external_id = d.external_id
          where ${own("d")} and asked.id = ${id}::uuid and ${sql.raw(isVisible("asked"))} and ${sql.raw(currentDeal)}`,
      );
      return row ? toDeal(row) : null;
    },
    async norms() {
      const rows = await execute<{ source: string; stage: string; days: string }>(
        tx,
        sql`select s.source, s.stage, (percentile_cont(0.5) within group (order by s.days))::text as days from (
            select d.source, d.external_id, d.stage, d.stage_known, lead(d.stage) over w as next, lead(d.stage_since) over w - d.stage_since as days
            from deal d where ${own("d")} and ${sql.raw(isVisible("d"))}
              and exists (select from deal z where z.organisation_id = d.organisation_id and z.source = d.source and z.external_id = d.external_id and z.outcome = 'won' and ${sql.raw(currentDeal.replaceAll(/\bd\./gu, "z."))})
            window w as (partition by d.source, d.external_id order by d.seq)) s
          where s.stage_known and s.next <> s.stage and s.days >= 0 group by s.source, s.stage having count(*) >= 3 order by s.source, s.stage`,
      );
      return rows.map((row): StageNorm => ({ ...row, days: exact(row.days) }));
    },
    async rest({ id, deal, by, at, reason, until }) {
      await tx.execute(
        sql`insert into deal_rest (organisation_id, id, source, external_id, by_id, at, reason, until)
          select d.organisation_id, ${id}::uuid, d.source, d.external_id, ${by}::uuid, ${at.toISOString()}::timestamptz, ${reason}, ${until}::date from deal d where ${own("d")} and d.id = ${deal.id}::uuid`,
      );
    },
    async wake(deal, at, today) {
      const ended = await tx.execute(
        sql`update deal_rest x set ended_at = ${at.toISOString()}::timestamptz from deal d
          where ${own("d")} and d.id = ${deal.id}::uuid and ${own("x")} and x.source = d.source and x.external_id = d.external_id and x.ended_at is null and x.until >= ${today}::date`,
      );
      return affectedBy(ended) > 0;
    },
  };
}
