// A row of each process, written again and again and committed: that is how one knows that the database still takes what is written,
// and how far the machine's clock is from the database's.
import { sql } from "drizzle-orm";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { PulseStore } from "#src/ports/process/pulse";
import { execute, only, send, type Database } from "../../client.ts";
import { sqlStateOf } from "../../errors.ts";

/** A process that wrote nothing for so long is gone; one that only stood still writes its row anew. */
const goneAfter = "10 minutes";

/**
 * A row that is written anew fits where it stood, also on a disk that is full. So more than a megabyte is laid aside on the database's
 * disk as well, in a temporary file: no table grows and nothing is logged by it.
 */
const room = "select count(*) from generate_series(1, 40000)";
const withinRoom =
  "select set_config('work_mem', '64kB', true), set_config('statement_timeout', '5000', true)";

export function createPulse(database: Database, chance: Chance, clock: Clock): PulseStore {
  const id = chance.id();
  const startedAt = clock.now().toISOString();
  return {
    async renew() {
      try {
        const offsetMs = await database.transaction(async (tx) => {
          await send(tx, withinRoom, []);
          const before = clock.now().getTime();
          const { ms } = only(
            await send<{ ms: string }>(
              tx,
              "select (extract(epoch from clock_timestamp()) * 1000)::text as ms",
              [],
            ),
          );
          // The answer took a while, and the database looked at its clock somewhere in between.
          const offset = Math.round((before + clock.now().getTime()) / 2 - Number(ms));
          await send(tx, room, []);
          await send(
            tx,
            "insert into process_pulse (id, started_at, last_at, offset_ms) values ($1, $2, clock_timestamp(), $3) on conflict (id) do update set last_at = excluded.last_at, offset_ms = excluded.offset_ms",
            [id, startedAt, Math.max(-mostMs, Math.min(mostMs, offset))],
          );
          await send(
            tx,
            "delete from process_pulse where last_at < clock_timestamp() - $1::interval",
            [goneAfter],
          );
          return offset;
        });
        return { committed: true, offsetMs };
      } catch (error) {
        return { committed: false, why: whyNotWritten(error) };
      }
    },
    async end() {
      await database.db.execute(sql`delete from process_pulse where id = ${id}::uuid`);
    },
  };
}

/** What the column holds: a clock may be off by years. */
const mostMs = 2_000_000_000;

const reasons: Readonly<Record<string, string>> = {
  "53100": "the database's disk is full",
  "25006": "the database may only be read from",
  "53300": "the database lets in no more connections",
  "57P03": "the database is starting or stopping",
  "57014": "the database did not answer in time",
  "42501": "the database's login may not write",
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; where there was no answer at all, the name of what broke. */
function whyNotWritten(error: unknown): string {
  const state = sqlStateOf(error);
  if (state !== null)
    return `${reasons[state] ?? "the database refuses what is written"} (${state})`;
  return "the database cannot be reached";
}

export interface RunningProcess {
  readonly id: string;
  readonly startedAt: Date;
  readonly silentSeconds: number;
  readonly offsetMs: number;
}

/** Those that wrote within the last minutes, and this machine's own clock against the database's. */
export async function processesOn(
  database: Database,
  clock: Clock,
): Promise<{ readonly offsetMs: number; readonly processes: readonly RunningProcess[] }> {
  const before = clock.now().getTime();
  const { ms } = only(
    await execute<{ ms: string }>(
      database.db,
      sql`select (extract(epoch from clock_timestamp()) * 1000)::text as ms`,
    ),
  );
  const offsetMs = Math.round((before + clock.now().getTime()) / 2 - Number(ms));
  const rows = await execute<{ id: string; started_at: Date; silent: string; offset_ms: number }>(
    database.db,
    sql`select id, started_at, extract(epoch from clock_timestamp() - last_at)::text as silent, offset_ms from process_pulse where last_at > clock_timestamp() - ${goneAfter}::interval order by started_at`,
  );
  return {
    offsetMs,
    processes: rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at,
      silentSeconds: Math.round(Number(row.silent)),
      offsetMs: row.offset_ms,
    })),
  };
}
