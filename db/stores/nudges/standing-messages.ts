// Messages that are said unasked, and kept up to date afterwards.
import { sql } from "drizzle-orm";
import type { NudgeStore, StandingMessage } from "#src/ports/delivery/nudges";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { fromJson } from "../columns.ts";
import { changeHeads } from "./held-notices.ts";

export function standingMessages(
  tx: Tx,
  organisationId: string,
): Pick<NudgeStore, "say" | "sayNothing" | "naming" | "gathering" | "bundleAt" | "restate"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  /** What another message says as well is changed there, and what was given up is not. */
  async function stillThere(
    rows: readonly { readonly id: string; readonly cards: unknown }[],
  ): Promise<readonly StandingMessage[]> {
    if (rows.length === 0) return [];
    const ids = JSON.stringify(rows.map((each) => each.id));
    const there = await atRouting(tx, (routing) =>
      execute<{ id: string }>(
        routing,
        sql`select id from outbox_head where id in (select json_array_elements_text(${ids}::json)::uuid) and state in ('waiting', 'held', 'sent')`,
      ),
    );
    return rows
      .filter((each) => there.some(({ id }) => id === each.id))
      .map((each) => ({ id: each.id, cards: fromJson<StandingMessage["cards"]>(each.cards) }));
  }

  return {
    async say({ id, person, cards, at, stands }) {
      await tx.execute(sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at, standing)
        values (${organisationId}::uuid, ${id}::uuid, ${`nudge:${id}`}, ${person}::uuid, 'nudge', ${JSON.stringify(cards)}::text::jsonb, ${at.toISOString()}::timestamptz, ${stands ? `nudge:${id}` : null})`);
      // The beat made its head before anybody knew what it would say.
      if (stands) await changeHeads(tx, [id], sql`standing = true`);
    },
    sayNothing: async (head, why) =>
      void (await atRouting(tx, (routing) =>
        routing.execute(
          sql`update outbox_head set state = 'dropped', why = ${why}, lease_until = null where id = ${head}::uuid and not composed`,
        ),
      )),
    async naming(person, thing, since) {
      const rows = await execute<{ id: string; cards: unknown }>(
        tx,
        sql`select id, cards from outbox where ${own} and person_id = ${person}::uuid and standing is not null and edits is null and kind <> 'reply' and at >= ${since.toISOString()}::timestamptz
          and position(${JSON.stringify(thing)} in cards::text) > 0 order by seq for update`,
      );
      return stillThere(rows);
    },
    async gathering(person, name, since) {
      const rows = await execute<{ id: string; cards: unknown }>(
        tx,
        sql`select id, cards from outbox where ${own} and person_id = ${person}::uuid and starts_with(standing, ${name}) and edits is null and kind = 'notice' and not_before is null
          and at >= ${since.toISOString()}::timestamptz order by seq desc limit 1 for update`,
      );
      return (await stillThere(rows))[0] ?? null;
    },
    async bundleAt(person, messageId) {
      const [head] = await atRouting(tx, (routing) =>
        execute<{ id: string }>(
          routing,
          sql`select id from outbox_head where ${own} and destination = ${person}::uuid and message_id = ${messageId} and standing and kind <> 'reply' order by seq limit 1`,
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
  };
}
