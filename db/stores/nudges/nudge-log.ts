// What came of each plan: said, and when, or why not.
import { sql } from "drizzle-orm";
import type { Came, NudgeStore } from "#src/ports/delivery/nudges";
import { execute, type Tx } from "../../client.ts";

interface CameRow {
  rule: string;
  subject_id: string;
  slot_at: Date;
  at: Date;
  outcome: Came["outcome"];
  reason: Came["reason"];
}

export function nudgeLog(
  tx: Tx,
  organisationId: string,
): Pick<NudgeStore, "record" | "lately" | "lastSaid" | "saidIn"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  return {
    async record(person, at, delivery, came) {
      if (came.length === 0) return;
      const rows = came.map((each) => ({
        rule: each.rule,
        subject_id: each.subject,
        slot_at: each.slotAt.toISOString(),
        outcome: each.outcome,
        reason: each.reason,
      }));
      await tx.execute(sql`insert into nudge_log (organisation_id, id, person_id, rule, subject_id, slot_at, at, outcome, reason, delivery_id)
        select ${organisationId}::uuid, gen_random_uuid(), ${person}::uuid, c.rule, c.subject_id, c.slot_at, ${at.toISOString()}::timestamptz, c.outcome, c.reason, case when c.outcome = 'said' then ${delivery}::uuid end
        from json_to_recordset(${JSON.stringify(rows)}::json) as c(rule text, subject_id uuid, slot_at timestamptz, outcome text, reason text)`);
    },
    async lately(person, most) {
      const rows = await execute<CameRow>(
        tx,
        sql`select rule, subject_id, slot_at, at, outcome, reason from nudge_log where ${own} and person_id = ${person}::uuid order by at desc, slot_at desc, rule, subject_id limit ${most}`,
      );
      return rows.map((row) => ({
        rule: row.rule,
        subject: row.subject_id,
        slotAt: row.slot_at,
        at: row.at,
        outcome: row.outcome,
        reason: row.reason,
      }));
    },
    async lastSaid(person) {
      const [row] = await execute<{ delivery: string }>(
        tx,
        sql`select delivery_id as delivery from nudge_log where ${own} and person_id = ${person}::uuid and outcome = 'said' and delivery_id is not null order by seq desc limit 1`,
      );
      return row?.delivery ?? null;
    },
    async saidIn(person, delivery) {
      const rows = await execute<CameRow>(
        tx,
        sql`select rule, subject_id, slot_at, at, outcome, reason from nudge_log where ${own} and person_id = ${person}::uuid and delivery_id = ${delivery}::uuid and outcome = 'said'`,
      );
      return rows.map((row) => ({
        rule: row.rule,
        subject: row.subject_id,
        slotAt: row.slot_at,
        dueAt: row.at,
        until: row.at,
      }));
    },
  };
}
