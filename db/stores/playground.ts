// The browser chat's messages and the playground's clock, for the one organisation of the playground.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type {
  Channel,
  MovableClock,
  Persona,
  Transcript,
  TranscriptMessage,
} from "#src/ports/chat/transcript";
import type { Card } from "#src/view/card";
import { affectedBy, execute, only, type Database, type Tx } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { playgroundClock, webMessage } from "../schema/playground.ts";

export function createTranscript(database: Database, organisationId: string): Transcript {
  return {
    ...whoIsThere(database, organisationId),
    ...messages(database, organisationId),
    ...changes(database, organisationId),
  };
}

/** People and channels, with what each person has not read. */
function whoIsThere(
  database: Database,
  organisationId: string,
): Pick<Transcript, "personas" | "channels"> {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inOrganisation(database, organisationId, work);
  return {
    async personas() {
      const users = await execute<{ user: string; person_id: string }>(
        database.db,
        sql`select "user", person_id from chat_identity where platform = 'web' and organisation_id = ${organisationId}::uuid order by "user"`,
      );
      const rows = await within((tx) => execute<PersonaRow>(tx, personasQuery));
      // Who linked two accounts is one person with two chats.
      return rows.flatMap((row) =>
        users.filter((each) => each.person_id === row.id).map(({ user }) => toPersona(row, user)),
      );
    },
    async channels() {
      const places = await execute<{ channel: string; place_id: string }>(
        database.db,
        sql`select channel, place_id from chat_place where platform = 'web' and organisation_id = ${organisationId}::uuid order by place_id`,
      );
      if (places.length === 0) return [];
      const users = await execute<{ user: string }>(
        database.db,
        sql`select "user" from chat_identity where platform = 'web' and organisation_id = ${organisationId}::uuid`,
      );
      return within(async (tx) => {
        const names = await execute<{ id: string; name: string }>(
          tx,
          sql`select id, name from place`,
        );
        const unread = await execute<{ channel: string; user: string; n: string }>(
          tx,
          unreadInChannels(users.map((each) => each.user)),
        );
        return places.flatMap(({ channel, place_id }): Channel[] => {
          const name = names.find((each) => each.id === place_id)?.name;
          const counts = unread
            .filter((each) => each.channel === channel)
            .map((each) => [each.user, Number(each.n)]);
          return name === undefined ? [] : [{ channel, name, unread: Object.fromEntries(counts) }];
        });
      });
    },
  };
}

function messages(
  database: Database,
  organisationId: string,
): Pick<Transcript, "latest" | "message" | "byDelivery"> {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inOrganisation(database, organisationId, work);
  const one = async (where: ReturnType<typeof eq>) =>
    (await within((tx) => tx.select().from(webMessage).where(where))).map(toMessage)[0] ?? null;
  return {
    async latest(room, most) {
      const where =
        "channel" in room
          ? eq(webMessage.channel, room.channel)
          : and(eq(webMessage.user, room.user), isNull(webMessage.channel));
      const found = await within((tx) =>
        tx
          .select()
          .from(webMessage)
          .where(and(eq(webMessage.organisationId, organisationId), where))
          .orderBy(desc(webMessage.at), desc(webMessage.id))
          .limit(most),
      );
      return found.toReversed().map(toMessage);
    },
    message: (id) => one(eq(webMessage.id, id)),
    byDelivery: (deliveryId) => one(eq(webMessage.deliveryId, deliveryId)),
  };
}

function changes(
  database: Database,
  organisationId: string,
): Pick<Transcript, "add" | "replace" | "acknowledge" | "markRead"> {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inOrganisation(database, organisationId, work);
  return {
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
    async acknowledge(id) {
      await within((tx) =>
        tx
          .update(webMessage)
          .set({ receipt: true, version: sql`${webMessage.version} + 1` })
          .where(eq(webMessage.id, id)),
      );
    },
    async markRead(user, channel) {
      const mine = sql`select ${organisationId}::uuid, ${user}, m.id from web_message m where m."user" = ${user} and m.channel is null order by m.id desc limit 1`;
      const theirs = sql`select ${organisationId}::uuid, ${user}, ${channel}::text, m.id from web_message m where m.channel = ${channel} order by m.id desc limit 1`;
      await within((tx) =>
        tx.execute(
          channel === null
            ? sql`insert into web_read (organisation_id, "user", up_to) ${mine} on conflict (organisation_id, "user") do update set up_to = excluded.up_to`
            : sql`insert into web_channel_read (organisation_id, "user", channel, up_to) ${theirs} on conflict (organisation_id, "user", channel) do update set up_to = excluded.up_to`,
        ),
      );
    },
  };
}

/** Stored, so that a restart goes on where the day stood; moved only forward. */
export async function createPlaygroundClock(
  database: Database,
  organisationId: string,
  start: Date,
): Promise<MovableClock> {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inOrganisation(database, organisationId, work);
  let at = await within(async (tx) => {
    await tx.insert(playgroundClock).values({ organisationId, at: start }).onConflictDoNothing();
    return only(await tx.select().from(playgroundClock)).at;
  });
  return {
    now: () => at,
    async moveTo(instant) {
      if (instant <= at) return false;
      await within((tx) =>
        tx
          .update(playgroundClock)
          .set({ at: instant })
          .where(eq(playgroundClock.organisationId, organisationId)),
      );
      at = instant;
      await breathe();
      return true;
    },
  };
}

/** The embedded database answers without ever waiting for input: on a long way of the clock nothing else, no browser, would be heard. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface PersonaRow {
  id: string;
  name: string;
  locale: "zh" | "en";
  zone: string;
  assistant: boolean;
  admin: boolean;
  reports: string;
  key: string;
  unread: Record<string, number> | null;
}

const personasQuery = sql`
  select p.id, p.name, p.locale, p.zone, p.assistant, (p.admin and p.team_id is null) as admin, coalesce(s.n, 0)::text as reports,
    (select json_object_agg(u."user", u.n) from (
      select m."user", count(*) as n from web_message m left join web_read r on r."user" = m."user"
      where m.by = 'bot' and m.channel is null and (r.up_to is null or m.id > r.up_to) group by m."user") u) as unread
  from person p left join (select manager_id, count(*) as n from person group by manager_id) s on s.manager_id = p.id
  where p.left_on is null order by coalesce(s.n, 0) desc, p.id`;

/** What others wrote there since each of them looked. */
const unreadInChannels = (users: readonly string[]) => sql`
  select m.channel, u."user", count(*)::text as n
  from web_message m cross join (select json_array_elements_text(${JSON.stringify(users)}::json) as "user") u
  left join web_channel_read r on r."user" = u."user" and r.channel = m.channel
  where m.channel is not null and not (m.by = 'person' and m."user" = u."user") and (r.up_to is null or m.id > r.up_to)
  group by m.channel, u."user"`;

function roleOf(row: PersonaRow): Persona["role"] {
  if (Number(row.reports) > 0) return "manager";
  // Where nobody leads yet, it is whoever may set the house up.
  if (row.admin) return "admin";
  return row.assistant ? "assistant" : "rep";
}

function toPersona(row: PersonaRow, user: string): Persona {
  return {
    user,
    name: row.name,
    locale: row.locale,
    zone: row.zone,
    role: roleOf(row),
    unread: row.unread?.[user] ?? 0,
  };
}

function toMessage({
  organisationId: _,
  ...row
}: typeof webMessage.$inferSelect): TranscriptMessage {
  return { ...row, cards: row.cards as readonly Card[] };
}
