// Where an installation and its request stand, and what waits for it.
import { and, eq, sql } from "drizzle-orm";
import type { InstallationKey } from "#src/ports/chat/installations";
import { execute, type Sql } from "../../client.ts";
import { installation, installationRequest } from "../../schema/kernel.ts";

export const at = ({ platform, workspace }: InstallationKey) =>
  and(eq(installation.platform, platform), eq(installation.workspace, workspace));
export const requestAt = ({ platform, workspace }: InstallationKey) =>
  and(eq(installationRequest.platform, platform), eq(installationRequest.workspace, workspace));

/** What waited for it goes on at once; a message that waits for another reason is looked at early, which does no harm. */
export const wake = (on: Sql, belongsTo: string) =>
  execute(
    on,
    sql`update outbox_head set due_at = least(due_at, clock_timestamp()) where state = 'waiting' and organisation_id = ${belongsTo}::uuid`,
  );
