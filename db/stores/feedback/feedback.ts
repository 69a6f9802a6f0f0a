// Feedback between two people. Every statement that reads or changes words names who does it: whoever is neither author, receiver
// nor the manager it was shown to finds nothing.
import { and, desc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { Feedback, FeedbackId, Request, RequestId } from "#src/practices/feedback/model";
import type { FeedbackPromptStore, FeedbackStore } from "#src/practices/feedback/store";
import type { Tx } from "../../client.ts";
import { affectedBy } from "../../client.ts";
import {
  feedback,
  feedbackRequest,
  feedbackSuggestion,
  feedbackTeam,
} from "../../schema/feedback.ts";
import { person } from "../../schema/kernel.ts";

const [giver, receiver, manager] = [
  alias(person, "giver"),
  alias(person, "receiver"),
  alias(person, "shown_to"),
];

export function createFeedbackStore(tx: Tx, organisationId: string): FeedbackStore {
  const own = eq(feedback.organisationId, organisationId);
  const mayRead = (reader: PersonId): SQL =>
    or(
      eq(feedback.fromId, reader),
      and(
        isNotNull(feedback.sentAt),
        or(eq(feedback.toId, reader), eq(feedback.sharedWithId, reader)),
      ),
    )!;
  const find = (where: SQL, most: number) =>
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
  const changed = async (set: Partial<typeof feedback.$inferInsert>, where: SQL | undefined) =>
    affectedBy(await tx.update(feedback).set(set).where(and(own, where))) > 0;
  const draftOf = (id: FeedbackId, by: PersonId) =>
    and(eq(feedback.id, id), eq(feedback.fromId, by), isNull(feedback.sentAt));
  const receivedBy = (id: FeedbackId, by: PersonId) =>
    and(eq(feedback.id, id), eq(feedback.toId, by), isNotNull(feedback.sentAt));

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
          setWhere: and(own, eq(feedback.fromId, fromId), isNull(feedback.sentAt))!,
        });
      return affectedBy(written) > 0;
    },
    async send(id, by, at) {
      if (!(await changed({ sentAt: at }, draftOf(id, by)))) return false;
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
    async read(id, reader) {
      const [found] = await find(and(eq(feedback.id, id), mayRead(reader))!, 1);
      return found ? toFeedback(found) : null;
    },
    async readable(reader, most) {
      return (await find(mayRead(reader), most)).map(toFeedback);
    },
    thank: (id, by, at) =>
      changed({ thankedAt: at }, and(receivedBy(id, by), isNull(feedback.thankedAt))),
    showTo: (sharedWithId, id, by, at) =>
      changed(
        { sharedWithId, sharedAt: at },
        and(receivedBy(id, by), isNull(feedback.sharedWithId)),
      ),
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

export function createFeedbackPromptStore(tx: Tx, organisationId: string): FeedbackPromptStore {
  const ofTeam = (team: string) =>
    and(eq(feedbackTeam.organisationId, organisationId), eq(feedbackTeam.teamId, team));
  return {
    async since(team) {
      const [found] = await tx.select().from(feedbackTeam).where(ofTeam(team));
      return found?.since ?? null;
    },
    async turn(teamId, since) {
      if (since === null) await tx.delete(feedbackTeam).where(ofTeam(teamId));
      else
        await tx
          .insert(feedbackTeam)
          .values({ organisationId, teamId, since })
          .onConflictDoNothing();
    },
    async givenBy(by) {
      const found = await tx
        .select({ to: feedback.toId, at: feedback.sentAt })
        .from(feedback)
        .where(
          and(
            eq(feedback.organisationId, organisationId),
            eq(feedback.fromId, by),
            isNotNull(feedback.sentAt),
          ),
        );
      return found.map(({ to, at }) => ({ to: to as PersonId, at: at! }));
    },
    async suggested(to) {
      const found = await tx
        .select()
        .from(feedbackSuggestion)
        .where(
          and(
            eq(feedbackSuggestion.organisationId, organisationId),
            eq(feedbackSuggestion.personId, to),
          ),
        );
      return found.map((row) => ({ round: localDate(row.round), to: row.toId as PersonId }));
    },
    async suggest(personId, round, toId) {
      await tx
        .insert(feedbackSuggestion)
        .values({ organisationId, personId, round, toId })
        .onConflictDoNothing();
    },
  };
}
