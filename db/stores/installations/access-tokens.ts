// Tokens of apps, sealed, in one row each. Who fetches holds a short lease instead of a lock: a platform may be slow, and a
// transaction must not wait for it.
import { sql } from "drizzle-orm";
import type { Secrets } from "#src/ports/process/secrets";
import type { SharedTokens } from "#src/ports/chat/access-tokens";
import { execute, type Database } from "../../client.ts";
import { openOrNull } from "../../seal.ts";

/** Longer than a platform is waited for. */
const leaseMs = 10_000;
const lookMs = 150;

const rowOf = (name: string): string => `app_token ${name}`;

export function createSharedTokens(database: Database, secrets: Secrets): SharedTokens {
  // Read again and again by every call: remembered here until it is over or refused.
  const remembered = new Map<string, { readonly token: string; readonly until: number }>();

  async function stored(
    name: string,
  ): Promise<{ readonly token: string; readonly forMs: number } | null> {
    const [row] = await execute<{ token: string; ms: string }>(
      database.db,
      sql`select token, (extract(epoch from until - clock_timestamp()) * 1000)::text as ms from app_token where app = ${name} and token is not null and until > clock_timestamp()`,
    );
    return row ? opened(row.token, Number(row.ms), name) : null;
  }

  /** What another key sealed is of no use here, and can be had again. */
  function opened(
    sealed: string,
    forMs: number,
    name: string,
  ): { readonly token: string; readonly forMs: number } | null {
    const token = openOrNull(secrets, sealed, rowOf(name));
    return token === null ? null : { token, forMs };
  }

  /** One of many gets it; it ends by itself where whoever had it is gone. */
  async function lease(name: string): Promise<boolean> {
    const rows = await execute<{ mine: boolean }>(
      database.db,
      sql`insert into app_token (app, lease_until) values (${name}, clock_timestamp() + ${`${leaseMs} milliseconds`}::interval)
        on conflict (app) do update set lease_until = excluded.lease_until where app_token.lease_until is null or app_token.lease_until < clock_timestamp() returning true as mine`,
    );
    return rows.length > 0;
  }

  const endLease = (name: string) =>
    database.db.execute(sql`update app_token set lease_until = null where app = ${name}`);

  const store = (name: string, token: string, forMs: number) =>
    database.db.execute(
      sql`update app_token set token = ${secrets.seal(token, rowOf(name))}, until = clock_timestamp() + ${`${Math.round(forMs)} milliseconds`}::interval, lease_until = null where app = ${name}`,
    );

  const remember = (name: string, token: string, forMs: number): string => {
    remembered.set(name, { token, until: performance.now() + forMs });
    return token;
  };

  return {
    async obtain(name, refused, fetch) {
      const known = remembered.get(name);
      if (known && known.token !== refused && known.until > performance.now()) return known.token;
      for (;;) {
        const found = await stored(name);
        if (found && found.token !== refused) return remember(name, found.token, found.forMs);
        if (await lease(name)) {
          // Between the look and the lease another may have fetched it.
          const meanwhile = await stored(name);
          if (!meanwhile || meanwhile.token === refused) break;
          await endLease(name);
          return remember(name, meanwhile.token, meanwhile.forMs);
        }
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
      let fetched: Awaited<ReturnType<typeof fetch>> | null = null;
      try {
        fetched = await fetch();
      } finally {
        // Whoever comes next need not wait for the lease to end.
        if (fetched === null || !("token" in fetched)) await endLease(name);
      }
      if (!("token" in fetched)) return fetched;
      await store(name, fetched.token, fetched.forMs);
      return remember(name, fetched.token, fetched.forMs);
    },
    async keep(name, token, forMs) {
      await database.db
        .execute(sql`insert into app_token (app, token, until) values (${name}, ${secrets.seal(token, rowOf(name))}, clock_timestamp() + ${`${Math.round(forMs)} milliseconds`}::interval)
        on conflict (app) do update set token = excluded.token, until = excluded.until where app_token.until is null or app_token.until <= excluded.until`);
    },
    find: async (name) => (await stored(name))?.token ?? null,
  };
}

/** How many tokens that are not over this key does not open: each is fetched or pushed again. */
export async function countUnopenedTokens(database: Database, secrets: Secrets): Promise<number> {
  const rows = await execute<{ app: string; token: string }>(
    database.db,
    sql`select app, token from app_token where token is not null and until > clock_timestamp()`,
  );
  return rows.filter(({ app, token }) => openOrNull(secrets, token, rowOf(app)) === null).length;
}
