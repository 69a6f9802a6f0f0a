// Sees to it that whatever fails in an open database leaves it as a DatabaseError. Done where drizzle prepares a statement and where
// it runs a transaction, the two ways anything goes: drizzle itself puts every parameter into the error it throws.
import type { Database, Sql, Tx } from "./sql.ts";
import { withoutValues } from "./errors.ts";

type Session = Sql["_"]["session"];
type Prepared = ReturnType<Session["prepareQuery"]>;

/** A `transaction` of drizzle's or ours: what it takes and answers with is handed through untouched, so its own type holds of the wrapped one. */
type Begin = (work: (tx: Tx) => Promise<never>, ...asked: never[]) => Promise<never>;

export function tellWithoutValues(database: Database): Database {
  guard(database.db);
  return {
    ...database,
    // Some go another way than by `db`, and one more look at the same is the same.
    transaction: handing(
      database.transaction.bind(database) as unknown as Begin,
    ) as unknown as Database["transaction"],
    async listen(channel, heard) {
      try {
        return await database.listen(channel, heard);
      } catch (error) {
        throw withoutValues(error, "listen");
      }
    },
  };
}

// A transaction's savepoints have its own session on PGlite.
const guarded = new WeakSet<object>();

/** What is handed on by its own `transaction` as well, and so by savepoints. */
function guard<T extends Sql>(on: T): T {
  if (guarded.has(on)) return on;
  guarded.add(on);
  guardStatements(on._.session);
  on.transaction = handing(
    on.transaction.bind(on) as unknown as Begin,
  ) as unknown as T["transaction"];
  return on;
}

function handing(run: Begin): Begin {
  return async (work, ...asked) => {
    let thrown: { readonly error: unknown } | null = null;
    const heard = (error: unknown): never => {
      thrown = { error };
      throw error;
    };
    try {
      return await run((tx) => work(guard(tx)).catch(heard), ...asked);
    } catch (error) {
      // What the work threw is an error of ours, whatever it is about, or a statement's, told without its values before.
      if ((thrown as { readonly error: unknown } | null)?.error === error) throw error;
      throw withoutValues(error, "transaction");
    }
  };
}

function guardStatements(session: Session): void {
  if (guarded.has(session)) return;
  guarded.add(session);
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = ((query, ...others) => {
    const prepared = prepare(query, ...others) as Prepared;
    const execute = prepared.execute.bind(prepared);
    prepared.execute = async (values) => {
      try {
        return await execute(values);
      } catch (error) {
        throw withoutValues(error, query.sql);
      }
    };
    return prepared;
  }) as Session["prepareQuery"];
}
