// The outbox as the deliver loop sees it. Whoever settles says which attempt it was: a lease that ran out settles nothing.
import { sql, type SQL } from "drizzle-orm";
import type { Claimed, Outbox } from "#src/ports/delivery/outbox";
import { execute, type Database } from "../../client.ts";
import { mayStandThere } from "../columns.ts";
import { claim } from "./claim-deliveries.ts";
import { deadDeliveries } from "./dead-deliveries.ts";
import { contentsOf } from "./delivery-contents.ts";
import { pausedKey } from "./rate-limits.ts";

const milliseconds = (count: number) => sql`${`${Math.round(count)} milliseconds`}::interval`;

export function createOutbox(database: Database): Outbox {
  return {
    claim: (wanted) => claim(database, wanted),
    contents: (claimed) => contentsOf(database, claimed),
    ...settling(database),
    ...stopping(database),
    ...deadDeliveries(database),
    async extend(claimed, leaseMs) {
      const held = JSON.stringify(claimed.map(({ id, attempt }) => ({ id, attempt })));
      const kept = await execute<{ id: string }>(
        database.db,
        sql`update outbox_head h set lease_until = clock_timestamp() + ${milliseconds(leaseMs)} from json_to_recordset(${held}::json) as c(id uuid, attempt int)
        where h.id = c.id and h.state = 'waiting' and h.attempts = c.attempt and h.lease_until > 'epoch' returning h.id`,
      );
      return kept.map((each) => each.id);
    },
    async oldestSeconds() {
      const [row] = await execute<{ seconds: string | null }>(
        database.db,
        sql`select extract(epoch from clock_timestamp() - min(first_due_at))::text as seconds from outbox_head where state = 'waiting'`,
      );
      return row?.seconds === null || row === undefined ? null : Number(row.seconds);
    },
  };
}

/** Ends an attempt, if it is still that one. */
async function settle(
  database: Database,
  { id, attempt }: Claimed,
  change: SQL,
  lease: SQL = sql`null`,
): Promise<void> {
  await database.db.execute(
    sql`update outbox_head set lease_until = ${lease}, ${change} where id = ${id}::uuid and state = 'waiting' and attempts = ${attempt}`,
  );
}

/** What came of an attempt. */
function settling(
  database: Database,
): Pick<Outbox, "sent" | "later" | "unknown" | "failed" | "dead"> {
  return {
    sent: (claimed, messageId) =>
      settle(database, claimed, sql`state = 'sent', message_id = ${messageId}`),
    async later(claimed, afterMs, why, { all, maybeThere }) {
      if (all) {
        const { platform, workspace } = claimed.to;
        await database.db
          .execute(sql`insert into pace_bucket (key, next_at) values (${pausedKey(sql`${platform}::text`, sql`${workspace}::text`)}, clock_timestamp() + ${milliseconds(afterMs)})
          on conflict (key) do update set next_at = greatest(pace_bucket.next_at, excluded.next_at)`);
      }
      // It was no attempt of ours that failed; and what was refused did not arrive.
      await settle(
        database,
        claimed,
        sql`attempts = attempts - 1, due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = ${why}`,
        maybeThere === true ? mayStandThere : sql`null`,
      );
    },
    unknown: (claimed, afterMs) =>
      settle(
        database,
        claimed,
        sql`due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = 'nobody knows whether it arrived'`,
        mayStandThere,
      ),
    failed: (claimed, afterMs, why) =>
      settle(
        database,
        claimed,
        sql`due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = ${why}`,
        claimed.unsure ? mayStandThere : sql`null`,
      ),
    dead: (claimed, why, maybeThere) =>
      settle(
        database,
        claimed,
        sql`state = 'dead', why = ${why}`,
        maybeThere ? mayStandThere : sql`null`,
      ),
  };
}

/** What a platform will take nothing for: nobody is written to there until they, or it, are back. */
function stopping(database: Database): Pick<Outbox, "stopPerson" | "stopInstallation"> {
  return {
    async stopPerson(claimed, why) {
      const { to } = claimed;
      const where = sql`platform = ${to.platform} and workspace = ${to.workspace}`;
      if ("user" in to)
        await database.db.execute(
          sql`update chat_identity set stopped_at = clock_timestamp() where ${where} and "user" = ${to.user}`,
        );
      else
        await database.db.execute(
          sql`update chat_place set stopped_at = coalesce(stopped_at, clock_timestamp()), tried_with = null where ${where} and channel = ${to.channel}`,
        );
      await settle(database, claimed, sql`attempts = 0, due_at = clock_timestamp(), why = ${why}`);
    },
    async stopInstallation(claimed, why) {
      const { platform, workspace } = claimed.to;
      await database.db
        .execute(sql`insert into installation (platform, workspace, organisation_id, stopped_at, why) values (${platform}, ${workspace}, ${claimed.organisation}::uuid, clock_timestamp(), ${why})
        on conflict (platform, workspace) do update set stopped_at = coalesce(installation.stopped_at, excluded.stopped_at), why = excluded.why`);
      // The next claim finds another account of the same person, or leaves it until the installation is back.
      await settle(database, claimed, sql`attempts = 0, due_at = clock_timestamp(), why = ${why}`);
    },
  };
}
