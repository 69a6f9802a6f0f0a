// What feedback is: what somebody saw, said to the one who did it and to nobody else.
import { z } from "zod";
import type { PersonId } from "#src/people/person";

export type FeedbackId = string & z.$brand<"FeedbackId">;
export type RequestId = string & z.$brand<"RequestId">;
export const feedbackId = z.uuid().transform((text) => text as FeedbackId);
export const requestId = z.uuid().transform((text) => text as RequestId);

/** Something to keep doing, or something to do differently. */
export const kinds = ["keep", "change"] as const;
export type FeedbackKind = (typeof kinds)[number];

/** Situation, behaviour, impact (Center for Creative Leadership); the rest may stay empty. */
export interface Words {
  readonly kind: FeedbackKind;
  readonly situation: string;
  readonly behaviour: string;
  readonly impact: string;
  readonly next: string;
  /** A question about the intent: what did you want to achieve? */
  readonly question: string;
}

/** How long each part may be. */
export const longest = {
  situation: 300,
  behaviour: 1000,
  impact: 1000,
  next: 500,
  question: 300,
  about: 300,
} as const;

export interface Draft extends Words {
  readonly id: FeedbackId;
  readonly from: PersonId;
  readonly to: PersonId;
  /** The request it answers. */
  readonly request: RequestId | null;
  readonly writtenAt: Date;
}

export interface Feedback extends Draft {
  readonly fromName: string;
  readonly toName: string;
  /** Null while it is a draft. */
  readonly sentAt: Date | null;
  readonly thankedAt: Date | null;
  /** The manager its receiver showed it to. */
  readonly sharedWith: PersonId | null;
  readonly sharedWithName: string | null;
}

/** Somebody asked somebody for feedback. */
export interface Request {
  readonly id: RequestId;
  readonly from: PersonId;
  readonly fromName: string;
  readonly to: PersonId;
  readonly toName: string;
  readonly about: string;
  readonly askedAt: Date;
}
