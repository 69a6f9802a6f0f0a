// Two people who become one, and two again within a day.
import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { AccountName, PersonId } from "#src/people/person";
import type { AccountStore, Join } from "#src/practices/accounts/store";
import type { Tx } from "../../client.ts";
import { accountJoin, accountLink } from "../../schema/practices/accounts.ts";
import { fromJson } from "../columns.ts";
import { createPeopleStore } from "../people/directory.ts";
import type { Touched } from "../people/rights.ts";
import { noCode } from "./link-codes.ts";
import { mergePeople } from "./merge-people.ts";
import { partPeople, personText, type Joined } from "./part-people.ts";

function toJoin({ organisationId: _, record: __, ...row }: typeof accountJoin.$inferSelect): Join {
  return {
    ...row,
    kept: row.keptId as PersonId,
    gone: row.goneId as PersonId,
    keptAccount: row.keptAccount as AccountName,
    goneAccount: row.goneAccount as AccountName,
  };
}

export function joinedPeople(
  tx: Tx,
  organisationId: string,
  touched: Touched,
): Pick<AccountStore, "join" | "joinOf" | "part"> {
  const own = eq(accountLink.organisationId, organisationId);
  return {
    async join({ id, kept, gone, keptAccount, goneAccount, at, until }, change) {
      const both = [kept, gone];
      await tx
        .update(accountLink)
        .set(noCode)
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
