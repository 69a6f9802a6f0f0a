// Shout-outs and wins as they are read: names of people ride along, so that a card needs one statement.
import { and, asc, desc, eq, gte, inArray, isNotNull, sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Receiver, Shout, ShoutId, ValueId, WinFacts } from "#src/practices/recognition/model";
import type { RecognitionStore, Waiting } from "#src/practices/recognition/store";
import type { Tx } from "../../client.ts";
import { recognitionShout } from "../../schema/practices/recognition.ts";
import { fromJson } from "../columns.ts";

type Row = typeof recognitionShout.$inferSelect;
const shout = recognitionShout;

// Written out, since drizzle leaves the table out of a column's name where it selects from one table only.
const byName = sql<string>`(select p.name from person p where p.id = recognition_shout.by_id and p.organisation_id = recognition_shout.organisation_id)`;
const receivers = sql<unknown>`(select coalesce(json_agg(json_build_object('person', r.person_id, 'name', p.name, 'consent', r.consent, 'hidden', r.hidden) order by p.name, p.id), '[]')
  from recognition_receiver r join person p on p.id = r.person_id and p.organisation_id = r.organisation_id where r.organisation_id = recognition_shout.organisation_id and r.shout_id = recognition_shout.id)`;
const cheers = sql<number>`(select count(*)::int from recognition_cheer c where c.organisation_id = recognition_shout.organisation_id and c.shout_id = recognition_shout.id)`;
/** A win is its owner's own; praise needs somebody who wants to be named. */
const isSeen = sql`not recognition_shout.is_private and (recognition_shout.kind = 'win' or exists (select from recognition_receiver r where r.organisation_id = recognition_shout.organisation_id and r.shout_id = recognition_shout.id and r.consent = 'public' and not r.hidden))`;

const newest = [desc(shout.givenSeq)];

async function readShouts(
  tx: Tx,
  organisationId: string,
  where: SQL | undefined,
  order: readonly SQL[],
  most: number,
): Promise<Shout[]> {
  const rows = await tx
    .select({ row: shout, byName, receivers, cheers })
    .from(shout)
    .where(and(eq(shout.organisationId, organisationId), where))
    .orderBy(...order)
    .limit(most);
  return rows.map(toShout);
}

export function shouts(
  tx: Tx,
  organisationId: string,
): Pick<
  RecognitionStore,
  | "shout"
  | "lockShout"
  | "sharedWin"
  | "scheduledOf"
  | "untold"
  | "waiting"
  | "lastIn"
  | "lastBy"
  | "seen"
> {
  const read = (where: SQL | undefined, order: readonly SQL[], most: number) =>
    readShouts(tx, organisationId, where, order, most);
  const first = async (where: SQL | undefined): Promise<Shout | null> =>
    (await read(where, newest, 1))[0] ?? null;
  const waiting = async (where: SQL | undefined): Promise<Waiting[]> =>
    (
      await tx
        .select({ id: shout.id, by: shout.byId, place: shout.placeId })
        .from(shout)
        .where(
          and(
            eq(shout.organisationId, organisationId),
            eq(shout.state, "given"),
            eq(shout.isPrivate, false),
            isNotNull(shout.placeId),
            where,
          ),
        )
    ).map((row) => ({
      id: row.id as ShoutId,
      by: row.by as PersonId,
      place: row.place as PlaceId,
    }));
  return {
    shout: (id) => first(eq(shout.id, id)),
    async lockShout(id) {
      await tx
        .select({ id: shout.id })
        .from(shout)
        .where(and(eq(shout.organisationId, organisationId), eq(shout.id, id)))
        .for("update");
      return first(eq(shout.id, id));
    },
    async sharedWin(by, about) {
      const win = and(
        eq(shout.byId, by),
        eq(shout.kind, "win"),
        eq(shout.state, "given"),
        sql`recognition_shout.facts->>'about' = ${about}`,
      );
      return (await first(win)) !== null;
    },
    scheduledOf: (giver) =>
      read(
        and(eq(shout.byId, giver), eq(shout.state, "scheduled")),
        [asc(shout.postAt), asc(shout.id)],
        100,
      ),
    untold: (ids) => waiting(and(inArray(shout.id, [...ids]), eq(shout.waitsForPlace, false))),
    waiting: () => waiting(eq(shout.waitsForPlace, true)),
    lastIn: (place) => first(and(eq(shout.placeId, place), eq(shout.state, "given"), isSeen)),
    async lastBy(giver) {
      const theirs = and(eq(shout.byId, giver), inArray(shout.state, ["given", "scheduled"]));
      return (await read(theirs, [desc(shout.seq)], 1))[0] ?? null;
    },
    seen: ({ since, most }) =>
      read(and(eq(shout.state, "given"), gte(shout.givenAt, since), isSeen), newest, most),
  };
}

function toShout({
  row,
  byName: name,
  receivers: people,
  cheers: count,
}: {
  row: Row;
  byName: string;
  receivers: unknown;
  cheers: number;
}): Shout {
  const { organisationId: _, seq: _seq, givenSeq: _givenSeq, ...rest } = row;
  return {
    ...rest,
    id: row.id as ShoutId,
    byId: row.byId as PersonId,
    byName: name,
    valueId: row.valueId as ValueId | null,
    placeId: row.placeId as PlaceId | null,
    facts: row.facts === null ? null : fromJson<WinFacts>(row.facts),
    receivers: fromJson<Receiver[]>(people),
    cheers: count,
  };
}
