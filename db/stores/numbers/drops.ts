// Files that were dropped, one organisation's: what is to be done with them is claimed with a lease on the database's own clock.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Drop, DropId, DropStore, Found, Mapping, Said } from "#src/practices/numbers/api";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";

interface Row {
  id: string;
  person_id: string;
  platform: string;
  workspace: string;
  account: string;
  way: Drop["way"];
  ref: string;
  name: string;
  bytes: number;
  at: Date | string;
  state: Drop["state"];
  said: unknown;
  found: unknown;
  read_rows: number;
  version: number;
  attempts: number;
}

/** The size of what a platform did not tell. */
const unknown = -1;
const columns = sql`id, way, person_id, platform, workspace, account, ref, name, bytes, at, state, said, found, read_rows, version, attempts`;
const lease = sql`clock_timestamp() + interval '2 minutes'`;
/** Its message is to be changed. */
const changed = sql`version = version + 1, told = false`;

const toDrop = (row: Row): Drop & { readonly attempts: number } => ({
  id: row.id as DropId,
  person: row.person_id as PersonId,
  from: { platform: row.platform, workspace: row.workspace, user: row.account },
  way: row.way,
  ref: row.ref,
  name: row.name,
  bytes: row.bytes === unknown ? null : row.bytes,
  at: new Date(row.at),
  state: row.state,
  said: fromJson<Said>(row.said),
  found: row.found === null ? null : fromJson<Found>(row.found),
  readRows: row.read_rows,
  version: row.version,
  attempts: row.attempts,
});

export function createDropStore(tx: Tx, organisation: string, work: () => void): DropStore {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const one = (id: DropId) => sql`${own} and id = ${id}::uuid`;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;
  const forget: DropStore["forget"] = async (id) =>
    void (await tx.execute(
      sql`delete from number_drop_part where ${own} and drop_id = ${id}::uuid`,
    ));
  return {
    async add({ id, person, from, ref, name, bytes: said, at }) {
      const bytes = said ?? unknown;
      const added = await tx.execute(
        sql`insert into number_drop (organisation_id, id, person_id, way, platform, workspace, account, ref, name, bytes, at, state, said, read_rows, version, told, attempts, lease_until)
          select ${organisation}::uuid, ${id}::uuid, ${person}::uuid, 'in', ${from.platform}, ${from.workspace}, ${from.user}, ${ref}, ${name}, ${bytes}::int, ${at.toISOString()}::timestamptz, 'work', '{}'::jsonb, 0, 0, true, 0, clock_timestamp()
          where not exists (select from number_drop where ${own} and person_id = ${person}::uuid and name = ${name} and bytes = ${bytes}::int and state <> 'ended' and at > ${at.toISOString()}::timestamptz - interval '10 minutes')`,
      );
      work();
      return affectedBy(added) === 1;
    },
    async addExport({ id, person, from, name, at }) {
      const added = await tx.execute(
        sql`insert into number_drop (organisation_id, id, person_id, way, platform, workspace, account, ref, name, bytes, at, state, said, read_rows, version, told, attempts, lease_until)
          select ${organisation}::uuid, ${id}::uuid, ${person}::uuid, 'out', ${from.platform}, ${from.workspace}, ${from.user}, '', ${name}, 0, ${at.toISOString()}::timestamptz, 'work', '{}'::jsonb, 0, 0, true, 0, clock_timestamp()
          where not exists (select from number_drop where ${own} and person_id = ${person}::uuid and way = 'out' and state <> 'ended' and at > ${at.toISOString()}::timestamptz - interval '10 minutes')`,
      );
      work();
      return affectedBy(added) === 1;
    },
    async drop(id) {
      const [row] = await execute<Row>(
        tx,
        sql`select ${columns} from number_drop where ${one(id)}`,
      );
      return row ? toDrop(row) : null;
    },
    async say(id, said) {
      const taken = await tx.execute(
        sql`update number_drop set said = ${json(said)}, state = 'work', read_rows = 0, attempts = 0, lease_until = clock_timestamp() where ${one(id)} and state = 'waits'`,
      );
      work();
      return affectedBy(taken) === 1;
    },
    async leave(id, found) {
      const left = await tx.execute(
        sql`update number_drop set state = 'ended', found = ${json(found)}, version = version + 1 where ${one(id)} and state = 'waits'`,
      );
      await forget(id);
      return affectedBy(left) === 1;
    },
    async claim() {
      const [row] = await execute<Row>(
        tx,
        sql`update number_drop set lease_until = ${lease}, attempts = attempts + 1
          where ${own} and id in (select id from number_drop where ${own} and state = 'work' and lease_until <= clock_timestamp() order by seq limit 1 for update skip locked) returning ${columns}`,
      );
      return row ? toDrop(row) : null;
    },
    async hold(id, rows) {
      await tx.execute(
        rows === null
          ? sql`update number_drop set lease_until = ${lease} where ${one(id)}`
          : sql`update number_drop set lease_until = ${lease}, read_rows = ${rows}::int, ${changed} where ${one(id)}`,
      );
    },
    async later(id, why) {
      const [waits, counts] = why === "busy" ? ["3 seconds", 1] : ["20 seconds", 0];
      await tx.execute(
        sql`update number_drop set lease_until = clock_timestamp() + ${waits}::interval, attempts = attempts - ${counts}::int where ${one(id)}`,
      );
    },
    async found(id, found, state) {
      await tx.execute(
        sql`update number_drop set found = ${json(found)}, state = ${state}, ${changed} where ${one(id)} and state = 'work'`,
      );
      if (state === "ended") await forget(id);
    },
    async untold() {
      const rows = await execute<{ person_id: string }>(
        tx,
        sql`select distinct person_id from number_drop where ${own} and not told`,
      );
      return rows.map((row) => row.person_id as PersonId);
    },
    async tell(person) {
      const rows = await execute<Row>(
        tx,
        sql`with t as (update number_drop set told = true where ${own} and person_id = ${person}::uuid and not told returning seq, ${columns}) select ${columns} from t order by seq`,
      );
      return rows.map(toDrop);
    },
    async keep(id, n, bytes) {
      await tx.execute(
        sql`insert into number_drop_part (organisation_id, drop_id, n, base64) values (${organisation}::uuid, ${id}::uuid, ${n}::int, ${Buffer.from(bytes).toString("base64")})
          on conflict (organisation_id, drop_id, n) do update set base64 = excluded.base64`,
      );
    },
    async piece(id, n) {
      const [row] = await execute<{ base64: string }>(
        tx,
        sql`select base64 from number_drop_part where ${own} and drop_id = ${id}::uuid and n = ${n}::int`,
      );
      return row ? Buffer.from(row.base64, "base64") : null;
    },
    forget,
    async mapping(fingerprint) {
      const [row] = await execute<{ said: unknown }>(
        tx,
        sql`select said from number_mapping where ${own} and fingerprint = ${fingerprint}`,
      );
      return row ? fromJson<Mapping>(row.said) : null;
    },
    async remember(fingerprint, mapping, at) {
      await tx.execute(
        sql`insert into number_mapping (organisation_id, fingerprint, said, at) values (${organisation}::uuid, ${fingerprint}, ${json(mapping)}, ${at.toISOString()}::timestamptz)
          on conflict (organisation_id, fingerprint) do update set said = excluded.said, at = excluded.at`,
      );
    },
  };
}
