// npm run person -- export|erase, answered where the database is: all that is kept about one person, given out or deleted by the same engine as in the chat.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { zipOf } from "#adapters/files/zip";
import { foldCase } from "#src/language/text";
import type { OrganisationId, Person } from "#src/people/person";
import { filesOf, isOnlyAdmin, type GivenTable, type RequestId } from "#src/practices/privacy/api";
import type { Opened } from "../open.ts";
import { createChance } from "../system.ts";
import type { PersonAnswer, PersonAsked } from "./person-asked.ts";

type Parts = Pick<Opened, "stores" | "house" | "now">;

interface Found {
  readonly organisation: OrganisationId;
  readonly person: Person;
}

const refused = (says: string): PersonAnswer => ({ code: 3, says });
const done = (says: string): PersonAnswer => ({ code: 0, says });

export async function answerPerson(asked: PersonAsked, parts: Parts): Promise<PersonAnswer> {
  const found = await personCalled(asked.who, parts);
  if ("code" in found) return found;
  return asked.verb === "export" ? give(asked, found, parts) : erase(asked, found, parts);
}

/** Of those who left as well: their id is all that names them for sure. */
async function personCalled(who: string, { stores }: Parts): Promise<Found | PersonAnswer> {
  const called: Found[] = [];
  for (const organisation of await stores.routing.organisations()) {
    const { byId, directory } = await stores.inOrganisation(organisation, async ({ people }) => ({
      byId: isId(who) ? await people.person(who as Person["id"]) : null,
      directory: await people.directory(),
    }));
    if (byId) return { organisation, person: byId };
    for (const person of directory)
      if ([person.name, person.email ?? ""].some((each) => foldCase(each) === foldCase(who)))
        called.push({ organisation, person });
  }
  if (called.length === 0)
    return refused(`Nobody here has the id “${who}”. A name or an e-mail address finds the id.`);
  const lines = called.map(({ person }) => `${person.id}  ${person.name}  ${person.email ?? ""}`);
  return refused(`Say the id:\n${lines.join("\n")}`);
}

const isId = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text);

async function give(
  { out }: PersonAsked,
  { organisation, person }: Found,
  { stores, now }: Parts,
): Promise<PersonAnswer> {
  const tables: GivenTable[] = [];
  const isErasing = await stores.inOrganisation(organisation, async ({ privacy }) => {
    for (const table of privacy.givenTables) tables.push(await privacy.given(person.id, table));
    return (await privacy.openErase(person.id))?.state === "work";
  });
  if (isErasing) return refused("They are being erased just now: nothing of theirs is given out.");
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (out === null)
    return done(
      [
        ...filled.map(({ table, rows }) => `${table}: ${rows.length}`),
        "Nothing was written; add --out FILE.zip to have it.",
      ].join("\n"),
    );
  const file = createWriteStream(out, { flags: "wx", mode: 0o600 });
  try {
    await once(file, "open");
    const day = now().toISOString().slice(0, 16);
    for await (const piece of zipOf(filesOf(tables, { locale: person.locale, day })))
      if (!file.write(piece)) await once(file, "drain");
    await finished(file.end());
  } catch (error) {
    file.destroy();
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      return refused(`${out} is there already: name another file.`);
    throw error;
  }
  await stores.inOrganisation(organisation, ({ audit }) =>
    audit.record({
      act: "person.exported",
      by: "operator",
      about: person.id,
      at: now(),
      detail: {},
    }),
  );
  return done(`${filled.length} tables of ${person.id} in ${out}.`);
}

async function erase(
  { apply }: PersonAsked,
  { organisation, person }: Found,
  { stores, house, now }: Parts,
): Promise<PersonAnswer> {
  const plan = await stores.inOrganisation(organisation, async ({ privacy, people }) => ({
    topics: await privacy.planErase(person.id),
    isOnlyAdmin: isOnlyAdmin(person, await people.directory()),
  }));
  if (plan.isOnlyAdmin)
    return refused("They are the only admin there: make somebody else admin first, in setup.");
  const listed = plan.topics.map(
    ({ topic, deleted, emptied, kept }) =>
      `${topic}: ${deleted} deleted, ${emptied} emptied, ${kept} kept as numbers and ids`,
  );
  if (!apply)
    return done([...listed, "Nothing was changed; add --yes to erase them for good."].join("\n"));
  const id = createChance().id() as RequestId;
  const request = await stores.inOrganisation(organisation, async ({ privacy }) => {
    const at = now();
    await privacy.askErase({ id, person: person.id, account: null, dueOn: null, at });
    const open = await privacy.openErase(person.id);
    if (open) await privacy.agree(open.id, null, at);
    return open?.id ?? id;
  });
  house.files.wake(organisation);
  await house.files.drain();
  const after = await stores.inOrganisation(organisation, ({ privacy }) =>
    privacy.request(request),
  );
  if (after?.found?.end === "erased")
    return done(
      `Erased: ${after.found.deleted} rows deleted, ${after.found.emptied} emptied. Backups hold them until they expire.`,
    );
  return after?.state === "work"
    ? done("It is under way: the running bot goes on with it.")
    : refused("They could not be erased; the bot's log has the cause.");
}
