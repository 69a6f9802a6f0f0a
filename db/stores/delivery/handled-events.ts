// What was carried out, and what is to be said because of it: one statement for both.
import { sql } from "drizzle-orm";
import type { Both } from "#src/language/catalogue";
import type { PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { ActStore, Delivery } from "#src/ports/stores";
import { heldRule } from "#src/ports/delivery/schedule";
import { begin, send, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";

const earlier =
  "select person_id as person, at, reply, begun_by from act where organisation_id = $1 and key = $2";
const begun =
  "select reply from act where organisation_id = $1 and (key = $2 or begun_by = $2) order by at, key";
/** What an act put in the place of an older card counts as shown then. */
const shown = `select cards, null::jsonb as reply, at from (select cards, at from outbox where organisation_id = $1 and person_id = $2::uuid and at >= $3::timestamptz
      and (not_before is null or not_before <= $4::timestamptz) order by seq desc limit 3) o
  union all select null, reply, at from (select reply, at from act where organisation_id = $1 and person_id = $2::uuid and at >= $3::timestamptz order by at desc, key limit 2) a
  order by at desc`;
const standing = "select standing from outbox where organisation_id = $1 and id = $2::uuid";
const outbox = `insert into outbox (organisation_id, id, key, person_id, place_id, kind, cards, at, not_before, standing, through, edits)
    select $1::uuid, d.id, d.key, d.person_id, d.place_id, d.kind, d.cards, d.at, d.not_before, d.standing, d.through, case when d.standing is not null then (
      select o.id from outbox o where o.organisation_id = $1::uuid and coalesce(o.person_id, o.place_id) = coalesce(d.person_id, d.place_id)
        and o.standing = d.standing and o.edits is null order by o.seq desc limit 1) end
    from json_to_recordset($2::json) as d(id uuid, key text, person_id uuid, place_id uuid, kind text, cards jsonb, at timestamptz, not_before timestamptz, standing text, through text)
    on conflict (organisation_id, key) do nothing`;
/** The first version holds what the message says now, so that it can be amended again; one still held says it when its time has come. */
const amending = `with d as (select * from json_to_recordset($2::json) as d(id uuid, key text, person_id uuid, place_id uuid, kind text, cards jsonb, at timestamptz, edits uuid)),
    changed as (update outbox o set cards = d.cards from d where o.organisation_id = $1::uuid and o.id = d.edits returning o.id, o.not_before)
  insert into outbox (organisation_id, id, key, person_id, place_id, kind, cards, at, edits)
    select $1::uuid, d.id, d.key, d.person_id, d.place_id, d.kind, d.cards, d.at, d.edits from d join changed on changed.id = d.edits where changed.not_before is null
    on conflict (organisation_id, key) do nothing`;
const both = `with told as (${outbox})
  insert into act (organisation_id, key, person_id, at, reply, begun_by) values ($1::uuid, $3, $4::uuid, $5::timestamptz, $6::text::jsonb, $7)`;

export function createActStore(
  tx: Tx,
  organisationId: string,
  told: () => void = () => {},
): ActStore {
  return {
    async earlier(key) {
      const [found] = await send<{
        person: PersonId;
        at: Date;
        reply: unknown;
        begun_by: string | null;
      }>(tx, earlier, [organisationId, key]);
      return found
        ? {
            key,
            person: found.person,
            at: found.at,
            reply: fromJson<unknown>(found.reply),
            begunBy: found.begun_by,
          }
        : null;
    },
    async answersFrom(key) {
      const found = await send<{ reply: unknown }>(tx, begun, [organisationId, key]);
      return found.map(({ reply }) => fromJson<unknown>(reply));
    },
    async shownLately(person, since, now) {
      const found = await send<{ cards: unknown; reply: unknown }>(tx, shown, [
        organisationId,
        person,
        since.toISOString(),
        now.toISOString(),
      ]);
      return found.map(({ cards, reply }) => {
        if (cards !== null)
          return Object.values(fromJson<Partial<Both<readonly Card[]>>>(cards)).flat();
        return fromJson<{ readonly cards?: readonly Card[] }>(reply).cards ?? [];
      });
    },
    async standingOf(delivery) {
      const [found] = await send<{ standing: string | null }>(tx, standing, [
        organisationId,
        delivery,
      ]);
      return found?.standing ?? null;
    },
    async record(done, all) {
      if (all.length > 0) told();
      const amended = all.filter((each) => each.amends !== undefined);
      if (amended.length > 0)
        await send(tx, amending, [
          organisationId,
          JSON.stringify(amended.map((each) => ({ ...delivered(each), edits: each.amends }))),
        ]);
      const deliveries = all.filter((each) => each.amends === undefined);
      const rows = JSON.stringify(deliveries.map((each) => delivered(each)));
      const held = deliveries.filter((each) => each.notBefore !== null);
      if (held.length > 0) await tx.execute(ringFor(organisationId, held));
      // The last word of nearly every act: its COMMIT need not wait for the answer.
      if (!done) begin(tx, { text: outbox, parameters: [organisationId, rows] });
      else
        begin(tx, {
          text: both,
          parameters: [
            organisationId,
            rows,
            done.key,
            done.person,
            done.at.toISOString(),
            JSON.stringify(done.reply),
            done.begunBy,
          ],
        });
    },
  };
}

const delivered = (each: Delivery) => ({
  id: each.id,
  key: each.key,
  person_id: "person" in each.to ? each.to.person : null,
  place_id: "place" in each.to ? each.to.place : null,
  kind: each.kind,
  cards: each.cards,
  at: each.at.toISOString(),
  not_before: each.notBefore?.toISOString() ?? null,
  standing: each.standing,
  through: each.through ?? null,
});

/** An alarm for everybody who has a notice waiting: the earliest one counts. */
function ringFor(organisationId: string, held: readonly Delivery[]) {
  const rows = JSON.stringify(
    held.flatMap((each) =>
      "person" in each.to ? [{ person_id: each.to.person, at: each.notBefore?.toISOString() }] : [],
    ),
  );
  return sql`insert into schedule (organisation_id, id, rule, subject_id, person_id, due_at, slot_at, until)
    select ${organisationId}::uuid, gen_random_uuid(), ${heldRule}, w.person_id, w.person_id, min(w.at), min(w.at), min(w.at)
    from json_to_recordset(${rows}::json) as w(person_id uuid, at timestamptz) group by w.person_id order by w.person_id
    on conflict (organisation_id, person_id, rule, subject_id) do update
    set due_at = least(coalesce(schedule.due_at, excluded.due_at), excluded.due_at), slot_at = excluded.slot_at, until = excluded.until`;
}
