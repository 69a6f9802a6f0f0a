// What is done about a request outside the act: read table by table, put into one file, and sent into the chat it was asked in.
import type { Person } from "#src/people/person";
import type { GivenTable, Outcome, Request } from "../model.ts";
import { eraseNow } from "../erased/erase-work.ts";
import type { RequestParts } from "../work-parts.ts";
import { filesOf } from "./files.ts";

/** One that a process died of so often is not tried again. */
const mostAttempts = 4;
/** Its message says how far it is every so many tables. */
const tablesTold = 20;
/** What a chat takes as one file. */
const mostBytes = 50 * 1024 * 1024;

/** One piece of work; false where there is none. */
export async function workOnRequest(parts: RequestParts): Promise<boolean> {
  const request = await parts.inStore(({ privacy }) => privacy.claim());
  if (request === null) return false;
  if (request.attempts > mostAttempts) await end(request, { end: "failed" }, parts);
  else if (request.kind === "export") await give(request, parts);
  else await eraseNow(request, parts);
  return true;
}

async function end(request: Request, found: Outcome, parts: RequestParts): Promise<void> {
  await parts.inStore(({ privacy }) => privacy.end(request.id, found));
  await parts.tell();
}

async function give(request: Request, parts: RequestParts): Promise<void> {
  const person = await parts.inStore(({ people }) => people.person(request.person));
  if (person === null || request.account === null) return end(request, { end: "failed" }, parts);
  const tables = await readAll(request, parts);
  const bytes = await zipped(tables, person, parts);
  if (bytes === null) return end(request, { end: "not sent", why: "too much" }, parts);
  const day = parts.now().toISOString().slice(0, 10);
  const { sent } = await parts.sendFile(person.id, request.account, `pacer-${day}.zip`, bytes);
  if (sent !== "there") return end(request, { end: "not sent", why: sent }, parts);
  await parts.inStore(({ audit }) =>
    audit.record({
      act: "person.exported",
      by: { person: person.id },
      about: person.id,
      at: parts.now(),
      detail: {},
    }),
  );
  await end(request, { end: "sent", entries: entriesOf(tables) }, parts);
}

export const entriesOf = (tables: readonly GivenTable[]): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);

async function readAll(request: Request, parts: RequestParts): Promise<readonly GivenTable[]> {
  const names = await parts.inStore(async ({ privacy }) => privacy.givenTables);
  const tables: GivenTable[] = [];
  for (const [done, name] of names.entries()) {
    if (done % tablesTold === 0) {
      await parts.inStore(({ privacy }) =>
        privacy.progress(request.id, { end: "going", done, of: names.length }),
      );
      await parts.tell();
    }
    tables.push(await parts.inStore(({ privacy }) => privacy.given(request.person, name)));
  }
  return tables;
}

/** Null: more than a chat takes. */
async function zipped(
  tables: readonly GivenTable[],
  { locale }: Pick<Person, "locale">,
  { zip, now }: RequestParts,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of zip(
    filesOf(tables, { locale, day: now().toISOString().slice(0, 16) }),
  )) {
    pieces.push(piece);
    length += piece.length;
    if (length > mostBytes) return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
