// What organisations entered of a CRM's settings: sealed as a whole, and bound to the organisation and the CRM.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { PersonId } from "#src/people/person";
import type { Secrets } from "#src/ports/process/secrets";
import { execute, type Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { openOrNull } from "../../seal.ts";
import { createAuditStore } from "../people/audit.ts";

type Values = Readonly<Record<string, string>>;
const values = z.record(z.string(), z.string());

export interface CrmSettings {
  /** Empty where nothing was entered, or another key sealed it. */
  read(organisation: string, crm: string): Promise<Values>;
  keep(
    organisation: string,
    crm: string,
    entered: Values,
    by: { readonly person: PersonId; readonly at: Date },
  ): Promise<void>;
}

export function createCrmSettings(database: Database, secrets: Secrets): CrmSettings {
  const rowName = (organisation: string, crm: string): string =>
    `crm_setting ${organisation} ${crm}`;
  return {
    async read(organisation, crm) {
      const [row] = await inOrganisation(database, organisation, (tx) =>
        execute<{ sealed: string }>(
          tx,
          sql`select sealed from crm_setting where organisation_id = ${organisation}::uuid and crm = ${crm}`,
        ),
      );
      const opened = row && openOrNull(secrets, row.sealed, rowName(organisation, crm));
      return opened ? values.parse(JSON.parse(opened)) : {};
    },
    keep: (organisation, crm, entered, { person, at }) =>
      inOrganisation(database, organisation, async (tx) => {
        const sealed = secrets.seal(JSON.stringify(entered), rowName(organisation, crm));
        await tx.execute(
          sql`insert into crm_setting (organisation_id, crm, sealed) values (${organisation}::uuid, ${crm}, ${sealed})
            on conflict (organisation_id, crm) do update set sealed = excluded.sealed`,
        );
        await createAuditStore(tx, organisation).record({
          act: "sync.entered",
          by: { person },
          about: null,
          at,
          detail: { crm },
        });
      }),
  };
}
