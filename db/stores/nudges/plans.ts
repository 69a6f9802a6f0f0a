// Plans of one organisation. Their alarms, read across organisations, follow by a trigger.
import { sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PlanStore, Slot } from "#src/ports/delivery/schedule";
import { affectedBy, execute, only, type Tx } from "../../client.ts";

interface SlotRow {
  rule: string;
  subject_id: string;
  slot_at: Date;
  due_at: Date;
  until: Date;
  snoozed: boolean;
}

/** Slots within this of the last one said count as the same: somebody who flies west is not told twice. */
const sameMs = 12 * 3_600_000;
/** What was snoozed stands also for the slot that comes within this. */
const soonMs = 3_600_000;
const milliseconds = (count: number) => sql`${`${count} milliseconds`}::interval`;

export function createPlanStore(tx: Tx, organisationId: string): PlanStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const changing = async (query: SQL) => affectedBy(await tx.execute(query));

  const lock = async (people: readonly PersonId[]): Promise<void> => {
    const sorted = [...new Set(people)].toSorted();
    if (sorted.length > 0)
      await tx.execute(
        sql`select pg_advisory_xact_lock(hashtextextended('plans ' || p.id, 0)) from (select id from json_array_elements_text(${JSON.stringify(sorted)}::json) as id order by id) p`,
      );
  };

  return {
    lock,
    async of(person, until) {
      const before =
        until === null ? sql`` : sql`and due_at <= ${until.toISOString()}::timestamptz`;
      const rows = await execute<SlotRow>(
        tx,
        sql`select rule, subject_id, slot_at, due_at, until, snoozed from schedule where ${own} and person_id = ${person}::uuid and due_at is not null ${before} order by due_at, rule, subject_id`,
      );
      return rows.map(toSlot);
    },
    async write(person, rules, slots, now) {
      // What is due is being composed, or will be at the first beat after everything stood still: it is passed over nowhere else.
      const isAhead = (at: "" | "schedule.") =>
        sql`${sql.raw(at)}due_at > ${now.toISOString()}::timestamptz`;
      const planned = sql`json_to_recordset(${toJson(slots)}::json) as s(rule text, subject_id uuid, slot_at timestamptz, due_at timestamptz, until timestamptz)`;
      const ended =
        await changing(sql`update schedule set due_at = null where ${own} and person_id = ${person}::uuid and rule in (select json_array_elements_text(${JSON.stringify(rules)}::json))
        and due_at is not null and ${isAhead("")} and not snoozed and not exists (select from ${planned} where s.rule = schedule.rule and s.subject_id = schedule.subject_id)`);
      if (slots.length === 0) return ended;
      const notSaid = sql`(schedule.last_at is null or schedule.last_at < s.slot_at - ${milliseconds(sameMs)})`;
      const putOff = sql`schedule.last_at is not distinct from schedule.slot_at and exists (select from named n where n.rule = schedule.rule and n.subject_id = schedule.subject_id and n.slot_at = schedule.slot_at)`;
      const written = await changing(sql`with named as (select s.* from ${planned}),
        first as (select distinct on (s.rule, s.subject_id) s.* from named s
          left join schedule on schedule.${own} and schedule.person_id = ${person}::uuid and schedule.rule = s.rule and schedule.subject_id = s.subject_id
          where ${notSaid} or (schedule.due_at is not null and (schedule.slot_at = s.slot_at or schedule.last_at = schedule.slot_at)) order by s.rule, s.subject_id, s.slot_at)
        insert into schedule (organisation_id, id, rule, subject_id, person_id, slot_at, due_at, until)
        select ${organisationId}::uuid, gen_random_uuid(), s.rule, s.subject_id, ${person}::uuid, s.slot_at, s.due_at, s.until from first s
        on conflict (organisation_id, person_id, rule, subject_id) do update set slot_at = excluded.slot_at, due_at = excluded.due_at, until = excluded.until, snoozed = false
        where (schedule.due_at is null or (${isAhead("schedule.")} and not schedule.snoozed and not (${putOff})))
          and (schedule.last_at is null or schedule.last_at < excluded.slot_at or (schedule.due_at is not null and schedule.slot_at = excluded.slot_at))
          and (schedule.due_at is distinct from excluded.due_at or schedule.slot_at is distinct from excluded.slot_at or schedule.until is distinct from excluded.until)`);
      return ended + written;
    },
    async move(person, slots, how) {
      if (slots.length === 0) return;
      await lock([person]);
      await tx.execute(sql`update schedule set due_at = s.due_at, slot_at = s.slot_at, until = s.until, snoozed = schedule.snoozed or ${how === "snoozed"},
          last_at = case when ${how === "waits"} then schedule.last_at else greatest(schedule.last_at, s.slot_at) end
        from json_to_recordset(${toJson(slots)}::json) as s(rule text, subject_id uuid, slot_at timestamptz, due_at timestamptz, until timestamptz)
        where schedule.${own} and person_id = ${person}::uuid and schedule.rule = s.rule and schedule.subject_id = s.subject_id`);
    },
    async free(person) {
      await lock([person]);
      // As if it had not been put off: what was said before stays said.
      await tx.execute(
        sql`update schedule set last_at = slot_at - ${milliseconds(sameMs + 1_000)} where ${own} and person_id = ${person}::uuid and due_at is not null and last_at = slot_at and not snoozed`,
      );
    },
    ringAgain: (person, before) =>
      // Writing what stands there already makes its alarm anew, where that is gone.
      changing(
        sql`update schedule set due_at = due_at where ${own} and person_id = ${person}::uuid ${before === null ? sql`and due_at is not null` : sql`and due_at <= ${before.toISOString()}::timestamptz`}`,
      ),
    async settle(person, slots, at) {
      if (slots.length === 0) return;
      await tx.execute(sql`update schedule set due_at = null, snoozed = false,
          last_at = greatest(schedule.last_at, s.slot_at, case when schedule.snoozed then ${new Date(at.getTime() + soonMs - sameMs).toISOString()}::timestamptz end)
        from json_to_recordset(${JSON.stringify(slots.map((each) => ({ rule: each.rule, subject_id: each.subject, slot_at: each.slotAt.toISOString() })))}::json) as s(rule text, subject_id uuid, slot_at timestamptz)
        where schedule.${own} and person_id = ${person}::uuid and schedule.rule = s.rule and schedule.subject_id = s.subject_id`);
    },
    async switchedOn(person) {
      const { since } = only(
        await execute<{ since: Date | null }>(
          tx,
          sql`select min(t.switched_on_at) as since from team t join person p on p.id = ${person}::uuid and p.organisation_id = t.organisation_id
          where t.${own} and (t.id = p.team_id or t.manager_id = p.id)`,
        ),
      );
      return since;
    },
    async peopleOf(team) {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select p.id from person p where p.${own} and p.left_on is null and (p.team_id = ${team}::uuid or p.id = (select manager_id from team t where t.${own} and t.id = ${team}::uuid)) order by p.id`,
      );
      return rows.map((row) => row.id as PersonId);
    },
    async everybody(part, of) {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select id from person where ${own} and left_on is null and (hashtext(id::text) & 2147483647) % ${of} = ${part} order by id`,
      );
      return rows.map((row) => row.id as PersonId);
    },
  };
}

const toSlot = (row: SlotRow): Slot => ({
  rule: row.rule,
  subject: row.subject_id,
  slotAt: row.slot_at,
  dueAt: row.due_at,
  until: row.until,
  snoozed: row.snoozed,
});

const toJson = (slots: readonly Slot[]): string =>
  JSON.stringify(
    slots.map((each) => ({
      rule: each.rule,
      subject_id: each.subject,
      slot_at: each.slotAt.toISOString(),
      due_at: each.dueAt.toISOString(),
      until: each.until.toISOString(),
    })),
  );
