// The outbox as the deliver loop sees it: claims with a lease, oldest first per person, on the database's own clock.
import { sql } from "drizzle-orm";
import type { Both } from "#src/language/catalogue";
import type { Claimed, Outbox } from "#src/ports/outbox";
import type { Card } from "#src/view/card";
import { execute, type Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { fromJson } from "./columns.ts";

interface Head {
  id: string;
  organisation_id: string;
  attempts: number;
  platform: string;
  workspace: string;
  user: string;
}

export function createOutbox(database: Database): Outbox {
  const settle = async (id: string, change: ReturnType<typeof sql>) => void (await database.db.execute(sql`update outbox_head set lease_until = null, ${change} where id = ${id}::uuid`));

  async function load(head: Head): Promise<Claimed | null> {
    return inOrganisation(database, head.organisation_id, async (tx) => {
      const [row] = await execute<{ cards: unknown; at: Date; locale: "zh" | "en" }>(tx, sql`select o.cards, o.at, p.locale from outbox o join person p on p.id = o.person_id where o.id = ${head.id}::uuid`);
      if (!row) return null;
      const both = fromJson<Partial<Both<readonly Card[]>>>(row.cards);
      const to = { platform: head.platform, workspace: head.workspace, user: head.user };
      return { id: head.id, organisation: head.organisation_id, attempts: head.attempts, to, cards: both[row.locale] ?? both.en ?? both.zh ?? [], at: row.at };
    });
  }

  return {
    async claim(most, leaseMs) {
      const heads = await execute<Head>(
        database.db,
        sql`
        with due as (
          select h.id from outbox_head h
          where h.state = 'waiting' and h.due_at <= clock_timestamp() and (h.lease_until is null or h.lease_until < clock_timestamp())
            and not exists (select from outbox_head o where o.person_id = h.person_id and o.state = 'waiting' and o.id < h.id)
          order by h.due_at, h.id limit ${most} for update skip locked),
        taken as (update outbox_head h set lease_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::interval, attempts = h.attempts + 1 from due where due.id = h.id returning h.*)
        select distinct on (t.id) t.id, t.organisation_id, t.attempts, c.platform, c.workspace, c."user" from taken t
        join chat_identity c on c.person_id = t.person_id order by t.id, c.platform`,
      );
      return (await Promise.all(heads.map(load))).filter((each) => each !== null);
    },
    sent: (id, messageId) => settle(id, sql`state = 'sent', message_id = ${messageId}`),
    later: (id, afterMs, why) => settle(id, sql`due_at = clock_timestamp() + ${`${afterMs} milliseconds`}::interval, why = ${why}`),
    dead: (id, why) => settle(id, sql`state = 'dead', why = ${why}`),
  };
}
