// Which organisation a workspace belongs to: the one others of its kind are in, the company's, or one founded for it.
import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import type { OrganisationId } from "#src/people/person";
import { SeveralOrganisations, type Home } from "#src/ports/chat/installations";
import type { Sql, Tx } from "../../client.ts";
import { asOrganisation } from "../../organisation.ts";
import { installation, organisation, organisationProfile, person } from "../../schema/kernel.ts";
import { playgroundOrganisation } from "../../seed.ts";
import { createAuditStore } from "../people/audit.ts";

/** Of those that are installed; where none is any more, of those that were, if they are of one. Throws SeveralOrganisations where they are of more. */
export async function organisationOf(
  on: Sql,
  platform: string,
  workspaces: readonly string[],
): Promise<OrganisationId | null> {
  if (workspaces.length === 0) return null;
  const rows = await on
    .select({
      organisation: installation.organisationId,
      isInstalled: isNotNull(installation.token).mapWith(Boolean),
    })
    .from(installation)
    .where(
      and(eq(installation.platform, platform), inArray(installation.workspace, [...workspaces])),
    );
  const installed = new Set(rows.flatMap((each) => (each.isInstalled ? [each.organisation] : [])));
  if (installed.size > 1) throw new SeveralOrganisations();
  const once = installed.size === 1 ? installed : new Set(rows.map((each) => each.organisation));
  return once.size === 1 ? ([...once][0] as OrganisationId) : null;
}

/** The organisation everything configured here belongs to, once there is one. The playground's never is it. */
export async function companyOf(
  tx: Tx,
): Promise<{ readonly id: OrganisationId; readonly taken: boolean } | null> {
  const [found] = await tx
    .select()
    .from(organisation)
    .where(ne(organisation.id, playgroundOrganisation))
    .orderBy(asc(organisation.id))
    .limit(1);
  if (!found) return null;
  const some = await tx
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(eq(installation.organisationId, found.id))
    .limit(1);
  return { id: found.id as OrganisationId, taken: some.length > 0 };
}

/** Nobody came to it and nothing else is let in to it: it was founded for an installation that belongs elsewhere. */
export async function isEmpty(tx: Tx, id: OrganisationId): Promise<boolean> {
  const installed = await tx
    .select({ workspace: installation.workspace })
    .from(installation)
    .where(eq(installation.organisationId, id));
  const people = await asOrganisation(tx, id, () =>
    tx.select({ id: person.id }).from(person).where(eq(person.organisationId, id)).limit(1),
  );
  return installed.length === 1 && people.length === 0;
}

export async function removeOrganisation(tx: Tx, id: OrganisationId): Promise<void> {
  await tx.delete(organisation).where(eq(organisation.id, id));
  await asOrganisation(tx, id, () =>
    tx.delete(organisationProfile).where(eq(organisationProfile.organisationId, id)),
  );
}

/** Complete before it is routed to: an organisation that is in the list has its profile. */
export async function foundOrganisation(
  tx: Tx,
  id: OrganisationId,
  name: string,
  home: Home | undefined,
): Promise<void> {
  await asOrganisation(tx, id, () =>
    tx.insert(organisationProfile).values({
      organisationId: id,
      name,
      locale: "en",
      zone: "UTC",
      country: unknownCountry,
      currency: unknownCurrency,
      ...home,
    }),
  );
  await tx.insert(organisation).values({ id });
}

/** In that organisation's trail. */
export const recordIn = (
  tx: Tx,
  id: string,
  event: Parameters<ReturnType<typeof createAuditStore>["record"]>[0],
): Promise<void> => asOrganisation(tx, id, () => createAuditStore(tx, id).record(event));
