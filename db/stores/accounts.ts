// Codes that link two accounts, and the people who become one by them.
import { and, eq, gt, ne, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { AccountStore } from "#src/practices/accounts/store";
import type { Tx } from "../client.ts";
import { mergePeople } from "../merge.ts";
import { atRouting } from "../organisation.ts";
import { accountLink } from "../schema/accounts.ts";
import { chatIdentity } from "../schema/kernel.ts";

export function createAccountStore(tx: Tx, organisationId: string): AccountStore {
  const own = eq(accountLink.organisationId, organisationId);
  const of = (person: PersonId) => and(own, eq(accountLink.personId, person));
  return {
    async show(person, { hash, until }, now) {
      const [other] = await tx
        .select({ id: accountLink.personId })
        .from(accountLink)
        .where(and(own, eq(accountLink.hash, hash), gt(accountLink.until, now), ne(accountLink.personId, person)));
      if (other) return false;
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: person, hash, until })
        .onConflictDoUpdate({ target: [accountLink.organisationId, accountLink.personId], set: { hash, until } });
      return true;
    },
    async whose(hash, now) {
      const [found] = await tx
        .select({ id: accountLink.personId })
        .from(accountLink)
        .where(and(own, eq(accountLink.hash, hash), gt(accountLink.until, now)));
      return (found?.id ?? null) as PersonId | null;
    },
    async tries(person) {
      const [found] = await tx.select().from(accountLink).where(of(person));
      return found?.triedAt ? { wrong: found.tries, at: found.triedAt } : null;
    },
    async tried(person, { wrong, at }) {
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: person, tries: wrong, triedAt: at })
        .onConflictDoUpdate({ target: [accountLink.organisationId, accountLink.personId], set: { tries: wrong, triedAt: at } });
    },
    platformsOf: (person) =>
      atRouting(tx, async () => {
        const where = and(eq(chatIdentity.organisationId, organisationId), eq(chatIdentity.personId, person), sql`stopped_at is null`);
        return (await tx.selectDistinct({ platform: chatIdentity.platform }).from(chatIdentity).where(where).orderBy(chatIdentity.platform)).map((row) => row.platform);
      }),
    merge: (kept, gone) => mergePeople(tx, organisationId, kept, gone),
  };
}
