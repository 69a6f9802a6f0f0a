// A workspace whose organisation is the playground's: nothing joins that by itself, so that it is written down before the bot comes.
import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { playgroundOrganisation } from "#db/seed";

export async function inPlayground(
  database: Database,
  platform: string,
  workspace: string,
): Promise<void> {
  await database.db.execute(
    sql`insert into installation (platform, workspace, organisation_id, founded) values (${platform}, ${workspace}, ${playgroundOrganisation}::uuid, true)`,
  );
}
