// What a database error means, whichever driver threw it. Drizzle wraps the driver's error in `cause`.

/** Opening failed in a way the operator can mend: the message is one sentence that names the setting. */
export class DatabaseUnreachable extends Error {
  override name = "DatabaseUnreachable";
}

/** The database and the program do not fit; the message is one sentence for the operator. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

/** The constraint a statement violated, by name, or null where the error is no such violation. */
export function constraintOf(error: unknown): string | null {
  for (const link of chain(error)) {
    const name = link["constraint_name"] ?? link["constraint"]; // postgres.js ?? PGlite
    if (typeof name === "string" && name !== "") return name;
  }
  return null;
}

/** True for a broken unique constraint; with a name, for that one only. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return sqlStateOf(error) === "23505" && (constraint === undefined || constraintOf(error) === constraint);
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

/** A goal that was open when it was read and is not any more gives no id to its entry (stores/goal-entries.ts). */
function isEntryRefused(error: unknown): boolean {
  const columns = [...chain(error)].map((link) => link["column_name"] ?? link["column"]); // postgres.js ?? PGlite
  return sqlStateOf(error) === "23502" && columns.includes("goal_id");
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
const unreached = /^(?:CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|ENOENT|EAI_AGAIN|EHOST\w+|ENET\w+)$/;
/** A server that shuts down, crashed or is starting up; one that has as many sessions as it takes. */
const goneStates: readonly (string | null)[] = ["57P01", "57P02", "57P03", "53300"];

/** True where the server could not be reached or went away in the middle: whether it stored what it was sent last, nobody knows. */
export function isUnreached(error: unknown): boolean {
  if (goneStates.includes(sqlStateOf(error))) return true;
  for (const { code } of chain(error)) if (typeof code === "string" && unreached.test(code)) return true;
  return false;
}

/** PostgreSQL's five-character code, or null where the error did not come from the server. */
export function sqlStateOf(error: unknown): string | null {
  for (const link of chain(error)) {
    const code = link["code"];
    // Node's own codes (ECONNREFUSED, EPIPE) and postgres.js's (CONNECTION_CLOSED) are not five characters, or no server error.
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in link) return code;
  }
  return null;
}

/** The server's own words, without drizzle's "Failed query" and its parameters around them. */
export function messageOf(error: unknown): string {
  const links = [...chain(error)];
  const said = links.find((link) => "severity" in link) ?? links.at(-1);
  return typeof said?.["message"] === "string" ? said["message"] : String(error);
}

function* chain(error: unknown): Generator<Record<string, unknown>> {
  let link = error;
  for (let depth = 0; depth < 8 && typeof link === "object" && link !== null; depth++) {
    yield link as Record<string, unknown>;
    link = (link as { cause?: unknown }).cause;
  }
}
