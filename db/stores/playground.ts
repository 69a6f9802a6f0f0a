// The browser chat's messages and the playground's clock, for the one organisation of the playground.
import { and, desc, eq, sql } from "drizzle-orm";
import type { MovableClock, Persona, Transcript, TranscriptMessage } from "#src/ports/transcript";
import type { Card } from "#src/view/card";
import { affectedBy, execute, type Database, type Tx } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { playgroundClock, webMessage } from "../schema/playground.ts";

export function createTranscript(database: Database, organisationId: string): Transcript {
  const within = <T>(work: (tx: Tx) => Promise<T>) => inOrganisation(database, organisationId, work);
  const one = async (where: ReturnType<typeof eq>) => (await within((tx) => tx.select().from(webMessage).where(where))).map(toMessage)[0] ?? null;
  return {
    async personas() {
      const users = await execute<{ user: string; person_id: string }>(database.db, sql`select "user", person_id from chat_identity where platform = 'web' and organisation_id = ${organisationId}::uuid`);
      const rows = await within((tx) => execute<PersonaRow>(tx, personasQuery));
      return rows.flatMap((row) => {
        const user = users.find((each) => each.person_id === row.id)?.user;
        return user === undefined ? [] : [toPersona(row, user)];
      });
    },
    async latest(user, most) {
      const found = await within((tx) =>
        tx
          .select()
          .from(webMessage)
          .where(and(eq(webMessage.organisationId, organisationId), eq(webMessage.user, user)))
          .orderBy(desc(webMessage.at), desc(webMessage.id))
          .limit(most),
      );
      return found.toReversed().map(toMessage);
    },
    message: (id) => one(eq(webMessage.id, id)),
    byDelivery: (deliveryId) => one(eq(webMessage.deliveryId, deliveryId)),
    async add(message) {
      const done = await within((tx) =>
        tx
          .insert(webMessage)
          .values({ organisationId, version: 1, ...message })
          .onConflictDoNothing(),
      );
      return affectedBy(done) > 0;
    },
    async replace(id, cards) {
      await within((tx) =>
        tx
          .update(webMessage)
          .set({ cards, version: sql`${webMessage.version} + 1` })
          .where(eq(webMessage.id, id)),
      );
    },
    async markRead(user) {
      await within((tx) =>
        tx.execute(sql`insert into web_read (organisation_id, "user", up_to)
        select ${organisationId}::uuid, ${user}, m.id from web_message m where m."user" = ${user} order by m.id desc limit 1
        on conflict (organisation_id, "user") do update set up_to = excluded.up_to`),
      );
    },
  };
}

/** Stored, so that a restart goes on where the day stood; moved only forward. */
export async function createPlaygroundClock(database: Database, organisationId: string, start: Date): Promise<MovableClock> {
  const within = <T>(work: (tx: Tx) => Promise<T>) => inOrganisation(database, organisationId, work);
  let at = await within(async (tx) => {
    await tx.insert(playgroundClock).values({ organisationId, at: start }).onConflictDoNothing();
    return (await tx.select().from(playgroundClock))[0]!.at;
  });
  return {
    now: () => at,
    async moveTo(instant) {
      if (instant <= at) return false;
      await within((tx) => tx.update(playgroundClock).set({ at: instant }).where(eq(playgroundClock.organisationId, organisationId)));
      at = instant;
      return true;
    },
  };
}

interface PersonaRow {
  id: string;
  name: string;
  locale: "zh" | "en";
  zone: string;
  assistant: boolean;
  reports: string;
  key: string;
  unread: Record<string, number> | null;
}

const personasQuery = sql`
  select p.id, p.name, p.locale, p.zone, p.assistant, (select count(*) from person s where s.manager_id = p.id)::text as reports,
    (select json_object_agg(u."user", u.n) from (
      select m."user", count(*) as n from web_message m left join web_read r on r."user" = m."user"
      where m.by = 'bot' and (r.up_to is null or m.id > r.up_to) group by m."user") u) as unread
  from person p where p.left_on is null order by (select count(*) from person s where s.manager_id = p.id) desc, p.id`;

function toPersona(row: PersonaRow, user: string): Persona {
  const role = Number(row.reports) > 0 ? "manager" : row.assistant ? "assistant" : "rep";
  return { user, name: row.name, locale: row.locale, zone: row.zone, role, unread: row.unread?.[user] ?? 0 };
}

function toMessage({ organisationId: _, ...row }: typeof webMessage.$inferSelect): TranscriptMessage {
  return { ...row, cards: row.cards as readonly Card[] };
}
