// What is kept about speaking unasked: choices, the budget's slots, what came of each plan, notices that wait.
import { sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import { execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";
import { deadLetters } from "./dead-letters.ts";
import { endOfWaiting, heldNotices } from "./held-notices.ts";
import { nudgeLog } from "./nudge-log.ts";
import { standingMessages } from "./standing-messages.ts";

export function createNudgeStore(tx: Tx, organisationId: string): NudgeStore {
  return {
    ...choices(tx, organisationId),
    ...budget(tx, organisationId),
    ...nudgeLog(tx, organisationId),
    ...heldNotices(tx, organisationId),
    ...endOfWaiting(tx, organisationId),
    ...standingMessages(tx, organisationId),
    ...deadLetters(tx, organisationId),
  };
}

function choices(tx: Tx, organisationId: string): Pick<NudgeStore, "choices" | "choose"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async choices(person) {
      const [row] = await execute<{ muted: unknown; paused_until: string | null }>(
        tx,
        sql`select muted, paused_until::text from nudge_choice where ${own} and person_id = ${person}::uuid`,
      );
      return {
        muted: fromJson<string[]>(row?.muted ?? []),
        pausedUntil: row?.paused_until ? localDate(row.paused_until) : null,
      };
    },
    async choose(person, { muted, pausedUntil }) {
      await tx.execute(sql`insert into nudge_choice (organisation_id, person_id, muted, paused_until) values (${organisationId}::uuid, ${person}::uuid, ${JSON.stringify(muted)}::text::jsonb, ${pausedUntil}::date)
        on conflict (organisation_id, person_id) do update set muted = excluded.muted, paused_until = excluded.paused_until`);
    },
  };
}

function budget(tx: Tx, organisationId: string): Pick<NudgeStore, "taken" | "take"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async taken(person, from) {
      const rows = await execute<{ date: string }>(
        tx,
        sql`select date::text from nudge_slot where ${own} and person_id = ${person}::uuid and date >= ${from}::date order by date, n`,
      );
      return rows.map((row) => localDate(row.date));
    },
    async take(person, date, n, delivery) {
      await tx.execute(
        sql`insert into nudge_slot (organisation_id, person_id, date, n, delivery_id) values (${organisationId}::uuid, ${person}::uuid, ${date}::date, ${n}, ${delivery}::uuid)`,
      );
    },
  };
}
