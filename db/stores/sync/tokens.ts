// A source's token, one for all processes, sealed. Who fetches it holds a short lease instead of a lock, on the database's own clock: a CRM may be slow,
// and a transaction must not wait for it. What was refused is remembered, so that no restart asks again and again.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import {
  CrmTrouble,
  type CrmToken,
  type CrmTokenAsk,
  type CrmTokens,
  type CrmTroubleKind,
  type CrmTroubleSays,
} from "#src/ports/crm";
import type { Secrets } from "#src/ports/process/secrets";
import { execute, type Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { openOrNull } from "../../seal.ts";
import { fromJson } from "../columns.ts";

export interface TokenParts {
  readonly organisation: string;
  readonly source: string;
  readonly secrets: Secrets;
  /** As the adapter has it: what a CRM says of times is measured by it. */
  readonly now: () => Date;
}

/** Longer than two answers are waited for. */
const leaseMs = 90_000;
const lookMs = 150;
/** What somebody has to mend is not asked again at once, and what passes by itself soon. */
const standingMs = 15 * 60_000;
const passingMs = 30_000;
const standing: ReadonlySet<CrmTroubleKind> = new Set([
  "wrong-centre",
  "wrong-secret",
  "revoked",
  "wrong-user",
  "app-stopped",
  "address-refused",
  "scope-missing",
  "no-quota",
]);

interface Row {
  readonly credentials: string | null;
  readonly token: string | null;
  readonly until: Date | string | null;
  readonly keepsake: string | null;
  readonly refusal: unknown;
  readonly refused_until: Date | string | null;
  readonly fetches: unknown;
}

interface Known extends CrmToken {
  readonly credentials: string;
  readonly until: number;
}

/** The one row of a source: each of these is a short transaction of its own. */
function createRow(database: Database, { organisation, source }: TokenParts) {
  const own = sql`organisation_id = ${organisation}::uuid and source = ${source}`;
  return {
    async read(): Promise<Row | null> {
      const [row] = await inOrganisation(database, organisation, (tx) =>
        execute<Row>(
          tx,
          sql`select credentials, token, until, keepsake, refusal, refused_until, fetches from crm_token where ${own}`,
        ),
      );
      return row ?? null;
    },
    /** One of many gets it; it ends by itself where whoever had it is gone. */
    async lease(): Promise<boolean> {
      const rows = await inOrganisation(database, organisation, (tx) =>
        execute<{ mine: boolean }>(
          tx,
          sql`insert into crm_token (organisation_id, source, fetches, lease_until)
            values (${organisation}::uuid, ${source}, '[]'::jsonb, clock_timestamp() + ${`${leaseMs} milliseconds`}::interval)
            on conflict (organisation_id, source) do update set lease_until = excluded.lease_until
            where crm_token.lease_until <= clock_timestamp() returning true as mine`,
        ),
      );
      return rows.length > 0;
    },
    write: (what: ReturnType<typeof sql>) =>
      inOrganisation(database, organisation, (tx) =>
        tx.execute(sql`update crm_token set ${what} where ${own}`),
      ),
  };
}

const release = sql`lease_until = clock_timestamp()`;
const at = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;
const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

export function createCrmTokens(database: Database, parts: TokenParts): CrmTokens {
  const { organisation, source, secrets, now } = parts;
  const row = createRow(database, parts);
  const rowName = (what: "token" | "keepsake"): string =>
    `crm_token ${organisation} ${source} ${what}`;
  // Asked for with every call: remembered here until it is over or refused.
  let remembered: Known | null = null;

  /** The token to be had without asking; throws what is remembered of a refusal. */
  function answerOf(row: Row | null, credentials: string, refused: string | null): Known | null {
    if (row === null || row.credentials !== credentials) return null;
    const known = knownOf(row, credentials);
    if (known !== null && known.until > now().getTime() && known.token !== refused) return known;
    const says = row.refusal === null ? null : revived(fromJson<CrmTroubleSays>(row.refusal));
    if (says !== null && msOf(row.refused_until) > now().getTime()) throw new CrmTrouble(says);
    return null;
  }

  function knownOf(row: Row, credentials: string): Known | null {
    if (row.token === null) return null;
    // What another key sealed is of no use here, and can be had again.
    const opened = openOrNull(secrets, row.token, rowName("token"));
    if (opened === null) return null;
    const { token, with: more } = JSON.parse(opened) as CrmToken;
    return { token, with: more, credentials, until: msOf(row.until) };
  }

  async function fetchAnew(
    ask: CrmTokenAsk,
    credentials: string,
    known: Row | null,
  ): Promise<Known> {
    const same = known?.credentials === credentials;
    const asked = now().getTime();
    const fetches = (same ? fromJson<readonly number[]>(known.fetches) : []).filter(
      (ms) => ms > asked - ask.most.withinMs && ms <= asked,
    );
    const [first] = fetches;
    if (first !== undefined && fetches.length >= ask.most.fetches)
      throw new CrmTrouble({ kind: "slow-down", until: new Date(first + ask.most.withinMs) });
    // Before it is asked: a process that is killed meanwhile asked all the same.
    await row.write(
      same
        ? sql`fetches = ${json([...fetches, asked])}`
        : sql`credentials = ${credentials}, token = null, until = null, keepsake = null, refusal = null, refused_until = null, fetches = ${json([asked])}`,
    );
    const kept = same ? known.keepsake : null;
    const keepsake = kept === null ? null : openOrNull(secrets, kept, rowName("keepsake"));
    const fetched = await ask.fetch(keepsake);
    const { token, with: more, forMs } = fetched;
    const until = now().getTime() + forMs;
    const newKept =
      fetched.kept === undefined
        ? sql``
        : sql`keepsake = ${secrets.seal(fetched.kept, rowName("keepsake"))},`;
    await row.write(
      sql`${newKept} token = ${secrets.seal(JSON.stringify({ token, with: more }), rowName("token"))}, until = ${at(until)}, refusal = null, refused_until = null, ${release}`,
    );
    return { token, with: more, credentials, until };
  }

  async function underLease(ask: CrmTokenAsk, credentials: string): Promise<Known> {
    // Between the look and the lease another may have fetched it, or been refused.
    let kept: Row | null;
    try {
      kept = await row.read();
      const meanwhile = answerOf(kept, credentials, ask.refused);
      if (meanwhile !== null) {
        await row.write(release);
        return meanwhile;
      }
    } catch (error) {
      await row.write(release);
      throw error;
    }
    try {
      return await fetchAnew(ask, credentials, kept);
    } catch (error) {
      await remember(error);
      throw error;
    }
  }

  async function remember(error: unknown): Promise<void> {
    if (!(error instanceof CrmTrouble)) return void (await row.write(release));
    const { says } = error;
    const until = "until" in says ? says.until.getTime() : now().getTime() + pauseOf(says.kind);
    await row.write(sql`refusal = ${json(says)}, refused_until = ${at(until)}, ${release}`);
  }

  return {
    async obtain(ask) {
      const credentials = createHash("sha256").update(ask.credentials).digest("base64url");
      const isGood = (each: Known): boolean =>
        each.credentials === credentials &&
        each.token !== ask.refused &&
        each.until > now().getTime();
      if (remembered !== null && isGood(remembered)) return remembered;
      for (;;) {
        const found = answerOf(await row.read(), credentials, ask.refused);
        if (found !== null) return (remembered = found);
        if (!(await row.lease())) {
          await new Promise((resolve) => void setTimeout(resolve, lookMs));
          continue;
        }
        return (remembered = await underLease(ask, credentials));
      }
    },
  };
}

const pauseOf = (kind: CrmTroubleKind): number => (standing.has(kind) ? standingMs : passingMs);

const msOf = (value: Date | string | null): number =>
  value === null ? 0 : new Date(value).getTime();

/** As it was, with its moment a Date again. */
const revived = (says: CrmTroubleSays): CrmTroubleSays =>
  "until" in says ? { ...says, until: new Date(says.until) } : says;
