// Shout-outs, wins and points. Names of people ride along, so that a card needs one statement.
import { and, asc, desc, eq, gte, inArray, sql, type SQL } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type {
  Line,
  Receiver,
  Shout,
  ShoutId,
  Value,
  ValueId,
  WinFacts,
} from "#src/practices/recognition/model";
import type { RecognitionStore } from "#src/practices/recognition/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import {
  recognitionCheer,
  recognitionPoints,
  recognitionReceiver,
  recognitionRules,
  recognitionShout,
  recognitionValue,
  recognitionWish,
} from "../../schema/recognition.ts";
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

export function createRecognitionStore(tx: Tx, organisationId: string): RecognitionStore {
  const own = eq(shout.organisationId, organisationId);
  const read = (where: SQL | undefined, order: readonly SQL[], most: number) =>
    tx
      .select({ row: shout, byName, receivers, cheers })
      .from(shout)
      .where(and(own, where))
      .orderBy(...order)
      .limit(most);
  const newest = [desc(shout.givenSeq)];
  const first = async (where: SQL | undefined): Promise<Shout | null> =>
    (await read(where, newest, 1)).map(toShout)[0] ?? null;
  const cheerOf = (id: ShoutId, person: PersonId) =>
    and(
      eq(recognitionCheer.organisationId, organisationId),
      eq(recognitionCheer.shoutId, id),
      eq(recognitionCheer.personId, person),
    );
  const receiverOf = (id: ShoutId, person: PersonId) =>
    and(
      eq(recognitionReceiver.organisationId, organisationId),
      eq(recognitionReceiver.shoutId, id),
      eq(recognitionReceiver.personId, person),
    );

  return {
    async add({ receivers: people, ...row }) {
      await tx.insert(shout).values({ organisationId, ...row });
      if (people.length > 0)
        await tx.insert(recognitionReceiver).values(
          people.map(({ person, consent, hidden }) => ({
            organisationId,
            shoutId: row.id,
            personId: person,
            consent,
            hidden,
          })),
        );
    },
    async change(id, change) {
      // Given now: the last of all.
      const order = change.state === "given" ? { givenSeq: sql`default` } : {};
      await tx
        .update(shout)
        .set({ ...change, ...order })
        .where(and(own, eq(shout.id, id)));
    },
    shout: (id) => first(eq(shout.id, id)),
    async lockShout(id) {
      await tx
        .select({ id: shout.id })
        .from(shout)
        .where(and(own, eq(shout.id, id)))
        .for("update");
      return first(eq(shout.id, id));
    },
    async consent(id, receiver, consent) {
      await tx.update(recognitionReceiver).set({ consent }).where(receiverOf(id, receiver));
    },
    async hide(id, receiver) {
      await tx.update(recognitionReceiver).set({ hidden: true }).where(receiverOf(id, receiver));
    },
    async cheer(id, person, on, at) {
      const done = on
        ? tx
            .insert(recognitionCheer)
            .values({ organisationId, shoutId: id, personId: person, at })
            .onConflictDoNothing()
        : tx.delete(recognitionCheer).where(cheerOf(id, person));
      return affectedBy(await done) > 0;
    },
    async cheeredBy(id, person) {
      return (
        (
          await tx
            .select({ id: recognitionCheer.shoutId })
            .from(recognitionCheer)
            .where(cheerOf(id, person))
        ).length > 0
      );
    },
    async sharedWin(by, about) {
      return (
        (
          await read(
            and(
              eq(shout.byId, by),
              eq(shout.kind, "win"),
              eq(shout.state, "given"),
              sql`recognition_shout.facts->>'about' = ${about}`,
            ),
            newest,
            1,
          )
        ).length > 0
      );
    },
    async scheduledOf(giver) {
      return (
        await read(
          and(eq(shout.byId, giver), eq(shout.state, "scheduled")),
          [asc(shout.postAt), asc(shout.id)],
          100,
        )
      ).map(toShout);
    },
    async keptByLeavers() {
      const rows = await execute<{ person_id: string }>(
        tx,
        sql`select distinct r.person_id from recognition_shout s join person g on g.id = s.by_id and g.organisation_id = s.organisation_id and g.left_on is not null
          join recognition_receiver r on r.shout_id = s.id and r.organisation_id = s.organisation_id where s.organisation_id = ${organisationId}::uuid and s.state = 'scheduled'`,
      );
      return rows.map((each) => each.person_id as PersonId);
    },
    async keptFor(receiver) {
      const rows = await tx
        .select({ id: shout.id })
        .from(shout)
        .innerJoin(
          recognitionReceiver,
          and(
            eq(recognitionReceiver.organisationId, organisationId),
            eq(recognitionReceiver.shoutId, shout.id),
            eq(recognitionReceiver.personId, receiver),
          ),
        )
        .where(and(own, eq(shout.state, "scheduled")));
      return rows.map((each) => each.id as ShoutId);
    },
    lastIn: (place) => first(and(eq(shout.placeId, place), eq(shout.state, "given"), isSeen)),
    async lastBy(giver) {
      return (
        (
          await read(
            and(eq(shout.byId, giver), inArray(shout.state, ["given", "scheduled"])),
            [desc(shout.seq)],
            1,
          )
        ).map(toShout)[0] ?? null
      );
    },
    async seen({ since, most }) {
      return (
        await read(and(eq(shout.state, "given"), gte(shout.givenAt, since), isSeen), newest, most)
      ).map(toShout);
    },
    async praisedSince(people, since) {
      if (people.length === 0) return new Set();
      const rows = await execute<{ person_id: string }>(
        tx,
        sql`select distinct r.person_id from recognition_receiver r join recognition_shout s on s.id = r.shout_id and s.organisation_id = r.organisation_id
          where s.organisation_id = ${organisationId}::uuid and s.kind = 'praise' and s.state = 'given' and s.given_at >= ${since.toISOString()}::timestamptz
            and r.person_id in (select json_array_elements_text(${JSON.stringify(people)}::json)::uuid)`,
      );
      return new Set(rows.map((each) => each.person_id as PersonId));
    },
    async praisedCount(person, since) {
      const [row] = await tx
        .select({ count: sql<number>`count(*)::int` })
        .from(recognitionReceiver)
        .innerJoin(
          shout,
          and(
            own,
            eq(shout.id, recognitionReceiver.shoutId),
            eq(shout.state, "given"),
            gte(shout.givenAt, since),
          ),
        )
        .where(
          and(
            eq(recognitionReceiver.organisationId, organisationId),
            eq(recognitionReceiver.personId, person),
          ),
        );
      return row?.count ?? 0;
    },
    async values() {
      const rows = await tx
        .select()
        .from(recognitionValue)
        .where(eq(recognitionValue.organisationId, organisationId))
        .orderBy(asc(recognitionValue.nameEn));
      return rows.map(({ organisationId: _, ...row }): Value => ({
        ...row,
        id: row.id as ValueId,
      }));
    },
    async saveValue({ id, ...row }) {
      await tx
        .insert(recognitionValue)
        .values({ organisationId, id, ...row })
        .onConflictDoUpdate({
          target: [recognitionValue.organisationId, recognitionValue.id],
          set: row,
        });
    },
    async rules() {
      const [row] = await tx
        .select()
        .from(recognitionRules)
        .where(eq(recognitionRules.organisationId, organisationId));
      if (!row) return null;
      const { organisationId: _, ...rules } = row;
      return rules;
    },
    async saveRules(rules) {
      await tx
        .insert(recognitionRules)
        .values({ organisationId, ...rules })
        .onConflictDoUpdate({ target: recognitionRules.organisationId, set: { ...rules } });
    },
    async wishesOf(people) {
      if (people.length === 0) return new Map();
      const rows = await tx
        .select()
        .from(recognitionWish)
        .where(
          and(
            eq(recognitionWish.organisationId, organisationId),
            inArray(recognitionWish.personId, [...people]),
          ),
        );
      return new Map(rows.map((row) => [row.personId as PersonId, row.wish]));
    },
    async wish(person, wish) {
      await tx
        .insert(recognitionWish)
        .values({ organisationId, personId: person, wish })
        .onConflictDoUpdate({
          target: [recognitionWish.organisationId, recognitionWish.personId],
          set: { wish },
        });
    },
    ...pointsOf(tx, organisationId),
  };
}

function pointsOf(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "givenBy" | "linesOf" | "have" | "append"> {
  const points = recognitionPoints;
  const own = eq(points.organisationId, organisationId);
  const poolOf = (person: PersonId, pool: "give" | "have") =>
    and(own, eq(points.personId, person), eq(points.pool, pool));
  return {
    async givenBy(giver) {
      const rows = await tx
        .select({
          delta: points.delta,
          cause: points.cause,
          month: points.month,
          other: points.otherId,
        })
        .from(points)
        .where(poolOf(giver, "give"));
      return rows.map((row) => ({ ...row, other: row.other as PersonId | null }));
    },
    async linesOf(id) {
      const rows = await tx
        .select()
        .from(points)
        .where(and(own, eq(points.shoutId, id)));
      return rows.map((row): Line => ({
        id: row.id,
        person: row.personId as PersonId,
        pool: row.pool,
        delta: row.delta,
        cause: row.cause,
        month: row.month,
        shout: row.shoutId as ShoutId | null,
        other: row.otherId as PersonId | null,
      }));
    },
    async have(person) {
      const [row] = await tx
        .select({ sum: sql<number>`coalesce(sum(${points.delta}), 0)::int` })
        .from(points)
        .where(poolOf(person, "have"));
      return row?.sum ?? 0;
    },
    async append(lines, at) {
      if (lines.length === 0) return;
      await tx.insert(points).values(
        lines.map(({ person, shout: shoutId, other, ...line }) => ({
          organisationId,
          ...line,
          personId: person,
          shoutId,
          otherId: other,
          at,
        })),
      );
    },
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
