// Installations of the bot in chat workspaces. Their tokens are sealed in the row and opened for whoever speaks with them.
import { and, asc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { wellFormed } from "#src/language/text";
import type { Chance } from "#src/ports/process/clock";
import type {
  Installation,
  InstallationKey,
  Installations,
  SealedInstallations,
  StoppedInstallations,
} from "#src/ports/chat/installations";
import type { Secrets } from "#src/ports/process/secrets";
import type { Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { installation, installationRequest } from "../../schema/kernel.ts";
import { admitWorkspace } from "./admit-workspace.ts";
import { gatherWorkspaces } from "./gather-workspaces.ts";
import { at, requestAt, wake } from "./installation-keys.ts";
import { moveWorkspaces } from "./merge-workspaces.ts";
import { createSealedTokens, type InstallationRow, type SealedTokens } from "./sealed-token.ts";

export function createInstallations(
  database: Database,
  secrets: Secrets,
  chance: Chance,
): Installations & SealedInstallations & StoppedInstallations {
  const tokens = createSealedTokens(secrets);
  async function find(key: InstallationKey): Promise<Installation | null> {
    const [row] = await database.db
      .select()
      .from(installation)
      .where(and(at(key), isNotNull(installation.token)));
    return row ? tokens.open(row) : null;
  }

  async function spread(
    key: InstallationKey,
    workspaces: readonly string[],
    now: Date,
  ): Promise<void> {
    if (workspaces.length === 0) return;
    const organisationId = await database.transaction((tx) =>
      gatherWorkspaces(tx, chance, key, workspaces, now),
    );
    if (organisationId !== null)
      await inOrganisation(database, organisationId, (tx) =>
        moveWorkspaces(tx, organisationId, key, workspaces),
      );
  }

  return {
    find,
    async known(key) {
      const [row] = await database.db.select().from(installation).where(at(key));
      return row ? { stoppedAt: row.stoppedAt, isUnopened: tokens.isUnopened(row) } : null;
    },
    list: async (platform) =>
      (await withTokens(database, platform)).map(tokens.open).filter((each) => each !== null),
    async save(key, granted, now, door, covers = [], asks) {
      // What a platform calls a workspace, or whoever asks, is text from people like any other.
      const grant = { ...granted, name: wellFormed(granted.name) };
      const admitted = await database.transaction((tx) =>
        admitWorkspace(
          tx,
          { tokens, chance },
          {
            key,
            grant,
            at: now,
            door,
            covers,
            asks: asks === undefined ? null : wellFormed(asks),
          },
        ),
      );
      if (admitted.admitted !== "yes" || covers.length === 0) return admitted;
      await spread(key, covers, now);
      const there = await find(key);
      return there === null ? { admitted: "waits" } : { admitted: "yes", installation: there };
    },
    spread,
    ...drawing(database),
    ...stopping(database),
    ...requesting(database, tokens),
    ...sealing(database, tokens),
  };
}

const withTokens = (database: Database, platform: string): Promise<InstallationRow[]> =>
  database.db
    .select()
    .from(installation)
    .where(and(eq(installation.platform, platform), isNotNull(installation.token)))
    .orderBy(asc(installation.workspace));

/** What an installation takes of its platform's own charts and tables, by the database's clock: every process knows. */
function drawing(database: Database): Pick<Installations, "isPlain" | "stayPlain"> {
  return {
    async isPlain(key) {
      const [row] = await database.db
        .select({ key: installation.workspace })
        .from(installation)
        .where(and(at(key), gt(installation.plainUntil, sql`clock_timestamp()`)));
      return row !== undefined;
    },
    async stayPlain(key) {
      await database.db
        .update(installation)
        .set({ plainUntil: sql`clock_timestamp() + interval '1 day'` })
        .where(at(key));
    },
  };
}

/** Of installations that ended, or that the platform refuses. */
function stopping(database: Database): Pick<Installations, "stop"> & StoppedInstallations {
  return {
    async stop(key, why, happened) {
      const { installedAt } = installation;
      // Slack tells the time in whole seconds.
      const isOlder = happened
        ? or(isNull(installedAt), lt(installedAt, new Date(happened.getTime() + 1_000)))
        : undefined;
      await database.db
        .update(installation)
        .set({ token: null, stoppedAt: sql`coalesce(stopped_at, clock_timestamp())`, why })
        .where(and(at(key), isOlder));
    },
    async stopped(platform) {
      return await database.db
        .select({ platform: installation.platform, workspace: installation.workspace })
        .from(installation)
        .where(and(eq(installation.platform, platform), isNotNull(installation.stoppedAt)));
    },
    async resume(key) {
      const [row] = await database.db
        .update(installation)
        .set({ stoppedAt: null, why: null })
        .where(and(at(key), isNotNull(installation.stoppedAt)))
        .returning({ organisation: installation.organisationId });
      if (row) await wake(database.db, row.organisation);
    },
  };
}

/** Of what waits to be let in. */
function requesting(
  database: Database,
  tokens: SealedTokens,
): Pick<Installations, "waiting" | "withdraw"> {
  return {
    async waiting(key) {
      const [row] = await database.db
        .select()
        .from(installationRequest)
        .where(and(requestAt(key), eq(installationRequest.state, "open")));
      const token = row?.token ? tokens.unseal(key, row.token) : null;
      return row && token !== null ? { token, botUser: row.botUser } : null;
    },
    async withdraw(key, happened) {
      const isOlder = happened
        ? lt(installationRequest.askedAt, new Date(happened.getTime() + 1_000))
        : undefined;
      await database.db
        .delete(installationRequest)
        .where(and(requestAt(key), eq(installationRequest.state, "open"), isOlder));
    },
  };
}

function sealing(database: Database, tokens: SealedTokens): SealedInstallations {
  return {
    async unopened(platform) {
      const rows = await withTokens(database, platform);
      return {
        workspaces: rows.filter(tokens.isUnopened).map((row) => row.workspace),
        of: rows.length,
      };
    },
    async letGoUnopened(platform, why) {
      const rows = (await withTokens(database, platform)).filter(tokens.isUnopened);
      // Not one that was installed anew meanwhile.
      for (const { token, ...row } of rows)
        await database.db
          .update(installation)
          .set({ token: null, stoppedAt: sql`coalesce(stopped_at, clock_timestamp())`, why })
          .where(and(at(row), eq(installation.token, token ?? "")));
      return rows.map((row) => row.workspace);
    },
    async reseal(key, token) {
      await database.db
        .update(installation)
        .set({ token: tokens.seal(key, token) })
        .where(and(at(key), isNotNull(installation.token)));
    },
  };
}
