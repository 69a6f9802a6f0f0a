// What is kept about one person: one organisation's, in one transaction.
import { sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PrivacyStore } from "#src/practices/privacy/store";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { erasePerson, planErase } from "./erase.ts";
import { givenOf, givenTables } from "./given.ts";
import { countsOf, keptBy } from "./kept.ts";
import { forgetName, postedOf } from "./posted.ts";
import { createRequestsStore } from "./requests.ts";
import type { Whose } from "./own-rows.ts";

export function createPrivacyStore(tx: Tx, organisation: string, work: () => void): PrivacyStore {
  return {
    ...createRequestsStore(tx, organisation, work),
    givenTables,
    given: async (person, table) => givenOf(tx, table, await whoseAt(tx, organisation, person)),
    planErase: async (person) => planErase(tx, await whoseAt(tx, organisation, person)),
    posted: async (person, name, without) =>
      postedOf(tx, await whoseAt(tx, organisation, person), name, without),
    async erase(person, name, former, without) {
      const whose = await whoseAt(tx, organisation, person);
      await forgetName(tx, whose, name, without);
      return erasePerson(tx, whose, former);
    },
    kept: async (person) => keptBy(await countsOf(tx, await whoseAt(tx, organisation, person))),
    async looks(person, most) {
      const rows = await execute<{ by_id: string; at: Date }>(
        tx,
        sql`select by_id, at from audit_event where organisation_id = ${organisation}::uuid and about_id = ${person}::uuid and act = 'read' and by_id is not null order by seq desc limit ${most}`,
      );
      return rows.map((row) => ({ by: row.by_id as PersonId, at: new Date(row.at) }));
    },
  };
}

/** With what the platforms call their accounts. */
export async function whoseAt(tx: Tx, organisation: string, person: string): Promise<Whose> {
  const accounts = await atRouting(tx, (routing) =>
    execute<{ user: string }>(
      routing,
      sql`select "user" from chat_identity where organisation_id = ${organisation}::uuid and person_id = ${person}::uuid`,
    ),
  );
  return { organisation, person, users: accounts.map((each) => each.user) };
}
