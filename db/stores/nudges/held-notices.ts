// Notices that wait for their receiver's work hours: released, said by another message, or dropped.
import { sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import { heldRule } from "#src/ports/delivery/schedule";
import type { Card } from "#src/view/card";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { fromJson } from "../columns.ts";

/** Changes the heads of these deliveries, in the transaction that changed their content. */
export const changeHeads = async (tx: Tx, ids: readonly string[], change: SQL): Promise<void> =>
  void (await atRouting(tx, (routing) =>
    routing.execute(
      sql`update outbox_head set ${change} where id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
    ),
  ));

export function heldNotices(
  tx: Tx,
  organisationId: string,
): Pick<NudgeStore, "held" | "nextHeld" | "bringForward" | "ringForHeld"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const ringForHeld = async (person: PersonId, earliest: Date): Promise<void> =>
    void (await tx.execute(sql`update schedule set due_at = (select greatest(min(o.not_before), case when count(*) > 0 then ${earliest.toISOString()}::timestamptz end)
          from outbox o where o.${own} and o.person_id = ${person}::uuid and o.not_before is not null)
        where ${own} and person_id = ${person}::uuid and rule = ${heldRule}`));

  return {
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
  };
}

/** How a notice stops waiting. */
export function endOfWaiting(
  tx: Tx,
  organisationId: string,
): Pick<NudgeStore, "release" | "merge" | "takeBack" | "drop"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const unhold = (ids: readonly string[]) =>
    tx.execute(
      sql`update outbox set not_before = null where ${own} and id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
    );

  const drop = async (ids: readonly string[], why: string): Promise<void> => {
    if (ids.length === 0) return;
    await unhold(ids);
    await changeHeads(tx, ids, sql`state = 'dropped', why = ${why}`);
  };

  return {
    async release(ids, at) {
      if (ids.length === 0) return;
      await tx.execute(
        sql`update outbox set not_before = null, at = ${at.toISOString()}::timestamptz where ${own} and id in (select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`,
      );
      await changeHeads(
        tx,
        ids,
        sql`state = 'waiting', due_at = clock_timestamp(), first_due_at = clock_timestamp()`,
      );
    },
    async merge(ids, into) {
      if (ids.length === 0) return;
      await unhold(ids);
      await changeHeads(tx, ids, sql`state = 'merged', why = ${into}`);
    },
    async takeBack(person, standing) {
      const versions = await execute<{ id: string; held: boolean }>(
        tx,
        sql`select id, not_before is not null as held from outbox where ${own} and person_id = ${person}::uuid
          and (standing = ${standing} or (standing is not null and edits is null and not_before is null and position(${JSON.stringify(standing)} in cards::text) > 0)) for update`,
      );
      await drop(
        versions.filter((each) => each.held).map((each) => each.id),
        "taken back",
      );
      return versions.some((each) => !each.held);
    },
    drop,
  };
}
