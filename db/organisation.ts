// The only door to the tables of an organisation: the role and the organisation are set for one transaction, and
// row-level security (policies.ts) does the rest. The login may be a superuser (it is on PGlite): the role is what binds it.
import { sql } from "drizzle-orm";
import { begin, type Database, type Tx } from "./client.ts";

// Statements here are short and many: compiled by the server's JIT, a home among a million figures took two seconds instead of 75 ms.
const enter =
  "select set_config('role', 'pacer_app', true), set_config('pacer.organisation', $1, true), set_config('jit', 'off', true)";
/** What nobody waits for may wait for locks itself: an act gives up sooner (db/postgres/open.ts). */
const enterPatiently = `${enter}, set_config('lock_timeout', '20s', true)`;

/**
 * Runs `work` in one transaction that sees and writes the rows of this organisation only. Its first statement is sent right behind
 * the one that sets role and organisation (rows.ts says why that is safe).
 */
export async function inOrganisation<T>(
  database: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
  pace?: "patient",
): Promise<T> {
  return database.transaction(async (tx) => {
    begin(tx, { text: pace === "patient" ? enterPatiently : enter, parameters: [organisationId] });
    return work(tx);
  });
}

/** The same within a transaction of the owner's: what an organisation keeps of something that is decided across organisations. */
export async function asOrganisation<T>(
  tx: Tx,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await tx.execute(
    sql`select set_config('role', 'pacer_app', true), set_config('pacer.organisation', ${organisationId}, true)`,
  );
  const result = await work(tx);
  await tx.execute(
    sql`select set_config('role', 'none', true), set_config('pacer.organisation', '', true)`,
  );
  return result;
}

/**
 * Within such a transaction, reaches the routing tables (which the role may not touch): a delivery's head is written in
 * the transaction of the fact that caused it. Here nothing fences organisations off, so keep `work` to named statements.
 */
export async function atRouting<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('role', 'none', true)`);
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    // Only an error of our own leaves the transaction usable; after one of the server's this statement fails as well.
    await bind(tx).catch(() => {});
    throw error;
  }
  await bind(tx);
  return result;
}

async function bind(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'pacer_app', true)`);
}
