// Workspaces that ask to be let in to an organisation others are in: kept apart from those that are, so that nothing that goes by
// installations finds them before somebody agreed.
import { and, eq, sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import { askAgainMs } from "#src/people/admission";
import type { Admitted, InstallationKey } from "#src/ports/chat/installations";
import type { InstallationRequest, RequestStore } from "#src/ports/chat/requests";
import { affectedBy, type Database, type Tx } from "../../client.ts";
import { asOrganisation, atRouting } from "../../organisation.ts";
import { installation, installationRequest as request } from "../../schema/kernel.ts";
import { createAuditStore } from "../people/audit.ts";
import { fromJson } from "../columns.ts";
import { moveWorkspaces } from "./merge-workspaces.ts";

type Row = typeof request.$inferSelect;

/** Who comes to an organisation is decided one at a time: of two who come to an empty one, only the first founds it. */
export const lockDoors = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('installations', 0))`);

const shown = ({
  id,
  platform,
  workspace,
  name,
  askedBy,
  askedByName,
  askedAt,
  state,
  decidedBy,
  installer,
}: Row): InstallationRequest => ({
  id,
  platform,
  workspace,
  name,
  askedBy,
  askedByName,
  askedAt,
  state,
  decidedBy,
  installer,
});

export interface Asked extends InstallationKey {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly name: string;
  /** Sealed. */
  readonly token: string;
  readonly botUser: string;
  readonly scopes: readonly string[];
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly covers: readonly string[];
  readonly at: Date;
}

/** One question a workspace: while it is open it stays the same one, and one that was refused rests for a day. */
export async function ask(tx: Tx, asked: Asked): Promise<Admitted> {
  const { platform, workspace, id, organisation: organisationId, at, ...told } = asked;
  const [known] = await tx
    .select()
    .from(request)
    .where(and(eq(request.platform, platform), eq(request.workspace, workspace)));
  const rests =
    known?.state === "refused" && known.organisationId === organisationId && known.decidedAt
      ? new Date(known.decidedAt.getTime() + askAgainMs)
      : null;
  if (rests !== null && rests > at) return { admitted: "no", mayAskAfter: rests };
  const isSame = known?.state === "open" && known.organisationId === organisationId;
  const row = {
    ...told,
    scopes: [...told.scopes],
    covers: [...told.covers],
    organisationId,
    state: "open" as const,
    decidedAt: null,
    decidedBy: null,
    installer: null,
    ...(isSame ? {} : { id, askedAt: at }),
  };
  await tx
    .insert(request)
    .values({ platform, workspace, id, askedAt: at, ...row })
    .onConflictDoUpdate({ target: [request.platform, request.workspace], set: row });
  if (!isSame)
    await asOrganisation(tx, organisationId, () =>
      createAuditStore(tx, organisationId).record({
        act: "installation.asked",
        by: "platform",
        about: null,
        at,
        detail: { platform, workspace, by: told.askedBy },
      }),
    );
  return { admitted: "waits" };
}

/** It waits, and would be for these workspaces as well. */
export async function coverAlso(
  tx: Tx,
  { platform, workspace }: InstallationKey,
  workspaces: readonly string[],
): Promise<void> {
  const open = and(
    eq(request.platform, platform),
    eq(request.workspace, workspace),
    eq(request.state, "open"),
  );
  const [found] = await tx.select({ covers: request.covers }).from(request).where(open);
  if (found)
    await tx
      .update(request)
      .set({ covers: [...new Set([...fromJson<string[]>(found.covers), ...workspaces])] })
      .where(open);
}

const nobodyAsks = { askedBy: null, askedByName: null };
const answered = (at: Date, decidedBy: "person" | "operator") => ({
  decidedAt: at,
  decidedBy,
  token: null,
});

/** In a transaction of that organisation. Whatever was let in meanwhile by the operator's own hand stays as it is. */
async function letIn(
  tx: Tx,
  organisationId: string,
  id: string,
  at: Date,
  by: "person" | "operator",
): Promise<boolean> {
  const row = await atRouting(tx, async () => {
    await lockDoors(tx);
    const [found] = await tx
      .select()
      .from(request)
      .where(
        and(
          eq(request.id, id),
          eq(request.organisationId, organisationId),
          eq(request.state, "open"),
        ),
      )
      .for("update");
    if (!found) return null;
    const { platform, workspace, name, token, botUser, scopes, askedAt } = found;
    await tx
      .insert(installation)
      .values({
        platform,
        workspace,
        organisationId,
        name,
        token,
        botUser,
        scopes: fromJson<string[]>(scopes),
        way: "link",
        founded: false,
        installedAt: askedAt,
      })
      .onConflictDoNothing();
    await tx
      .update(request)
      // Who asked is known until it is said whether they may set up.
      .set({
        state: "let in",
        ...answered(at, by),
        installer: found.askedBy === null ? null : "open",
      })
      .where(eq(request.id, id));
    return found;
  });
  if (row === null) return false;
  await moveWorkspaces(tx, organisationId, row, fromJson<string[]>(row.covers));
  return true;
}

export function createRequestStore(tx: Tx, organisationId: string): RequestStore {
  const own = (id: string) => and(eq(request.id, id), eq(request.organisationId, organisationId));
  return {
    async request(id) {
      const [found] = await atRouting(tx, () => tx.select().from(request).where(own(id)));
      return found ? shown(found) : null;
    },
    letIn: (id, at) => letIn(tx, organisationId, id, at, "person"),
    answerInstaller: (id, may) =>
      atRouting(tx, async () => {
        await lockDoors(tx);
        const [found] = await tx
          .select()
          .from(request)
          .where(and(own(id), eq(request.installer, "open")))
          .for("update");
        if (!found) return false;
        await tx
          .update(request)
          .set({ installer: may ? "yes" : "no", ...nobodyAsks })
          .where(own(id));
        if (may)
          await tx
            .update(installation)
            .set({ installedBy: found.askedBy, installerMay: true })
            .where(
              and(
                eq(installation.platform, found.platform),
                eq(installation.workspace, found.workspace),
                eq(installation.organisationId, organisationId),
              ),
            );
        return true;
      }),
    refuse: (id, at) =>
      atRouting(tx, async () => {
        await lockDoors(tx);
        const open = and(own(id), eq(request.state, "open"));
        return (
          affectedBy(
            await tx
              .update(request)
              .set({ state: "refused", ...answered(at, "person"), ...nobodyAsks })
              .where(open),
          ) > 0
        );
      }),
  };
}

/** All there are, with whom they ask. */
export async function requests(
  database: Database,
): Promise<readonly (InstallationRequest & { readonly organisation: OrganisationId })[]> {
  const rows = await database.db.select().from(request).orderBy(request.askedAt, request.workspace);
  return rows.map((row) => ({ ...shown(row), organisation: row.organisationId as OrganisationId }));
}

/** By the operator: into the organisation that is asked, or another one. False where nothing waits. In a transaction of the owner's. */
export async function letInByOperator(
  tx: Tx,
  { platform, workspace }: InstallationKey,
  into: OrganisationId,
  at: Date,
): Promise<boolean> {
  await lockDoors(tx);
  const open = and(
    eq(request.platform, platform),
    eq(request.workspace, workspace),
    eq(request.state, "open"),
  );
  const [found] = await tx
    .update(request)
    .set({ organisationId: into })
    .where(open)
    .returning({ id: request.id });
  if (!found) return false;
  return asOrganisation(tx, into, async () => {
    const done = await letIn(tx, into, found.id, at, "operator");
    await createAuditStore(tx, into).record({
      act: "installation.joined",
      by: "operator",
      about: null,
      at,
      detail: { platform, workspace },
    });
    return done;
  });
}
