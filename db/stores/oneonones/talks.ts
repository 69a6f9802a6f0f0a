// One-on-ones of one organisation: pairs, what became of their talks, and topics. Notes are read and written in notes.ts alone.
import { sql, type SQL } from "drizzle-orm";
import { localDate, type Weekday } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type {
  EveryWeeks,
  Pair,
  PairId,
  Session,
  Topic,
  TopicId,
} from "#src/practices/oneonones/model";
import type { TalkStore } from "#src/practices/oneonones/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { talkPair, talkSession, talkTopic } from "../../schema/practices/coaching/oneonones.ts";
import { createSteps } from "./steps.ts";

interface PairRow {
  id: string;
  owner_id: string;
  person_id: string;
  owner_name: string;
  person_name: string;
  every_weeks: number;
  weekday: number;
  time: string;
  since: string;
}

const json = (ids: readonly string[]): string => JSON.stringify(ids);

export function createTalkStore(tx: Tx, organisationId: string): TalkStore {
  const of = (table: string): SQL =>
    sql`${sql.identifier(table)}.organisation_id = ${organisationId}::uuid`;
  const pairs = async (where: SQL): Promise<Pair[]> =>
    (
      await execute<PairRow>(
        tx,
        sql`select k.id, k.owner_id, k.person_id, coalesce(o.name, '') as owner_name, coalesce(p.name, '') as person_name, k.every_weeks, k.weekday, k.time, k.since::text as since
          from talk_pair k left join person o on o.organisation_id = k.organisation_id and o.id = k.owner_id left join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
          where ${of("k")} and k.ended_at is null and ${where} order by p.name, o.name, k.id`,
      )
    ).map(toPair);
  return {
    async savePair({ id, leader: ownerId, person: personId, ...cadence }) {
      await tx
        .insert(talkPair)
        .values({ organisationId, id, ownerId, personId, ...cadence })
        .onConflictDoUpdate({ target: talkPair.id, set: { ...cadence } });
    },
    pair: async (id) => (await pairs(sql`k.id = ${id}::uuid`))[0] ?? null,
    pairsOf: (person) =>
      pairs(sql`(k.owner_id = ${person}::uuid or k.person_id = ${person}::uuid)`),
    async endPair(id, at) {
      await tx.execute(
        sql`update talk_pair k set ended_at = ${at.toISOString()}::timestamptz where ${of("k")} and k.id = ${id}::uuid and k.ended_at is null`,
      );
    },
    async outOfStep() {
      const found = await execute<{ person: PersonId }>(
        tx,
        sql`select case when p.left_on is null then k.person_id else k.owner_id end as person from talk_pair k
          join person p on p.organisation_id = k.organisation_id and p.id = k.person_id join person o on o.organisation_id = k.organisation_id and o.id = k.owner_id
          where ${of("k")} and k.ended_at is null and (p.left_on is not null or o.left_on is not null or p.manager_id is distinct from k.owner_id)`,
      );
      return found.map(({ person }) => person);
    },
    async sessions(ids, from) {
      const rows = await execute<{
        pair_id: string;
        week: string;
        state: Session["state"];
        moved_to: Date | string | null;
      }>(
        tx,
        sql`select v.pair_id, v.week::text as week, v.state, v.moved_to from talk_session v
          where ${of("v")} and v.pair_id::text in (select json_array_elements_text(${json(ids)}::json)) and v.week >= ${from}::date order by v.week`,
      );
      return rows.map((row) => ({
        pair: row.pair_id as PairId,
        week: localDate(row.week),
        state: row.state,
        movedTo: row.moved_to === null ? null : new Date(row.moved_to),
      }));
    },
    async saySession({ pair, week, state, movedTo }, at) {
      await tx
        .insert(talkSession)
        .values({ organisationId, pairId: pair, week, state, movedTo, saidAt: at })
        .onConflictDoUpdate({
          target: [talkSession.organisationId, talkSession.pairId, talkSession.week],
          set: { state, saidAt: at, ...(movedTo === null ? {} : { movedTo }) },
        });
    },
    async addTopic({ pair, by, ...topic }) {
      await tx.insert(talkTopic).values({ organisationId, pairId: pair, byId: by, ...topic });
    },
    async topics(ids) {
      const rows = await execute<{
        id: string;
        pair_id: string;
        by_id: string;
        by_name: string;
        said: string;
        source: Topic["source"];
        at: Date | string;
      }>(
        tx,
        sql`select q.id, q.pair_id, q.by_id, coalesce(b.name, '') as by_name, q.said, q.source, q.at from talk_topic q left join person b on b.organisation_id = q.organisation_id and b.id = q.by_id
          where ${of("q")} and q.closed_at is null and q.pair_id::text in (select json_array_elements_text(${json(ids)}::json)) order by q.at, q.id`,
      );
      return rows.map((row) => ({
        id: row.id as TopicId,
        pair: row.pair_id as PairId,
        by: row.by_id as PersonId,
        byName: row.by_name,
        said: row.said,
        source: row.source,
        at: new Date(row.at),
      }));
    },
    async closeTopic(id, pair, at) {
      const closed = await tx.execute(
        sql`update talk_topic q set closed_at = ${at.toISOString()}::timestamptz where ${of("q")} and q.id = ${id}::uuid and q.pair_id = ${pair}::uuid and q.closed_at is null`,
      );
      return affectedBy(closed) === 1;
    },
    ...createSteps(tx, organisationId),
  };
}

const toPair = (row: PairRow): Pair => ({
  id: row.id as PairId,
  leader: row.owner_id as PersonId,
  leaderName: row.owner_name,
  person: row.person_id as PersonId,
  personName: row.person_name,
  everyWeeks: Number(row.every_weeks) as EveryWeeks,
  weekday: Number(row.weekday) as Weekday,
  time: row.time,
  since: localDate(row.since),
});
