// What a database error means, whichever driver threw it; what leaves db is a DatabaseError and holds no value.
import type { Loggable } from "#src/ports/process/logger";

/** Opening failed in a way the operator can mend: the message is one sentence that names the setting. */
export class DatabaseUnreachable extends Error {
  override name = "DatabaseUnreachable";
}

/** The database and the program do not fit; the message is one sentence for the operator. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

/** A backup was not made, or not brought back; the message is one sentence for the operator. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}

interface Facts {
  /** PostgreSQL's five characters, or the driver's or the system's own name of it (CONNECTION_CLOSED, ECONNREFUSED). */
  readonly code?: string | null;
  readonly sqlState?: string | null;
  readonly constraint?: string | null;
  /** The column that refused what was to be written. */
  readonly column?: string | null;
}

/**
 * What failed, by codes and names alone. The drivers' errors and drizzle's hold what people typed (parameters, "Failing row contains
 * (...)", "Key (email)=(...) already exists"), in properties, messages and causes, so nothing of them is kept.
 */
export class DatabaseError extends Error implements Loggable {
  override name = "DatabaseError";
  readonly loggable = true;
  readonly code: string | null;
  readonly sqlState: string | null;
  readonly constraint: string | null;
  readonly column: string | null;

  constructor(
    says: string,
    { code = null, sqlState = null, constraint = null, column = null }: Facts = {},
  ) {
    super(says);
    this.code = code;
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.column = column;
  }
}

/** The constraint a statement violated, by name, or null where the error is no such violation. */
export const constraintOf = (error: unknown): string | null => ours(error)?.constraint ?? null;

/** True for a broken unique constraint; with a name, for that one only. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    sqlStateOf(error) === "23505" &&
    (constraint === undefined || constraintOf(error) === constraint)
  );
}

/** A serialisation failure or a deadlock. */
export function isSerializationFailure(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === "40001" || state === "40P01";
}

/** True where running the whole transaction again may succeed: another one came in between. What it wrote is read then, and answered as it is. */
export function isOvertaken(error: unknown): boolean {
  return isSerializationFailure(error) || isUniqueViolation(error) || isEntryRefused(error);
}

/** A goal that was open when it was read and is not any more gives no id to its entry (stores/goals/entries.ts). */
function isEntryRefused(error: unknown): boolean {
  return sqlStateOf(error) === "23502" && ours(error)?.column === "goal_id";
}

const mostTimes = 3;

/** Does a whole transaction again where another one was in its way or ahead of it. */
export async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await transaction();
    } catch (error) {
      if (times === mostTimes || !isOvertaken(error)) throw error;
    }
  }
}

/** True where the database let go of a transaction because of others, and nothing of it was stored: a lock that took too long, a statement that did, or each other's. */
export function isBusy(error: unknown): boolean {
  return ["55P03", "57014", "40001", "40P01"].includes(sqlStateOf(error) ?? "");
}

/** What Node and postgres.js call a server that was not reached, or was lost. */
const unreached =
  /^(?:CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|ENOENT|EAI_AGAIN|EHOST\w+|ENET\w+)$/;
/** A server that shuts down, crashed or is starting up; one that has as many sessions as it takes. */
const goneStates: readonly (string | null)[] = ["57P01", "57P02", "57P03", "53300"];

/** True where the server could not be reached or went away in the middle: whether it stored what it was sent last, nobody knows. */
export function isUnreached(error: unknown): boolean {
  if (goneStates.includes(sqlStateOf(error))) return true;
  for (const { code } of chain(error))
    if (typeof code === "string" && unreached.test(code)) return true;
  return false;
}

/** A DatabaseError keeps it by its name; of a driver's error only one with a severity came from the server. */
function serverCode(link: Link): unknown {
  if ("sqlState" in link) return link["sqlState"];
  return "severity" in link ? link["code"] : null;
}

/** PostgreSQL's five-character code, or null where the error did not come from the server. Also of a driver's own, while it is still in here. */
export function sqlStateOf(error: unknown): string | null {
  for (const link of chain(error)) {
    const code = serverCode(link);
    // Node's own codes (ECONNREFUSED, EPIPE) and postgres.js's (CONNECTION_CLOSED) are not five characters, or no server error.
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** The same error without the values, `text` being the statement that failed. What is one of ours already stays as it is. */
export function withoutValues(error: unknown, text: string): DatabaseError {
  const known = ours(error);
  if (known) return known;
  const links = [...chain(error)];
  // A server's error has a severity; drizzle's, around it, has none.
  const server = links.find((link) => "severity" in link);
  const root = server ?? links.at(-1) ?? {};
  const code = nameIn(root, "code");
  const [constraint, table, column] = [
    nameIn(root, "constraint_name") ?? nameIn(root, "constraint"),
    nameIn(root, "table_name") ?? nameIn(root, "table"),
    nameIn(root, "column_name") ?? nameIn(root, "column"),
  ]; // postgres.js ?? PGlite
  const about = constraint ?? (column === null ? null : `${table}.${column}`);
  const what = [code ?? nameIn(root, "name") ?? "failed", ...(about === null ? [] : [about])].join(
    " ",
  );
  return new DatabaseError(`${what}: ${statementOf(text)}`, {
    code,
    sqlState: server ? code : null,
    constraint,
    column,
  });
}

/** What codes, constraints, tables and columns are called. Anything longer or with other signs in it is no name of ours. */
const name = /^[\w$.-]{1,63}$/;

function nameIn(link: Link, key: string): string | null {
  const value = link[key];
  return typeof value === "string" && name.test(value) ? value : null;
}

/** What stands before a parenthesis is a table where something is put into it, and a function where something is read from it. */
const touching =
  /\b(?:(insert into|(?<!for |do |no key )update|delete from)\s+"?([a-z_]\w*)|((?<!distinct )from|join)\s+"?([a-z_]\w*)"?(?!\w|\s*\())/gi;
const mostTables = 4;
const longest = 60;

/** A statement by what it does and to which tables; where it names none, by its beginning without literals. */
function statementOf(text: string): string {
  const bare = text
    .replaceAll(/'(?:[^']|'')*(?:'|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)/g, "'…'")
    .replaceAll(/\s+/g, " ")
    .trim();
  const touched = [
    ...new Set(
      [...bare.matchAll(touching)].map(
        // One of the expression's two alternatives matched, so one of the two verbs is there.
        ([, writes, into, reads = "", table]) =>
          `${(writes ?? reads).toLowerCase()} ${into ?? table}`,
      ),
    ),
  ];
  if (touched.length === 0) return bare.length > longest ? `${bare.slice(0, longest)}…` : bare;
  const verb = /^\w+/.exec(bare)?.[0].toLowerCase() ?? "";
  const listed = touched.slice(0, mostTables).join(", ");
  return listed.startsWith(verb) ? listed : `${verb} ${listed}`;
}

/** By its shape: a test's worker loads this file more than once. */
const ours = (error: unknown): DatabaseError | null =>
  ([...chain(error)].find((link) => "sqlState" in link && link["loggable"] === true) as
    | DatabaseError
    | undefined) ?? null;

type Link = Readonly<Record<string, unknown>>;

function* chain(error: unknown): Generator<Link> {
  let link = error;
  for (let depth = 0; depth < 8 && typeof link === "object" && link !== null; depth++) {
    yield link as Link;
    link = (link as { cause?: unknown }).cause;
  }
}
