// Codes that link two accounts: shown in one chat, typed in the other, and who asks by one.
import { createHash } from "node:crypto";
import { and, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { AccountName, PersonId } from "#src/people/person";
import type { AccountStore, Ask } from "#src/practices/accounts/store";
import type { Tx } from "../../client.ts";
import { accountLink } from "../../schema/practices/accounts.ts";

type LinkRow = typeof accountLink.$inferSelect;

const key = [accountLink.organisationId, accountLink.personId];
export const noCode = {
  hash: null,
  until: null,
  account: null,
  askId: null,
  askedById: null,
  askedAccount: null,
  asked: false,
};

function toAsk(row: LinkRow | undefined): Ask | null {
  if (
    !row ||
    row.askId === null ||
    row.askedById === null ||
    row.account === null ||
    row.askedAccount === null
  )
    return null;
  const { askId: id, personId, account, askedById, askedAccount, asked } = row;
  return {
    id,
    holder: personId as PersonId,
    holderAccount: account as AccountName,
    asker: askedById as PersonId,
    askerAccount: askedAccount as AccountName,
    asked,
  };
}

/** Two who ask each other at once take both rows in the same order. */
async function holdLinks(
  tx: Tx,
  organisationId: string,
  people: readonly PersonId[],
): Promise<void> {
  await tx
    .select({ id: accountLink.personId })
    .from(accountLink)
    .where(
      and(
        eq(accountLink.organisationId, organisationId),
        inArray(accountLink.personId, [...people]),
      ),
    )
    .orderBy(accountLink.personId)
    .for("update");
}

/** A code from when it is shown until somebody types it. */
export function linkCodes(tx: Tx, organisationId: string): Pick<AccountStore, "show" | "take"> {
  const own = eq(accountLink.organisationId, organisationId);
  const hashOf = (code: string): string =>
    createHash("sha256").update(`link ${organisationId} ${code}`).digest("base64url");
  const of = (person: PersonId) => and(own, eq(accountLink.personId, person));

  return {
    async show(person, account, code, until, now) {
      const hash = hashOf(code);
      const [other] = await tx
        .select({ id: accountLink.personId })
        .from(accountLink)
        .where(
          and(
            own,
            eq(accountLink.hash, hash),
            gt(accountLink.until, now),
            ne(accountLink.personId, person),
          ),
        );
      if (other) return false;
      const shown = { ...noCode, hash, until, account };
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: person, ...shown })
        .onConflictDoUpdate({ target: key, set: shown });
      return true;
    },
    async take(code, { id, asker, askerAccount }, now) {
      const open = and(own, eq(accountLink.hash, hashOf(code)), gt(accountLink.until, now));
      const [found] = await tx
        .select({ holder: accountLink.personId })
        .from(accountLink)
        .where(open);
      if (!found) return null;
      const holder = found.holder as PersonId;
      if (holder === asker) return "own";
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: asker })
        .onConflictDoNothing();
      await holdLinks(tx, organisationId, [holder, asker]);
      // Who typed it before goes on with what they asked.
      await tx
        .update(accountLink)
        .set({ askId: id, askedById: asker, askedAccount: askerAccount })
        .where(and(open, of(holder), sql`asked_by_id is null`));
      const [taken] = await tx
        .select()
        .from(accountLink)
        .where(and(open, of(holder), eq(accountLink.askedById, asker)));
      return toAsk(taken);
    },
  };
}

/** What whoever typed a code asks of its holder. */
export function linkAsks(
  tx: Tx,
  organisationId: string,
): Pick<AccountStore, "ask" | "askHolder" | "close"> {
  const own = eq(accountLink.organisationId, organisationId);
  const of = (person: PersonId) => and(own, eq(accountLink.personId, person));

  return {
    async ask(id, person, now) {
      const theirs = or(eq(accountLink.personId, person), eq(accountLink.askedById, person));
      const [found] = await tx
        .select()
        .from(accountLink)
        .where(and(own, eq(accountLink.askId, id), gt(accountLink.until, now), theirs));
      return toAsk(found);
    },
    async askHolder({ id, holder }, until, now) {
      const open = and(of(holder), eq(accountLink.askId, id), gt(accountLink.until, now));
      return (
        (
          await tx
            .update(accountLink)
            .set({ asked: true, until })
            .where(open)
            .returning({ id: accountLink.askId })
        ).length > 0
      );
    },
    async close({ id, holder, asker }) {
      await holdLinks(tx, organisationId, [holder, asker]);
      await tx
        .update(accountLink)
        .set(noCode)
        .where(and(of(holder), eq(accountLink.askId, id)));
    },
  };
}

/** How often somebody typed a code lately. */
export function codeTries(tx: Tx, organisationId: string): Pick<AccountStore, "tries" | "tried"> {
  return {
    async tries(person) {
      const [found] = await tx
        .select()
        .from(accountLink)
        .where(
          and(eq(accountLink.organisationId, organisationId), eq(accountLink.personId, person)),
        );
      return found?.triedAt ? { typed: found.tries, at: found.triedAt } : null;
    },
    async tried(person, { typed, at }) {
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: person, tries: typed, triedAt: at })
        .onConflictDoUpdate({ target: key, set: { tries: typed, triedAt: at } });
    },
  };
}
