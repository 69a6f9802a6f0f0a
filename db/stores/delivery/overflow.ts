// What had no room where it was shown, under the organisation of the workspace it was shown in.
import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { InstallationKey } from "#src/ports/chat/installations";
import type { Board, Pinned, Shelf } from "#src/ports/chat/overflow";
import type { Json } from "#src/view/action";
import type { Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { installation, shelf } from "../../schema/kernel.ts";
import { fromJson } from "../columns.ts";

async function organisationOf(
  database: Database,
  { platform, workspace }: InstallationKey,
): Promise<string | null> {
  const [found] = await database.db
    .select({ id: installation.organisationId })
    .from(installation)
    .where(and(eq(installation.platform, platform), eq(installation.workspace, workspace)));
  return found?.id ?? null;
}

export function createShelf(database: Database): Shelf {
  return {
    async keep(where, things, at) {
      if (things.length === 0) return;
      const organisationId = await organisationOf(database, where);
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
      const organisationId = await organisationOf(database, where);
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

/** On the same shelf, where what stands under a name gives way to what comes later. */
export function createBoard(database: Database): Board {
  const named = ({ workspace }: InstallationKey, id: string): string => `${workspace}:${id}`;
  const read = ({ what, at }: { readonly what: unknown; readonly at: Date }): Pinned => ({
    what: fromJson<Json>(what),
    at,
  });
  return {
    async pin(where, id, what, at) {
      const organisationId = await organisationOf(database, where);
      if (organisationId === null) return;
      await inOrganisation(database, organisationId, (tx) =>
        tx
          .insert(shelf)
          .values({ organisationId, id: named(where, id), what, at })
          .onConflictDoUpdate({ target: [shelf.organisationId, shelf.id], set: { what, at } }),
      );
    },
    async pinned(where, id) {
      const organisationId = await organisationOf(database, where);
      if (organisationId === null) return null;
      const [found] = await inOrganisation(database, organisationId, (tx) =>
        tx
          .select()
          .from(shelf)
          .where(and(eq(shelf.organisationId, organisationId), eq(shelf.id, named(where, id)))),
      );
      return found ? read(found) : null;
    },
    async since(where, begins, from, most) {
      const organisationId = await organisationOf(database, where);
      if (organisationId === null) return [];
      const found = await inOrganisation(database, organisationId, (tx) =>
        tx
          .select()
          .from(shelf)
          .where(
            and(
              eq(shelf.organisationId, organisationId),
              gte(shelf.at, from),
              sql`starts_with(${shelf.id}, ${named(where, begins)})`,
            ),
          )
          .orderBy(desc(shelf.at))
          .limit(most),
      );
      return found.map(read);
    },
  };
}
