// One workspace that comes to an organisation, or asks to. Who is let in is decided by src/people/admission.ts, one workspace at a time.
import { sql } from "drizzle-orm";
import { admit, type Door } from "#src/people/admission";
import type { OrganisationId } from "#src/people/person";
import type { Chance } from "#src/ports/process/clock";
import type { Admitted, Grant, InstallationKey } from "#src/ports/chat/installations";
import { only, type Tx } from "../../client.ts";
import { installation, installationRequest } from "../../schema/kernel.ts";
import { companyOf, foundOrganisation, organisationOf, recordIn } from "./belonging.ts";
import { at, requestAt, wake } from "./installation-keys.ts";
import { ask, lockDoors } from "./installation-requests.ts";
import { withToken, type InstallationRow, type SealedTokens } from "./sealed-token.ts";

export interface Arriving {
  readonly key: InstallationKey;
  readonly grant: Grant;
  readonly at: Date;
  readonly door: Door;
  readonly covers: readonly string[];
  readonly asks: string | null;
}

export interface Admitting {
  readonly tokens: SealedTokens;
  readonly chance: Chance;
}

export async function admitWorkspace(
  tx: Tx,
  { tokens, chance }: Admitting,
  arriving: Arriving,
): Promise<Admitted> {
  const { key, grant, at: now, door, covers, asks } = arriving;
  await lockDoors(tx);
  const [known] = await tx.select().from(installation).where(at(key));
  const admission = admit({
    way: door.way,
    belongsTo: (known?.organisationId ?? null) as OrganisationId | null,
    covers: await organisationOf(tx, key.platform, covers),
    company: door.organisations === "one" ? await companyOf(tx) : null,
  });
  const kept = {
    name: grant.name,
    token: tokens.seal(key, grant.token),
    botUser: grant.botUser,
    scopes: [...grant.scopes],
  };
  if (admission.admission === "waits")
    return ask(tx, {
      ...key,
      ...kept,
      id: chance.id(),
      organisation: admission.organisation,
      askedBy: grant.installedBy,
      askedByName: asks,
      covers,
      at: now,
    });
  const organisation = admission.organisation ?? (chance.id() as OrganisationId);
  if (admission.organisation === null)
    await foundOrganisation(tx, organisation, grant.name, grant.home);
  const row = await install(tx, arriving, kept, {
    organisation,
    founded: admission.admission === "founds",
  });
  await tx.delete(installationRequest).where(requestAt(key));
  if (admission.admission !== "stays")
    await recordIn(tx, organisation, {
      act: admission.admission === "founds" ? "installation.founded" : "installation.joined",
      by: door.way === "configured" ? "operator" : "platform",
      about: null,
      at: now,
      detail: { ...key },
    });
  if (known && (known.stoppedAt !== null || tokens.isUnopened(known))) await wake(tx, organisation);
  return { admitted: "yes", installation: withToken(row, grant.token) };
}

/** A reinstall keeps who installed it first, and the organisation. */
async function install(
  tx: Tx,
  { key, grant, at: now, door }: Arriving,
  kept: Pick<InstallationRow, "name" | "token" | "botUser"> & { readonly scopes: string[] },
  { organisation, founded }: { readonly organisation: OrganisationId; readonly founded: boolean },
): Promise<InstallationRow> {
  const entry = { ...kept, installedAt: now, stoppedAt: null, why: null };
  return only(
    await tx
      .insert(installation)
      .values({
        ...key,
        ...entry,
        organisationId: organisation,
        installedBy: grant.installedBy,
        way: door.way,
        founded,
      })
      .onConflictDoUpdate({
        target: [installation.platform, installation.workspace],
        set: {
          ...entry,
          ...(door.way === "configured" ? { way: door.way } : {}),
          installedBy: sql`coalesce(${installation.installedBy}, excluded.installed_by)`,
        },
      })
      .returning(),
  );
}
