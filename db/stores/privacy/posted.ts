// Messages that say something of somebody: those in their own chat, and those to others that name them. As far as the outbox still knows them.
import { sql } from "drizzle-orm";
import type { PostedMessage } from "#src/practices/privacy/api";
import type { Both } from "#src/language/catalogue";
import type { Card } from "#src/view/card";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { contentsIn } from "../delivery/delivery-contents.ts";
import { fromJson } from "../columns.ts";
import type { Whose } from "./own-rows.ts";

interface Naming {
  readonly id: string;
  readonly cards: Partial<Both<readonly Card[]>>;
}

/** What others are to be told, or were told lately, and is known still; but for the request itself, whose answer stands there by now. */
async function naming(
  tx: Tx,
  { organisation, person }: Whose,
  name: string,
): Promise<readonly Naming[]> {
  const rows = await execute<{ id: string; cards: unknown }>(
    tx,
    sql`select id, cards from outbox where organisation_id = ${organisation}::uuid and person_id is distinct from ${person}::uuid and coalesce(standing, '') not like 'privacy.erase-%'
      and (position(${person} in cards::text) > 0 or position(${JSON.stringify(name).slice(1, -1)} in cards::text) > 0)`,
  );
  return rows.map((row) => ({
    id: row.id,
    cards: fromJson<Naming["cards"]>(row.cards),
  }));
}

interface Stands {
  readonly id: string;
  readonly destination: string;
  readonly message_id: string;
  readonly account: string | null;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string | null;
  readonly user: string | null;
}

/** Of each message the newest version, and where it stands. */
async function standing(
  tx: Tx,
  { organisation }: Whose,
  which: ReturnType<typeof sql>,
): Promise<readonly Stands[]> {
  return execute<Stands>(
    tx,
    sql`select distinct on (h.destination, h.message_id) h.id, h.destination, h.message_id, h.account,
        coalesce(p.platform, c.platform) as platform, coalesce(p.workspace, c.workspace) as workspace, p.channel, c."user"
      from outbox_head h left join chat_place p on p.place_id = h.destination
        left join chat_identity c on c.person_id = h.destination and c.platform || ' ' || c.workspace = h.account
      where h.organisation_id = ${organisation}::uuid and h.state = 'sent' and h.message_id is not null and (p.channel is not null or c."user" is not null) and ${which}
      order by h.destination, h.message_id, h.seq desc`,
  );
}

const addressOf = ({ platform, workspace, channel, user }: Stands): PostedMessage["to"] =>
  channel === null ? { platform, workspace, user: user ?? "" } : { platform, workspace, channel };

/** `without`: a message as it reads without them. */
export async function postedOf(
  tx: Tx,
  whose: Whose,
  name: string,
  without: (cards: Naming["cards"]) => Naming["cards"],
): Promise<readonly PostedMessage[]> {
  const names = await naming(tx, whose, name);
  const ids = JSON.stringify(names.map(({ id }) => id));
  const [own, others] = await atRouting(tx, async (routing) => [
    await standing(routing, whose, sql`h.destination = ${whose.person}::uuid`),
    await standing(
      routing,
      whose,
      sql`h.id in (select json_array_elements_text(${ids}::json)::uuid)`,
    ),
  ]);
  const contents = await contentsIn(tx, ids, without);
  return [
    ...own.map((each) => ({
      delivery: each.id,
      to: addressOf(each),
      messageId: each.message_id,
      at: null,
      cards: null,
    })),
    ...others.flatMap((each) => {
      const said = contents.get(each.id);
      return said
        ? [
            {
              delivery: each.id,
              to: addressOf(each),
              messageId: each.message_id,
              at: said.at,
              cards: said.cards,
            },
          ]
        : [];
    }),
  ];
}

/** What others are still to be told, or see kept up to date, names them no more. */
export async function forgetName(
  tx: Tx,
  whose: Whose,
  name: string,
  without: (cards: Naming["cards"]) => Naming["cards"],
): Promise<void> {
  for (const { id, cards } of await naming(tx, whose, name))
    await tx.execute(
      sql`update outbox set cards = ${JSON.stringify(without(cards))}::text::jsonb where organisation_id = ${whose.organisation}::uuid and id = ${id}::uuid`,
    );
}
