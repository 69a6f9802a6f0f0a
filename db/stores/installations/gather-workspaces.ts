// An installation that is for several workspaces moves to the organisation these are in.
import type { OrganisationId } from "#src/people/person";
import type { Chance } from "#src/ports/process/clock";
import { SeveralOrganisations, type InstallationKey } from "#src/ports/chat/installations";
import type { Tx } from "../../client.ts";
import { installation } from "../../schema/kernel.ts";
import { fromJson } from "../columns.ts";
import { isEmpty, organisationOf, recordIn, removeOrganisation } from "./belonging.ts";
import { at } from "./installation-keys.ts";
import { ask, coverAlso, lockDoors } from "./installation-requests.ts";

/** The organisation of the workspaces it is for, where its own is still empty: moved there, or, without the operator's word, waiting for it. */
export async function gatherWorkspaces(
  tx: Tx,
  chance: Chance,
  key: InstallationKey,
  workspaces: readonly string[],
  now: Date,
): Promise<OrganisationId | null> {
  await lockDoors(tx);
  const [known] = await tx.select().from(installation).where(at(key));
  if (!known) {
    await coverAlso(tx, key, workspaces);
    return null;
  }
  const own = known.organisationId as OrganisationId;
  const theirs = await organisationOf(tx, key.platform, workspaces);
  if (theirs === null || theirs === own) return own;
  if (!(await isEmpty(tx, own))) throw new SeveralOrganisations();
  if (known.way === "configured") {
    await tx.update(installation).set({ organisationId: theirs, founded: false }).where(at(key));
    await recordIn(tx, theirs, {
      act: "installation.joined",
      by: "operator",
      about: null,
      at: now,
      detail: { ...key },
    });
  } else {
    const { name, token, botUser, scopes, installedBy } = known;
    // One that was removed has nothing to be let in with.
    if (token !== null)
      await ask(tx, {
        ...key,
        name,
        token,
        botUser: botUser ?? "",
        scopes: fromJson<string[]>(scopes),
        id: chance.id(),
        organisation: theirs,
        askedBy: installedBy,
        askedByName: null,
        covers: workspaces,
        at: now,
      });
    await tx.delete(installation).where(at(key));
  }
  await removeOrganisation(tx, own);
  return known.way === "configured" ? theirs : null;
}
