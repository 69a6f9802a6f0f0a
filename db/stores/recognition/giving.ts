// What is done with a shout: it is written, given, agreed to, hidden and cheered.
import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { ShoutId } from "#src/practices/recognition/model";
import type { RecognitionStore } from "#src/practices/recognition/store";
import { affectedBy, type Tx } from "../../client.ts";
import {
  recognitionCheer,
  recognitionReceiver,
  recognitionShout as shout,
} from "../../schema/practices/recognition.ts";

export function giving(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "add" | "change" | "consent" | "hide"> {
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
        .where(and(eq(shout.organisationId, organisationId), eq(shout.id, id)));
    },
    async consent(id, receiver, consent) {
      await tx.update(recognitionReceiver).set({ consent }).where(receiverOf(id, receiver));
    },
    async hide(id, receiver) {
      await tx.update(recognitionReceiver).set({ hidden: true }).where(receiverOf(id, receiver));
    },
  };
}

export function cheering(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "cheer" | "cheeredBy"> {
  const cheerOf = (id: ShoutId, person: PersonId) =>
    and(
      eq(recognitionCheer.organisationId, organisationId),
      eq(recognitionCheer.shoutId, id),
      eq(recognitionCheer.personId, person),
    );
  return {
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
  };
}
