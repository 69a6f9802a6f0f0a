// Accounts of one person: codes that link two, the people who become one by them, and where the accounts are.
import { and, eq, sql } from "drizzle-orm";
import type { AccountStore } from "#src/practices/accounts/store";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { chatIdentity } from "../../schema/kernel.ts";
import type { Touched } from "../people/rights.ts";
import { joinedPeople } from "./joined-people.ts";
import { codeTries, linkAsks, linkCodes } from "./link-codes.ts";

export function createAccountStore(
  tx: Tx,
  organisationId: string,
  touched: Touched = { rights: false },
): AccountStore {
  return {
    ...linkCodes(tx, organisationId),
    ...linkAsks(tx, organisationId),
    ...codeTries(tx, organisationId),
    ...joinedPeople(tx, organisationId, touched),
    ...whereAccountsAre(tx, organisationId),
  };
}

function whereAccountsAre(
  tx: Tx,
  organisationId: string,
): Pick<AccountStore, "shareWorkspace" | "workspaceOf" | "platforms"> {
  return {
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
  };
}
