// What people asked each other for.
import { and, desc, eq, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PersonId } from "#src/people/person";
import type { Request, RequestId } from "#src/practices/feedback/model";
import type { FeedbackStore } from "#src/practices/feedback/store";
import { affectedBy, type Tx } from "../../client.ts";
import { feedbackRequest } from "../../schema/practices/feedback.ts";
import { person } from "../../schema/kernel.ts";

const [giver, receiver] = [alias(person, "giver"), alias(person, "receiver")];

export function feedbackRequests(
  tx: Tx,
  organisationId: string,
): Pick<FeedbackStore, "ask" | "putAside" | "requests"> {
  return {
    async ask({ from: fromId, to: toId, ...request }) {
      await tx.insert(feedbackRequest).values({ organisationId, fromId, toId, ...request });
    },
    async putAside(id, by, at) {
      const open = and(
        eq(feedbackRequest.organisationId, organisationId),
        eq(feedbackRequest.id, id),
        eq(feedbackRequest.toId, by),
        isNull(feedbackRequest.answeredAt),
      );
      return affectedBy(await tx.update(feedbackRequest).set({ answeredAt: at }).where(open)) > 0;
    },
    async requests(of) {
      const found = await tx
        .select({ row: feedbackRequest, fromName: giver.name, toName: receiver.name })
        .from(feedbackRequest)
        .innerJoin(
          giver,
          and(
            eq(giver.organisationId, feedbackRequest.organisationId),
            eq(giver.id, feedbackRequest.fromId),
          ),
        )
        .innerJoin(
          receiver,
          and(
            eq(receiver.organisationId, feedbackRequest.organisationId),
            eq(receiver.id, feedbackRequest.toId),
          ),
        )
        .where(
          and(
            eq(feedbackRequest.organisationId, organisationId),
            isNull(feedbackRequest.answeredAt),
            or(eq(feedbackRequest.fromId, of), eq(feedbackRequest.toId, of)),
          ),
        )
        .orderBy(desc(feedbackRequest.askedAt), desc(feedbackRequest.id));
      return found.map(({ row, fromName, toName }): Request => ({
        id: row.id as RequestId,
        from: row.fromId as PersonId,
        fromName,
        to: row.toId as PersonId,
        toName,
        about: row.about,
        askedAt: row.askedAt,
      }));
    },
  };
}
