// What was carried out, and what is to be said because of it: one statement for both.
import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { ActStore, Delivery } from "#src/ports/stores";
import type { Json } from "#src/view/action";
import type { Tx } from "../client.ts";
import { act } from "../schema/kernel.ts";

export function createActStore(tx: Tx, organisationId: string): ActStore {
  return {
    async earlier(key) {
      const [found] = await tx
        .select()
        .from(act)
        .where(and(eq(act.organisationId, organisationId), eq(act.key, key)));
      return found ? { key, person: found.personId as PersonId, at: found.at, reply: found.reply as Json } : null;
    },
    async record(done, deliveries) {
      const rows = JSON.stringify(deliveries.map((each) => delivered(each)));
      const outbox = sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at)
        select ${organisationId}::uuid, d.id, d.key, d.person_id, d.kind, d.cards, d.at
        from json_to_recordset(${rows}::json) as d(id uuid, key text, person_id uuid, kind text, cards jsonb, at timestamptz)
        on conflict (organisation_id, key) do nothing`;
      if (!done) return void (await tx.execute(outbox));
      await tx.execute(sql`with told as (${outbox})
        insert into act (organisation_id, key, person_id, at, reply)
        values (${organisationId}::uuid, ${done.key}, ${done.person}::uuid, ${done.at.toISOString()}::timestamptz, ${JSON.stringify(done.reply)}::text::jsonb)`);
    },
  };
}

const delivered = (each: Delivery) => ({ id: each.id, key: each.key, person_id: each.to, kind: each.kind, cards: each.cards, at: each.at.toISOString() });
