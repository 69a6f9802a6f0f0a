// What is kept about speaking unasked: choices, the budget's slots, what came of each plan, notices that wait.
import { sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { Came, NudgeStore, StandingMessage } from "#src/ports/nudges";
import type { Card } from "#src/view/card";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { heldRule } from "#src/ports/schedule";
import type { ChangedBy } from "#src/people/store";
import { recordLetter, type LetterAct } from "../people/audit.ts";
import { fromJson } from "../columns.ts";

/** How the keys of questions to admins about a delivery begin; the delivery's id follows. */
const questionKey = "unknown:";
/** A dead letter that somebody wants sent once more, whatever became of earlier attempts. */
const revived = sql`state = 'waiting', attempts = 0, lease_until = null, due_at = clock_timestamp(), first_due_at = clock_timestamp()`;

interface CameRow {
  rule: string;
  subject_id: string;
  slot_at: Date;
  at: Date;
  outcome: Came["outcome"];
  reason: Came["reason"];
}

export function createNudgeStore(tx: Tx, organisationId: string): NudgeStore {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const heads = async (ids: readonly string[], change: ReturnType<typeof sql>): Promise<void> =>
    void (await atRouting(tx, (routing) =>
      routing.execute(
        sql`update outbox_head set ${change} where id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
      ),
    ));
  const unhold = (ids: readonly string[]) =>
    tx.execute(
      sql`update outbox set not_before = null where ${own} and id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
    );

  const bury = async (
    id: string,
    change: ReturnType<typeof sql>,
    act: LetterAct,
    done: ChangedBy,
  ): Promise<boolean> => {
    const buried = sql`update outbox_head set ${change} where ${own} and id = ${id}::uuid and state = 'dead' and composed returning destination`;
    const [head] = await atRouting(tx, (routing) =>
      execute<{ destination: string }>(routing, buried),
    );
    return recordLetter(tx, organisationId, { id, act, done }, head?.destination);
  };

  const ringForHeld = async (person: PersonId, earliest: Date): Promise<void> =>
    void (await tx.execute(sql`update schedule set due_at = (select greatest(min(o.not_before), case when count(*) > 0 then ${earliest.toISOString()}::timestamptz end)
          from outbox o where o.${own} and o.person_id = ${person}::uuid and o.not_before is not null)
        where ${own} and person_id = ${person}::uuid and rule = ${heldRule}`));

  const drop = async (ids: readonly string[], why: string): Promise<void> => {
    if (ids.length === 0) return;
    await unhold(ids);
    await heads(ids, sql`state = 'dropped', why = ${why}`);
  };

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
    async held(person, until) {
      const rows = await execute<{
        id: string;
        message: string;
        cards: unknown;
        locale: string;
        overtaken: boolean;
        stands: boolean;
      }>(
        tx,
        sql`select o.id, coalesce(o.edits, o.id) as message, o.cards, p.locale, o.standing is not null as stands,
            exists (select from outbox n where n.${own} and n.person_id = o.person_id and n.standing = o.standing and n.seq > o.seq and n.not_before is null) as overtaken from outbox o join person p on p.id = o.person_id and p.organisation_id = o.organisation_id
          where o.${own} and o.person_id = ${person}::uuid and o.not_before is not null ${until === null ? sql`` : sql`and o.not_before <= ${until.toISOString()}::timestamptz`} order by o.seq`,
      );
      return rows.map((row) => {
        const cards = fromJson<Record<string, readonly Card[]>>(row.cards);
        return {
          id: row.id,
          message: row.message,
          overtaken: row.overtaken,
          stands: row.stands,
          cards: cards[row.locale] ?? Object.values(cards)[0] ?? [],
        };
      });
    },
    async nextHeld(person) {
      const [row] = await execute<{ at: Date | null }>(
        tx,
        sql`select min(not_before) as at from outbox where ${own} and person_id = ${person}::uuid and not_before is not null`,
      );
      return row?.at ?? null;
    },
    async release(ids) {
      if (ids.length === 0) return;
      await unhold(ids);
      await heads(
        ids,
        sql`state = 'waiting', due_at = clock_timestamp(), first_due_at = clock_timestamp()`,
      );
    },
    async merge(ids, into) {
      if (ids.length === 0) return;
      await unhold(ids);
      await heads(ids, sql`state = 'merged', why = ${into}`);
    },
    async takeBack(person, standing) {
      const versions = await execute<{ id: string; held: boolean }>(
        tx,
        sql`select id, not_before is not null as held from outbox where ${own} and person_id = ${person}::uuid and standing = ${standing} for update`,
      );
      await drop(
        versions.filter((each) => each.held).map((each) => each.id),
        "taken back",
      );
      return versions.some((each) => !each.held);
    },
    drop,
    async bringForward(person, moment) {
      const at = moment.toISOString();
      const moved = affectedBy(
        await tx.execute(
          sql`update outbox set not_before = ${at}::timestamptz where ${own} and person_id = ${person}::uuid and not_before > ${at}::timestamptz`,
        ),
      );
      if (moved > 0) await ringForHeld(person, moment);
      return moved;
    },
    ringForHeld,
    async say({ id, person, cards, at, stands }) {
      await tx.execute(sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at, standing)
        values (${organisationId}::uuid, ${id}::uuid, ${`nudge:${id}`}, ${person}::uuid, 'nudge', ${JSON.stringify(cards)}::text::jsonb, ${at.toISOString()}::timestamptz, ${stands ? `nudge:${id}` : null})`);
      // The beat made its head before anybody knew what it would say.
      if (stands) await heads([id], sql`standing = true`);
    },
    async naming(person, thing, since) {
      const rows = await execute<{ id: string; cards: unknown }>(
        tx,
        sql`select id, cards from outbox where ${own} and person_id = ${person}::uuid and standing is not null and edits is null and kind <> 'reply' and at >= ${since.toISOString()}::timestamptz
          and position(${JSON.stringify(thing)} in cards::text) > 0 order by seq for update`,
      );
      if (rows.length === 0) return [];
      const ids = JSON.stringify(rows.map((each) => each.id));
      // What another message says as well is amended there.
      const there = await atRouting(tx, (routing) =>
        execute<{ id: string }>(
          routing,
          sql`select id from outbox_head where id in (select json_array_elements_text(${ids}::json)::uuid) and state in ('waiting', 'held', 'sent')`,
        ),
      );
      return rows
        .filter((each) => there.some(({ id }) => id === each.id))
        .map((each) => ({ id: each.id, cards: fromJson<StandingMessage["cards"]>(each.cards) }));
    },
    async bundleAt(person, messageId) {
      const [head] = await atRouting(tx, (routing) =>
        execute<{ id: string }>(
          routing,
          sql`select id from outbox_head where ${own} and destination = ${person}::uuid and message_id = ${messageId} and standing and kind = 'nudge' order by seq limit 1`,
        ),
      );
      if (!head) return null;
      const [found] = await execute<{ cards: unknown }>(
        tx,
        sql`select cards from outbox where ${own} and id = ${head.id}::uuid for update`,
      );
      return found ? { id: head.id, cards: fromJson<StandingMessage["cards"]>(found.cards) } : null;
    },
    restate: async (delivery, cards) =>
      void (await tx.execute(
        sql`update outbox set cards = ${JSON.stringify(cards)}::text::jsonb where ${own} and (id = ${delivery}::uuid or edits = ${delivery}::uuid)`,
      )),
    async isQuestion(delivery) {
      const rows = await execute(
        tx,
        sql`select id from outbox where ${own} and id = ${delivery}::uuid and key like ${`${questionKey}%`}`,
      );
      return rows.length > 0;
    },
    async revive(delivery, done) {
      // Asked and answered: when nobody can say again what became of it, that is a new question.
      await tx.execute(
        sql`update outbox set key = 'answered:' || id || ':' || key where ${own} and key like ${`${questionKey}${delivery}:%`}`,
      );
      return bury(delivery, revived, "letter.revived", done);
    },
    letGo: (delivery, done) => bury(delivery, sql`state = 'dropped'`, "letter.dropped", done),
    sayNothing: async (head, why) =>
      void (await atRouting(tx, (routing) =>
        routing.execute(
          sql`update outbox_head set state = 'dropped', why = ${why}, lease_until = null where id = ${head}::uuid and not composed`,
        ),
      )),
  };
}
