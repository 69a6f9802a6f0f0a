// What had no room where it was shown, under the organisation of the workspace it was shown in.
import { and, eq } from "drizzle-orm";
import type { InstallationKey } from "#src/ports/chat/installations";
import type { Shelf } from "#src/ports/chat/overflow";
import type { Json } from "#src/view/action";
import type { Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { installation, shelf } from "../../schema/kernel.ts";
import { fromJson } from "../columns.ts";

export function createShelf(database: Database): Shelf {
  async function organisationOf({ platform, workspace }: InstallationKey): Promise<string | null> {
    const [found] = await database.db
      .select({ id: installation.organisationId })
      .from(installation)
      .where(and(eq(installation.platform, platform), eq(installation.workspace, workspace)));
    return found?.id ?? null;
  }

  return {
    async keep(where, things, at) {
      if (things.length === 0) return;
      const organisationId = await organisationOf(where);
      if (organisationId === null) return;
      const rows = things.map(({ id, what }) => ({
        organisationId,
        id: `${where.workspace}:${id}`,
        what,
        at,
      }));
      await inOrganisation(database, organisationId, (tx) =>
        tx.insert(shelf).values(rows).onConflictDoNothing(),
      );
    },
    async find(where, id) {
      const organisationId = await organisationOf(where);
      if (organisationId === null) return null;
      const [found] = await inOrganisation(database, organisationId, (tx) =>
        tx
          .select({ what: shelf.what })
          .from(shelf)
          .where(
            and(eq(shelf.organisationId, organisationId), eq(shelf.id, `${where.workspace}:${id}`)),
          ),
      );
      return found ? fromJson<Json>(found.what) : null;
    },
  };
}
