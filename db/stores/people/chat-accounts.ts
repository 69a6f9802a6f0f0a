// The accounts people have in chats: whose one is, and in which clouds somebody can be reached.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { chatIdentity } from "../../schema/kernel.ts";
import type { KeepTrail } from "./account-rights.ts";
import { addPerson } from "./rights.ts";

/** `cloudOf`, as the database says it. */
const cloud = sql<string>`case when position('/' in ${chatIdentity.workspace}) > 0 then split_part(${chatIdentity.workspace}, '/', 1) else ${chatIdentity.platform} end`;

export function chatAccounts(
  tx: Tx,
  organisationId: string,
  keepTrail: KeepTrail,
): Pick<
  PeopleStore,
  "arrive" | "cloudsOf" | "accountsAt" | "onlyElsewhere" | "outside" | "comeBack"
> {
  return {
    arrive: (identity, newcomer, done, adminBy = null) =>
      // The account first: of two who arrive at once only one finds it free.
      atRouting(tx, async () => {
        const values = { ...identity, organisationId, personId: newcomer.id, adminBy };
        return (
          (
            await tx
              .insert(chatIdentity)
              .values(values)
              .onConflictDoNothing()
              .returning({ user: chatIdentity.user })
          ).length > 0
        );
      }).then(async (isNew) => {
        if (isNew)
          await addPerson(tx, organisationId, keepTrail, newcomer, done, {
            because: adminBy,
            ...identity,
          });
        return isNew;
      }),
    async cloudsOf(id) {
      const found = await atRouting(tx, () =>
        tx
          .selectDistinct({ cloud })
          .from(chatIdentity)
          .where(
            and(eq(chatIdentity.organisationId, organisationId), eq(chatIdentity.personId, id)),
          ),
      );
      return found.map((each) => each.cloud);
    },
    async accountsAt({ platform, workspace }, ids) {
      if (ids.length === 0) return new Map();
      const there = and(
        eq(chatIdentity.organisationId, organisationId),
        eq(chatIdentity.platform, platform),
        eq(chatIdentity.workspace, workspace),
        inArray(chatIdentity.personId, [...ids]),
        isNull(chatIdentity.barredAt),
      );
      // Of several the one used last.
      const found = await atRouting(tx, () =>
        tx
          .select({ id: chatIdentity.personId, user: chatIdentity.user })
          .from(chatIdentity)
          .where(there)
          .orderBy(sql`${chatIdentity.lastUsedAt} nulls first`, chatIdentity.user),
      );
      return new Map(found.map(({ id, user }) => [id as PersonId, user]));
    },
    async onlyElsewhere(clouds, ids) {
      if (ids.length === 0) return new Set();
      const ofThem = and(
        eq(chatIdentity.organisationId, organisationId),
        inArray(chatIdentity.personId, [...ids]),
      );
      const found = await atRouting(tx, () =>
        tx
          .select({
            id: chatIdentity.personId,
            here: sql<boolean>`bool_or(${clouds.length === 0 ? sql`false` : inArray(cloud, [...clouds])})`,
          })
          .from(chatIdentity)
          .where(ofThem)
          .groupBy(chatIdentity.personId),
      );
      return new Set(found.filter((each) => !each.here).map((each) => each.id as PersonId));
    },
    async outside(account, ids) {
      if (ids.length === 0) return new Set();
      const named = sql`${chatIdentity.platform} || ' ' || ${chatIdentity.workspace}`;
      const found = await atRouting(tx, () =>
        tx
          .selectDistinct({ id: chatIdentity.personId })
          .from(chatIdentity)
          .where(
            and(
              eq(chatIdentity.organisationId, organisationId),
              sql`starts_with(${account}, ${named} || ' ')`,
            ),
          ),
      );
      const inside = new Set(found.map((each) => each.id));
      return new Set(ids.filter((each) => !inside.has(each)));
    },
    async comeBack({ platform, workspace, user }) {
      const where = and(
        eq(chatIdentity.platform, platform),
        eq(chatIdentity.workspace, workspace),
        eq(chatIdentity.user, user),
        eq(chatIdentity.organisationId, organisationId),
      );
      await atRouting(
        tx,
        async () => void (await tx.update(chatIdentity).set({ stoppedAt: null }).where(where)),
      );
    },
  };
}
