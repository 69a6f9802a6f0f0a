// Feedback between two people. Every statement that reads or changes words names who does it: whoever is neither author, receiver
// nor the manager it was shown to finds nothing.
import { and, desc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PersonId } from "#src/people/person";
import type { Feedback, FeedbackId, RequestId } from "#src/practices/feedback/model";
import type { FeedbackStore } from "#src/practices/feedback/store";
import { affectedBy, type Tx } from "../../client.ts";
import { feedback, feedbackRequest } from "../../schema/practices/feedback.ts";
import { person } from "../../schema/kernel.ts";
import { feedbackRequests } from "./requests.ts";

const [giver, receiver, manager] = [
  alias(person, "giver"),
  alias(person, "receiver"),
  alias(person, "shown_to"),
];

export function createFeedbackStore(tx: Tx, organisationId: string): FeedbackStore {
  return {
    ...writing(tx, organisationId),
    ...reading(tx, organisationId),
    ...receiving(tx, organisationId),
    ...feedbackRequests(tx, organisationId),
  };
}

const draftOf = (id: FeedbackId, by: PersonId) =>
  and(eq(feedback.id, id), eq(feedback.fromId, by), isNull(feedback.sentAt));

/** By whoever writes it, until it is sent. */
function writing(tx: Tx, organisationId: string): Pick<FeedbackStore, "keep" | "send" | "discard"> {
  const own = eq(feedback.organisationId, organisationId);
  return {
    async keep({ from: fromId, to: toId, request, ...words }) {
      const values = { ...words, fromId, toId, requestId: request };
      const { id: _, ...set } = values;
      const written = await tx
        .insert(feedback)
        .values({ organisationId, ...values })
        .onConflictDoUpdate({
          target: feedback.id,
          set,
          setWhere: sql`${own} and ${eq(feedback.fromId, fromId)} and ${isNull(feedback.sentAt)}`,
        });
      return affectedBy(written) > 0;
    },
    async send(id, by, at) {
      if (!(await change(tx, organisationId, { sentAt: at }, draftOf(id, by)))) return false;
      await tx
        .update(feedbackRequest)
        .set({ answeredAt: at })
        .where(
          and(
            eq(feedbackRequest.organisationId, organisationId),
            eq(feedbackRequest.toId, by),
            isNull(feedbackRequest.answeredAt),
            sql`exists (select from ${feedback} f where f.organisation_id = ${organisationId}::uuid and f.id = ${id}::uuid and f.request_id = ${feedbackRequest.id})`,
          ),
        );
      return true;
    },
    async discard(id, by) {
      return affectedBy(await tx.delete(feedback).where(and(own, draftOf(id, by)))) > 0;
    },
  };
}

/** By whoever may read it. */
function reading(tx: Tx, organisationId: string): Pick<FeedbackStore, "read" | "readable"> {
  const own = eq(feedback.organisationId, organisationId);
  const mayRead = (reader: PersonId) =>
    or(
      eq(feedback.fromId, reader),
      and(
        isNotNull(feedback.sentAt),
        or(eq(feedback.toId, reader), eq(feedback.sharedWithId, reader)),
      ),
    );
  const find = (where: ReturnType<typeof mayRead>, most: number) =>
    tx
      .select({
        row: feedback,
        fromName: giver.name,
        toName: receiver.name,
        sharedWithName: manager.name,
      })
      .from(feedback)
      .innerJoin(
        giver,
        and(eq(giver.organisationId, feedback.organisationId), eq(giver.id, feedback.fromId)),
      )
      .innerJoin(
        receiver,
        and(eq(receiver.organisationId, feedback.organisationId), eq(receiver.id, feedback.toId)),
      )
      .leftJoin(
        manager,
        and(
          eq(manager.organisationId, feedback.organisationId),
          eq(manager.id, feedback.sharedWithId),
        ),
      )
      .where(and(own, where))
      .orderBy(desc(sql`coalesce(${feedback.sentAt}, ${feedback.writtenAt})`), desc(feedback.id))
      .limit(most);
  return {
    async read(id, reader) {
      const [found] = await find(and(eq(feedback.id, id), mayRead(reader)), 1);
      return found ? toFeedback(found) : null;
    },
    async readable(reader, most) {
      return (await find(mayRead(reader), most)).map(toFeedback);
    },
  };
}

/** By whoever got it. */
function receiving(tx: Tx, organisationId: string): Pick<FeedbackStore, "thank" | "showTo"> {
  const receivedBy = (id: FeedbackId, by: PersonId) =>
    and(eq(feedback.id, id), eq(feedback.toId, by), isNotNull(feedback.sentAt));

  return {
    thank: (id, by, at) =>
      change(
        tx,
        organisationId,
        { thankedAt: at },
        and(receivedBy(id, by), isNull(feedback.thankedAt)),
      ),
    showTo: (sharedWithId, id, by, at) =>
      change(
        tx,
        organisationId,
        { sharedWithId, sharedAt: at },
        and(receivedBy(id, by), isNull(feedback.sharedWithId)),
      ),
  };
}

/** Whether there was one of that description. */
async function change(
  tx: Tx,
  organisationId: string,
  set: Partial<typeof feedback.$inferInsert>,
  where: SQL | undefined,
): Promise<boolean> {
  const own = eq(feedback.organisationId, organisationId);
  return affectedBy(await tx.update(feedback).set(set).where(and(own, where))) > 0;
}

interface FoundRow {
  readonly row: typeof feedback.$inferSelect;
  readonly fromName: string;
  readonly toName: string;
  readonly sharedWithName: string | null;
}

function toFeedback({ row, fromName, toName, sharedWithName }: FoundRow): Feedback {
  const { organisationId: _, fromId, toId, requestId, sharedWithId, sharedAt: __, ...rest } = row;
  return {
    ...rest,
    id: row.id as FeedbackId,
    from: fromId as PersonId,
    fromName,
    to: toId as PersonId,
    toName,
    request: requestId as RequestId | null,
    sharedWith: sharedWithId as PersonId | null,
    sharedWithName,
  };
}
