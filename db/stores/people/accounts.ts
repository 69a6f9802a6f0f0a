// Codes that link two accounts, who asks by them, and the people who become one by them, or two again.
import { createHash } from "node:crypto";
import { and, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { AccountName, PersonId } from "#src/people/person";
import type { AccountStore, Ask, Join } from "#src/practices/accounts/store";
import { execute, type Tx } from "../../client.ts";
import { mergePeople } from "./merge-people.ts";
import { atRouting } from "../../organisation.ts";
import { partPeople, personText, type Joined } from "./part-people.ts";
import { accountJoin, accountLink } from "../../schema/accounts.ts";
import { chatIdentity } from "../../schema/kernel.ts";
import { fromJson } from "../columns.ts";
import { createPeopleStore, type Touched } from "./directory.ts";

type LinkRow = typeof accountLink.$inferSelect;

const key = [accountLink.organisationId, accountLink.personId];
const nothing = {
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

function toJoin({ organisationId: _, record: __, ...row }: typeof accountJoin.$inferSelect): Join {
  return {
    ...row,
    kept: row.keptId as PersonId,
    gone: row.goneId as PersonId,
    keptAccount: row.keptAccount as AccountName,
    goneAccount: row.goneAccount as AccountName,
  };
}

export function createAccountStore(
  tx: Tx,
  organisationId: string,
  touched: Touched = { rights: false },
): AccountStore {
  const own = eq(accountLink.organisationId, organisationId);
  const hashOf = (code: string): string =>
    createHash("sha256").update(`link ${organisationId} ${code}`).digest("base64url");
  const of = (person: PersonId) => and(own, eq(accountLink.personId, person));

  /** Two who ask each other at once take both rows in the same order. */
  async function hold(...people: readonly PersonId[]): Promise<readonly LinkRow[]> {
    return await tx
      .select()
      .from(accountLink)
      .where(and(own, inArray(accountLink.personId, [...people])))
      .orderBy(accountLink.personId)
      .for("update");
  }

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
      const shown = { ...nothing, hash, until, account };
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
      await hold(holder, asker);
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
      await hold(holder, asker);
      await tx
        .update(accountLink)
        .set(nothing)
        .where(and(of(holder), eq(accountLink.askId, id)));
    },
    async tries(person) {
      const [found] = await tx.select().from(accountLink).where(of(person));
      return found?.triedAt ? { typed: found.tries, at: found.triedAt } : null;
    },
    async tried(person, { typed, at }) {
      await tx
        .insert(accountLink)
        .values({ organisationId, personId: person, tries: typed, triedAt: at })
        .onConflictDoUpdate({ target: key, set: { tries: typed, triedAt: at } });
    },
    shareWorkspace: (one, other) =>
      atRouting(tx, async (routing) => {
        const rows = await execute(
          routing,
          sql`select 1 from chat_identity a join chat_identity b on a.platform = b.platform and a.workspace = b.workspace
            where a.organisation_id = ${organisationId}::uuid and b.organisation_id = ${organisationId}::uuid and a.person_id = ${one}::uuid and b.person_id = ${other}::uuid limit 1`,
        );
        return rows.length > 0;
      }),
    workspaceOf: (account) =>
      atRouting(tx, async (routing) => {
        const [platform = "", workspace = ""] = account.split(" ");
        const [row] = await execute<{ name: string }>(
          routing,
          sql`select name from installation where platform = ${platform} and workspace = ${workspace} and organisation_id = ${organisationId}::uuid`,
        );
        return row?.name ?? "";
      }),
    platforms: (person) =>
      atRouting(tx, async (routing) => {
        const where = and(
          eq(chatIdentity.organisationId, organisationId),
          eq(chatIdentity.personId, person),
          sql`stopped_at is null`,
        );
        return (
          await routing
            .selectDistinct({ platform: chatIdentity.platform })
            .from(chatIdentity)
            .where(where)
        ).length;
      }),
    async join({ id, kept, gone, keptAccount, goneAccount, at, until }, change) {
      const both = [kept, gone];
      await tx
        .update(accountLink)
        .set(nothing)
        .where(
          and(own, or(inArray(accountLink.personId, both), inArray(accountLink.askedById, both))),
        );
      const before = await personText(tx, organisationId, kept);
      const merged = await mergePeople(tx, organisationId, kept, gone);
      const { admin, assistant, teamId, managerId, ...profile } = change;
      const people = createPeopleStore(tx, organisationId, touched);
      await people.change(kept, profile);
      await people.entitle(
        kept,
        { admin, assistant, teamId, managerId },
        { by: { person: kept }, at },
      );
      // Whom the other one led, and who led them, see the one who stays from now on.
      touched.rights = true;
      const record: Joined = {
        ...merged,
        before,
        after: await personText(tx, organisationId, kept),
      };
      await tx.execute(sql`insert into account_join (organisation_id, id, kept_id, gone_id, kept_account, gone_account, at, until, record)
        values (${organisationId}::uuid, ${id}::uuid, ${kept}::uuid, ${gone}::uuid, ${keptAccount}, ${goneAccount}, ${at.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${JSON.stringify(record)}::text::jsonb)`);
    },
    async joinOf(person, now) {
      const [found] = await tx
        .select()
        .from(accountJoin)
        .where(
          and(
            eq(accountJoin.organisationId, organisationId),
            eq(accountJoin.keptId, person),
            gt(accountJoin.until, now),
          ),
        );
      return found ? toJoin(found) : null;
    },
    async part({ id, kept, gone }) {
      const [row] = await tx
        .delete(accountJoin)
        .where(and(eq(accountJoin.organisationId, organisationId), eq(accountJoin.id, id)))
        .returning({ record: accountJoin.record });
      if (!row) throw new Error("a joining that is to be undone is not there");
      await partPeople(tx, organisationId, kept, gone, fromJson<Joined>(row.record));
      touched.rights = true;
    },
  };
}
