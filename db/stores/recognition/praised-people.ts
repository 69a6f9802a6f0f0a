// Who was praised, and for whom praise is kept until its day.
import { and, eq, gte, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { ShoutId } from "#src/practices/recognition/model";
import type { RecognitionStore } from "#src/practices/recognition/store";
import { execute, type Tx } from "../../client.ts";
import {
  recognitionReceiver,
  recognitionShout as shout,
} from "../../schema/practices/recognition.ts";

export function praisedPeople(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "keptByLeavers" | "keptFor" | "praisedSince" | "praisedCount"> {
  const own = eq(shout.organisationId, organisationId);
  return {
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
  };
}
