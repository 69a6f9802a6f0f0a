// Notes of one-on-ones. The one place in the tree that reads or writes them, and each statement asks whose they are.
import { sql } from "drizzle-orm";
import type { NotePart } from "#src/practices/oneonones/model";
import type { TalkNoteStore } from "#src/practices/oneonones/store";
import { affectedBy, execute, type Tx } from "../../client.ts";

export function createTalkNoteStore(tx: Tx, organisationId: string): TalkNoteStore {
  const own = sql`k.organisation_id = ${organisationId}::uuid`;
  return {
    async read(pair, week, reader) {
      const rows = await execute<{ part: NotePart; said: string }>(
        tx,
        sql`select n.part, n.said from talk_note n join talk_pair k on k.organisation_id = n.organisation_id and k.id = n.pair_id
          where ${own} and n.pair_id = ${pair}::uuid and n.week = ${week}::date
            and (n.owner_id = ${reader}::uuid or (n.part <> 'private' and k.owner_id = ${reader}::uuid and k.ended_at is null))`,
      );
      return Object.fromEntries(rows.map(({ part, said }) => [part, said]));
    },
    async write({ pair, week, part, said, at }, writer) {
      const isTheirs = sql`${own} and k.id = ${pair}::uuid and k.ended_at is null and ${writer}::uuid in (k.owner_id, k.person_id)`;
      const whose = part === "private" ? sql`${writer}::uuid` : sql`k.person_id`;
      if (said === "")
        await tx.execute(
          sql`delete from talk_note n using talk_pair k where ${isTheirs} and n.organisation_id = k.organisation_id and n.pair_id = k.id and n.week = ${week}::date and n.part = ${part} and n.owner_id = ${whose}`,
        );
      else {
        const written = await tx.execute(
          sql`insert into talk_note (organisation_id, pair_id, owner_id, week, part, said, at)
            select k.organisation_id, k.id, ${whose}, ${week}::date, ${part}, ${said}, ${at.toISOString()}::timestamptz from talk_pair k where ${isTheirs}
            on conflict (organisation_id, pair_id, owner_id, week, part) do update set said = excluded.said, at = excluded.at`,
        );
        return affectedBy(written) === 1;
      }
      return (await execute(tx, sql`select 1 from talk_pair k where ${isTheirs}`)).length === 1;
    },
  };
}
