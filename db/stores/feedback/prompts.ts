// Teams whose people are reminded to give feedback, and whom each of them was suggested.
import { and, eq, isNotNull } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { FeedbackPromptStore } from "#src/practices/feedback/store";
import type { Tx } from "../../client.ts";
import { feedback, feedbackSuggestion, feedbackTeam } from "../../schema/practices/feedback.ts";

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
      return found.flatMap(({ to, at }) => (at === null ? [] : [{ to: to as PersonId, at }]));
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
