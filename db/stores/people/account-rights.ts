// What an account brings its owner: the right to set things up, or none at all. The right a person has is the sum of it.
import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { ChatIdentity, PersonId } from "#src/people/person";
import type { AccountStanding, ChangedBy, PeopleStore } from "#src/people/store";
import type { AuditEvent } from "#src/ports/audit";
import type { Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { chatIdentity, person } from "../../schema/kernel.ts";

export type KeepTrail = (
  about: PersonId,
  events: readonly Pick<AuditEvent, "act" | "detail">[],
  done: ChangedBy,
) => Promise<void>;

const same = ({ platform, workspace, user }: ChatIdentity) =>
  and(
    eq(chatIdentity.platform, platform),
    eq(chatIdentity.workspace, workspace),
    eq(chatIdentity.user, user),
  );

/** By hand: whatever their accounts brought until now is over; what a platform tells next counts again. */
export const takeFromAccounts = (tx: Tx, organisationId: string, id: PersonId): Promise<void> =>
  atRouting(tx, async () => {
    await tx
      .update(chatIdentity)
      .set({ adminBy: null })
      .where(and(eq(chatIdentity.organisationId, organisationId), eq(chatIdentity.personId, id)));
  });

async function standingOf(
  tx: Tx,
  organisationId: string,
  identity: ChatIdentity,
): Promise<AccountStanding | null> {
  const own = eq(chatIdentity.organisationId, organisationId);
  const found = await atRouting(tx, async () => {
    const [account] = await tx
      .select({ adminBy: chatIdentity.adminBy, personId: chatIdentity.personId })
      .from(chatIdentity)
      .where(and(own, same(identity)));
    if (!account) return null;
    const others = await tx
      .select({ adminBy: chatIdentity.adminBy })
      .from(chatIdentity)
      .where(
        and(
          own,
          eq(chatIdentity.personId, account.personId),
          isNull(chatIdentity.barredAt),
          or(
            ne(chatIdentity.platform, identity.platform),
            ne(chatIdentity.workspace, identity.workspace),
            ne(chatIdentity.user, identity.user),
          ),
        ),
      );
    return {
      ...account,
      elsewhere: {
        here: others.length > 0,
        admin: others.some((each) => each.adminBy !== null),
      },
    };
  });
  if (found === null) return null;
  const [row] = await tx
    .select({ granted: person.adminGranted })
    .from(person)
    .where(and(eq(person.organisationId, organisationId), eq(person.id, found.personId)));
  return { adminBy: found.adminBy, elsewhere: found.elsewhere, granted: row?.granted === true };
}

/** `keepTrail`: writes down what changed of whose rights. */
export function accountRights(
  tx: Tx,
  organisationId: string,
  keepTrail: KeepTrail,
): Pick<PeopleStore, "standingOf" | "settleAccount"> {
  const own = eq(chatIdentity.organisationId, organisationId);
  return {
    standingOf: (identity) => standingOf(tx, organisationId, identity),
    async settleAccount(identity, { adminBy, barred, admin, granted }, done) {
      const where = and(own, same(identity));
      const account = await atRouting(tx, async () => {
        const [before] = await tx
          .select({ adminBy: chatIdentity.adminBy, personId: chatIdentity.personId })
          .from(chatIdentity)
          .where(where);
        await tx
          .update(chatIdentity)
          .set({ adminBy, barredAt: barred ? sql`coalesce(barred_at, clock_timestamp())` : null })
          .where(where);
        return before;
      });
      if (!account) return;
      const theirs = and(
        eq(person.organisationId, organisationId),
        eq(person.id, account.personId),
      );
      const [before] = await tx
        .select({ admin: person.admin })
        .from(person)
        .where(theirs)
        .for("update");
      await tx.update(person).set({ admin, adminGranted: granted }).where(theirs);
      if (before?.admin !== admin)
        await keepTrail(
          account.personId as PersonId,
          [
            {
              act: admin ? "admin.granted" : "admin.lost",
              detail: { because: adminBy ?? account.adminBy, ...identity },
            },
          ],
          done,
        );
    },
  };
}
