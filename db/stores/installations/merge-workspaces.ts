// Workspaces that were installed one by one and are now parts of one installation: their people, places and what was put aside for
// their messages go on under its name. An account of the same name in two of them is one person (Slack: ids are an Enterprise's).
import { entryIn } from "#src/language/lookup";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { InstallationKey } from "#src/ports/chat/installations";
import { execute, type Tx } from "../../client.ts";
import { mergePeople } from "../accounts/merge-people.ts";
import { atRouting } from "../../organisation.ts";
import {
  chatIdentity,
  chatPlace,
  installation,
  person,
  place,
  shelf,
} from "../../schema/kernel.ts";

/** In a transaction of that organisation. Its own workspaces alone, whatever else is named stays as it is. */
export async function moveWorkspaces(
  tx: Tx,
  organisationId: string,
  { platform, workspace: to }: InstallationKey,
  workspaces: readonly string[],
): Promise<void> {
  const named = and(
    eq(installation.platform, platform),
    eq(installation.organisationId, organisationId),
    inArray(installation.workspace, [...workspaces, to]),
  );
  const rows = await atRouting(tx, () =>
    tx
      .select({ workspace: installation.workspace, way: installation.way })
      .from(installation)
      .where(named),
  );
  const isTrusted = rows.some((each) => each.workspace === to && each.way === "configured");
  for (const { workspace: from } of rows.filter((each) => each.workspace !== to)) {
    await keepAdmins(tx, { organisationId, platform, from, to }, isTrusted);
    await move(tx, { organisationId, platform, from, to });
  }
}

/** Whoever set things up goes on doing so, though by what brought them the right the larger installation brings none. */
async function keepAdmins(
  tx: Tx,
  { organisationId, platform, from }: Move,
  isTrusted: boolean,
): Promise<void> {
  const lost = isTrusted ? sql`admin_by = 'installation'` : sql`admin_by is not null`;
  const kept = await atRouting(tx, () =>
    execute<{ id: string }>(
      tx,
      sql`update chat_identity set admin_by = null where platform = ${platform} and workspace = ${from} and organisation_id = ${organisationId}::uuid and ${lost} returning person_id as id`,
    ),
  );
  const ids = JSON.stringify(kept.map(({ id }) => id));
  await tx.execute(
    sql`update person set admin_granted = true where organisation_id = ${organisationId}::uuid and id in (select json_array_elements_text(${ids}::json)::uuid)`,
  );
}

interface Move {
  readonly organisationId: string;
  readonly platform: string;
  readonly from: string;
  readonly to: string;
}

async function move(tx: Tx, moving: Move): Promise<void> {
  const { organisationId, platform, from, to } = moving;
  await unitePeople(tx, moving);
  await unitePlaces(tx, moving);
  await tx
    .update(shelf)
    .set({ id: sql`${to}::text || substr(id, ${from.length + 1}::int)` })
    .where(and(eq(shelf.organisationId, organisationId), sql`id like ${`${from}:%`}`));
  await atRouting(tx, async () => {
    for (const table of [chatIdentity, chatPlace])
      await tx
        .update(table)
        .set({ workspace: to })
        .where(
          and(
            eq(table.platform, platform),
            eq(table.workspace, from),
            eq(table.organisationId, organisationId),
          ),
        );
    await tx
      .delete(installation)
      .where(
        and(
          eq(installation.platform, platform),
          eq(installation.workspace, from),
          eq(installation.organisationId, organisationId),
        ),
      );
  });
}

/** Of two the one who was here first stays, with their team, manager and settings. */
async function unitePeople(tx: Tx, { organisationId, platform, from, to }: Move): Promise<void> {
  const pairs = await atRouting(tx, () =>
    execute<{ there: string; here: string }>(
      tx,
      sql`select f.person_id as there, t.person_id as here from chat_identity f join chat_identity t on t.platform = f.platform and t.workspace = ${to} and t."user" = f."user"
        where f.platform = ${platform} and f.workspace = ${from} and f.person_id <> t.person_id and f.organisation_id = ${organisationId}::uuid and t.organisation_id = ${organisationId}::uuid`,
    ),
  );
  for (const { there, here } of pairs) {
    const both = await tx
      .select({ id: person.id, seq: person.seq })
      .from(person)
      .where(inArray(person.id, [there, here]))
      .orderBy(person.id)
      .for("update");
    const [kept, gone] = both.toSorted((a, b) => a.seq - b.seq);
    if (kept && gone) await mergePeople(tx, organisationId, kept.id, gone.id);
  }
  // An account that came in this very moment is not among them: then the whole is refused by its key, and tried again.
  await atRouting(tx, () =>
    tx.execute(sql`delete from chat_identity f using chat_identity t where f.platform = ${platform} and f.workspace = ${from} and f.organisation_id = ${organisationId}::uuid
      and t.platform = f.platform and t.workspace = ${to} and t."user" = f."user" and t.person_id = f.person_id`),
  );
}

/** A channel shared by several of the workspaces is one place: the one that is a team's own, or else the one that was here first. */
async function unitePlaces(tx: Tx, { organisationId, platform, from, to }: Move): Promise<void> {
  const pairs = await atRouting(tx, () =>
    execute<{ channel: string; there: string; here: string }>(
      tx,
      sql`select f.channel, f.place_id as there, t.place_id as here from chat_place f join chat_place t on t.platform = f.platform and t.workspace = ${to} and t.channel = f.channel
        where f.platform = ${platform} and f.workspace = ${from} and f.organisation_id = ${organisationId}::uuid and t.organisation_id = ${organisationId}::uuid`,
    ),
  );
  for (const { channel, there, here } of pairs) {
    const known = new Map(
      (
        await tx
          .select({ id: place.id, team: place.teamId, seq: place.seq })
          .from(place)
          .where(inArray(place.id, [there, here]))
      ).map((each) => [each.id, each]),
    );
    // A channel's place is there as long as the channel is routed to it.
    const [one, other] = [entryIn(known, there), entryIn(known, here)];
    const keepsThere =
      Boolean(one.team) === Boolean(other.team) ? one.seq < other.seq : Boolean(one.team);
    const [kept, gone, goneFrom] = keepsThere ? [there, here, to] : [here, there, from];
    await atRouting(tx, async () => {
      await tx
        .delete(chatPlace)
        .where(
          and(
            eq(chatPlace.platform, platform),
            eq(chatPlace.workspace, goneFrom),
            eq(chatPlace.channel, channel),
          ),
        );
      await tx.execute(
        sql`update outbox_head set destination = ${kept}::uuid where destination = ${gone}::uuid and organisation_id = ${organisationId}::uuid`,
      );
    });
  }
}
