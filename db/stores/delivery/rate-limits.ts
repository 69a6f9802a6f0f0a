// How fast messages may leave: one clock for each destination and each installation, shared by all processes. A leaky bucket
// kept as the time from which the next message may go (GCRA), read and moved under the row's lock.
import { sql, type SQL } from "drizzle-orm";
import type { ChatAddress, Pace, Rate } from "#src/ports/chat/chat";
import { execute, type Database, type Tx } from "../../client.ts";

export interface Buckets {
  /** Null: it may leave, and is counted. Otherwise in how many milliseconds it may. Both rates must allow it. */
  wait(wanted: readonly { readonly key: string; readonly rate: Rate | null }[]): number | null;
  /** Counts it whether it may leave now or later; in how many milliseconds it may. */
  book(wanted: readonly { readonly key: string; readonly rate: Rate | null }[]): number;
  /** Writes what was counted. */
  keep(): Promise<void>;
}

/** Locks these buckets until the transaction ends, in the order of their keys. */
export async function lockBuckets(tx: Tx, keys: readonly string[]): Promise<Buckets> {
  const sorted = [...new Set(keys)].toSorted();
  const rows =
    sorted.length === 0
      ? []
      : await execute<{ key: string; next_ms: string; now_ms: string }>(
          tx,
          sql`insert into pace_bucket (key, next_at) select k, 'epoch' from json_array_elements_text(${JSON.stringify(sorted)}::json) k
            on conflict (key) do update set key = excluded.key
            returning key, (extract(epoch from next_at) * 1000)::text as next_ms, (extract(epoch from clock_timestamp()) * 1000)::text as now_ms`,
        );
  const now = Math.max(0, ...rows.map((row) => Number(row.now_ms)));
  const next = new Map(rows.map((row) => [row.key, Number(row.next_ms)]));
  const changed = new Set<string>();
  /** How many wait in this round. */
  const behind = new Map<string, number>();
  const limitedOf = (wanted: Parameters<Buckets["wait"]>[0]) =>
    wanted.flatMap(({ key, rate }) => (rate === null ? [] : [{ key, rate }]));
  function count(limited: ReturnType<typeof limitedOf>): void {
    for (const { key, rate } of limited) {
      next.set(key, Math.max(next.get(key) ?? 0, now) + 1000 / rate.perSecond);
      changed.add(key);
    }
  }
  const waitOf = ({ key, rate }: { readonly key: string; readonly rate: Rate }): number =>
    Math.ceil((next.get(key) ?? 0) - now - ((rate.burst - 1) * 1000) / rate.perSecond);
  return {
    wait(wanted) {
      const limited = limitedOf(wanted);
      const [slowest] = limited
        .map((each) => ({ ...each, waits: waitOf(each) }))
        .toSorted((a, b) => b.waits - a.waits);
      if (slowest && slowest.waits > 0) {
        // Those behind in the same line come one after the other, and are not all looked at again for each that goes.
        const { key, rate, waits } = slowest;
        const before = behind.get(key) ?? 0;
        behind.set(key, before + 1);
        return waits + (before * 1000) / rate.perSecond;
      }
      count(limited);
      return null;
    },
    book(wanted) {
      const limited = limitedOf(wanted);
      const wait = Math.max(0, ...limited.map(waitOf));
      count(limited);
      return wait;
    },
    async keep() {
      if (changed.size === 0) return;
      const moved = JSON.stringify([...changed].map((key) => ({ key, ms: next.get(key) })));
      await tx.execute(
        sql`update pace_bucket b set next_at = to_timestamp(m.ms / 1000) from json_to_recordset(${moved}::json) as m(key text, ms double precision) where b.key = m.key`,
      );
    },
  };
}

/**
 * For what does not go through the outbox: books the next moment at which a message may leave there, and says in how many
 * milliseconds that is. The outbox's own messages keep the same clocks.
 */
export function createTurns(database: Database, pace: Pace): (to: ChatAddress) => Promise<number> {
  return (to) =>
    database.transaction(async (tx) => {
      const wanted = [
        { key: installationKey(to), rate: pace.installation },
        { key: destinationKey(to), rate: pace.destination },
      ];
      const buckets = await lockBuckets(
        tx,
        wanted.flatMap((each) => (each.rate === null ? [] : [each.key])),
      );
      const wait = buckets.book(wanted);
      await buckets.keep();
      return wait;
    });
}

export const installationKey = (to: {
  readonly platform: string;
  readonly workspace: string;
}): string => `${to.platform} ${to.workspace}`;
export const editsKey = (to: { readonly platform: string; readonly workspace: string }): string =>
  `${installationKey(to)} edits`;
export const destinationKey = (to: ChatAddress): string =>
  `${installationKey(to)} ${"user" in to ? `@${to.user}` : `#${to.channel}`}`;
/** The bucket in which a platform that asked to wait is left alone, whatever its rate: what it names is when all may go on. */
export const pausedKey = (platform: SQL, workspace: SQL): SQL =>
  sql`${platform} || ' ' || ${workspace} || ' paused'`;
