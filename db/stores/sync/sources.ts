// Sources of one organisation: what was chosen, how far each was read, and who pulls from it now, with a lease on the database's own clock.
import { sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { Asked, Choice, Found, SourceState, Trouble } from "#src/practices/sync/model";
import type { SourceStore } from "#src/practices/sync/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";

interface Row {
  source: string;
  is_on: boolean;
  choice: unknown;
  every_minutes: number;
  by_id: string | null;
  read_through: Date | string | null;
  full_on: string | null;
  there: string | null;
  ok_at: Date | string | null;
  next_at: Date | string | null;
  last_end: unknown;
  trouble: unknown;
  trouble_since: Date | string | null;
  asked: Asked | null;
  found: unknown;
  card_id: string | null;
  version: number;
}

const columns = sql`source, is_on, choice, every_minutes, by_id, read_through, full_on::text as full_on, there, ok_at, next_at, last_end, trouble, trouble_since, asked, found, card_id, version`;
const lease = sql`clock_timestamp() + interval '5 minutes'`;
const usualMinutes = 30;

const instantOf = (value: Date | string | null): Date | null =>
  value === null ? null : new Date(value);
const jsonOf = <T>(value: unknown): T | null => (value === null ? null : fromJson<T>(value));

const toState = (row: Row): SourceState => ({
  source: row.source,
  isOn: row.is_on,
  choice: jsonOf<Choice>(row.choice),
  everyMinutes: Number(row.every_minutes),
  by: row.by_id as PersonId | null,
  readThrough: instantOf(row.read_through),
  fullOn: row.full_on === null ? null : localDate(row.full_on),
  there: row.there,
  okAt: instantOf(row.ok_at),
  nextAt: instantOf(row.next_at),
  last: jsonOf<SourceState["last"] & object>(row.last_end),
  trouble: jsonOf<Trouble>(row.trouble),
  troubleSince: instantOf(row.trouble_since),
  asked: row.asked,
  found: jsonOf<Found>(row.found),
  cardId: row.card_id,
  version: Number(row.version),
});

export function createSourceStore(tx: Tx, organisation: string, work: () => void): SourceStore {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const one = (source: string) => sql`${own} and source = ${source}`;
  const json = (value: unknown) =>
    value === null || value === undefined
      ? sql`null::jsonb`
      : sql`${JSON.stringify(value)}::text::jsonb`;
  const at = (value: Date | null | undefined) => sql`${value?.toISOString() ?? null}::timestamptz`;
  const exists = (source: string, by: PersonId | null) =>
    tx.execute(
      sql`insert into crm_source (organisation_id, source, is_on, every_minutes, by_id, is_trouble_told, version, is_told, lease_until)
        values (${organisation}::uuid, ${source}, false, ${usualMinutes}, ${by}::uuid, true, 0, true, clock_timestamp())
        on conflict (organisation_id, source) do update set by_id = coalesce(excluded.by_id, crm_source.by_id)`,
    );
  const read = async (where: ReturnType<typeof sql>): Promise<readonly SourceState[]> =>
    (
      await execute<Row>(tx, sql`select ${columns} from crm_source where ${where} order by source`)
    ).map(toState);
  return {
    sources: () => read(own),
    source: async (source) => (await read(one(source)))[0] ?? null,
    async openAs(source, card, by) {
      await exists(source, by);
      await tx.execute(sql`update crm_source set card_id = ${card}::uuid where ${one(source)}`);
    },
    async untold() {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select distinct by_id as id from crm_source where ${own} and not is_told and by_id is not null`,
      );
      return rows.map(({ id }) => id as PersonId);
    },
    async tell(person) {
      const rows = await execute<Row>(
        tx,
        sql`update crm_source set is_told = true where ${own} and not is_told and by_id = ${person}::uuid returning ${columns}`,
      );
      return rows.map(toState);
    },
    async troubled() {
      const rows = await execute<Row & { teller: string | null }>(
        tx,
        sql`select ${columns}, coalesce((select p.id from person p where p.organisation_id = s.organisation_id and p.id = s.by_id and p.admin and p.left_on is null),
            (select p.id from person p where p.organisation_id = s.organisation_id and p.admin and p.left_on is null order by p.seq limit 1)) as teller
          from crm_source s where s.${own} and s.trouble is not null and not s.is_trouble_told order by s.source`,
      );
      return rows.flatMap((row) =>
        row.teller === null ? [] : [{ state: toState(row), teller: row.teller as PersonId }],
      );
    },
    async troubleTold(source) {
      await tx.execute(sql`update crm_source set is_trouble_told = true where ${one(source)}`);
    },
    async askOf(source, asked, by) {
      await exists(source, by);
      await tx.execute(
        sql`update crm_source set asked = ${asked}, version = version + 1 where ${one(source)}`,
      );
      // Whoever asks again is let in again: what was refused before is forgotten.
      await tx.execute(
        sql`update crm_token set refusal = null, refused_until = null where ${one(source)}`,
      );
      work();
    },
    async choose(source, choice, by) {
      await exists(source, by);
      // Another object or day is another figure: all of it is looked at again.
      await tx.execute(
        sql`update crm_source set choice = ${json(choice)}, read_through = null, full_on = null, version = version + 1 where ${one(source)}`,
      );
    },
    async switchTo(source, on, by, now) {
      await exists(source, by);
      const done = await tx.execute(
        sql`update crm_source set there = case when ${on} and trouble->>'kind' = 'other-organisation' then null else there end,
          read_through = case when ${on} and trouble->>'kind' = 'other-organisation' then null else read_through end,
          full_on = case when ${on} and trouble->>'kind' = 'other-organisation' then null else full_on end, is_on = ${on}, next_at = case when ${on} then ${at(now)} end, asked = case when ${on} then 'pull' end, trouble = null, trouble_since = null, is_trouble_told = true, version = version + 1
          where ${one(source)} and choice is not null`,
      );
      work();
      return affectedBy(done) === 1;
    },
    async setEvery(source, minutes) {
      await tx.execute(sql`update crm_source set every_minutes = ${minutes} where ${one(source)}`);
    },
    async claim(source, holder, now, anyway) {
      const rows = await execute<Row>(
        tx,
        sql`update crm_source set holder = ${holder}::uuid, lease_until = ${lease}
          where ${one(source)} and lease_until <= clock_timestamp() and (${anyway} or asked is not null or (is_on and next_at <= ${at(now)})) returning ${columns}`,
      );
      return rows[0] ? toState(rows[0]) : null;
    },
    async hold(source, holder) {
      const held = await tx.execute(
        sql`update crm_source set lease_until = ${lease} where ${one(source)} and holder = ${holder}::uuid`,
      );
      return affectedBy(held) === 1;
    },
    async end(source, holder, end) {
      // A trouble of the same kind that goes on was told already.
      await tx.execute(
        sql`update crm_source set holder = null, lease_until = clock_timestamp(), asked = null, next_at = ${at(end.nextAt)},
            read_through = coalesce(${at(end.readThrough)}, read_through), full_on = coalesce(${end.fullOn ?? null}::date, full_on), there = coalesce(${end.there ?? null}, there),
            ok_at = coalesce(${at(end.okAt)}, ok_at), last_end = coalesce(${json(end.last)}, last_end), found = coalesce(${json(end.found)}, found),
            is_trouble_told = case when ${json(end.trouble)} is null or ${end.found !== undefined} then true else is_trouble_told and trouble is not null and trouble->>'kind' = ${end.trouble?.kind ?? null} end,
            trouble_since = case when ${json(end.trouble)} is null then null when trouble->>'kind' = ${end.trouble?.kind ?? null} then trouble_since else ${at(end.at)} end,
            trouble = ${json(end.trouble)}, version = version + 1, is_told = is_told and ${end.found === undefined}
          where ${one(source)} and holder = ${holder}::uuid`,
      );
    },
    async letGo(source, holder) {
      await tx.execute(
        sql`update crm_source set holder = null, lease_until = clock_timestamp(), asked = null where ${one(source)} and holder = ${holder}::uuid`,
      );
    },
  };
}
