// Feedback between two people, what somebody asked for, and whose turn it was to be suggested. What was written stays between its
// author and its receiver, and whom the receiver showed it to.
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const feedback = pgTable(
  "feedback",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<"keep" | "change">().notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    situation: text("situation").notNull(),
    behaviour: text("behaviour").notNull(),
    impact: text("impact").notNull(),
    next: text("next").notNull(),
    question: text("question").notNull(),
    /** The request it answers. */
    requestId: uuid("request_id"),
    writtenAt: instant("written_at").notNull(),
    /** Null while it is a draft, which its author alone can read. */
    sentAt: instant("sent_at"),
    thankedAt: instant("thanked_at"),
    /** The manager its receiver showed it to. */
    sharedWithId: uuid("shared_with_id"),
    sharedAt: instant("shared_at"),
  },
  (t) => [
    index("feedback_to").on(t.organisationId, t.toId, t.sentAt),
    index("feedback_from").on(t.organisationId, t.fromId, t.sentAt),
    index("feedback_shared").on(t.organisationId, t.sharedWithId),
  ],
);

export const feedbackRequest = pgTable(
  "feedback_request",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    about: text("about").notNull(),
    askedAt: instant("asked_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("feedback_request_from").on(t.organisationId, t.fromId, t.answeredAt),
    index("feedback_request_to").on(t.organisationId, t.toId, t.answeredAt),
  ],
);

/** Teams whose people are reminded to give feedback, every second week counted from that day. */
export const feedbackTeam = pgTable(
  "feedback_team",
  { ...ofOrganisation(), teamId: uuid("team_id").notNull(), since: instant("since").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.teamId] })],
);

/** Who was suggested to whom in which round: one a round. */
export const feedbackSuggestion = pgTable(
  "feedback_suggestion",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    round: date("round", { mode: "string" }).notNull(),
    toId: uuid("to_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId, t.round] })],
);
