// What a handler returns: the reply to the person who acted, and what others are to be told.
import { z } from "zod";
import type { Both } from "#src/language/catalogue";
import type { AccountName, PersonId } from "#src/people/person";
import type { Reason } from "#src/ports/delivery/nudges";
import type { Receiver } from "#src/ports/stores";
import type { Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import { toLine, type Line, type Lineish } from "#src/view/line";

export type Reply =
  /** A new message. */
  | { readonly reply: "show"; readonly cards: readonly Card[] }
  /** In place of the card that was pressed; a new message where there is none. */
  | { readonly reply: "replace"; readonly cards: readonly Card[] }
  | { readonly reply: "ask"; readonly form: Form }
  /** The form stays open, with what was typed and a sentence beside each field named. */
  | { readonly reply: "correct"; readonly errors: FieldErrors }
  /** A short word that passes. */
  | { readonly reply: "toast"; readonly line: Line }
  | { readonly reply: "nothing" };

const cards = z.array(
  z.custom<Card>((value) => typeof value === "object" && value !== null && "title" in value),
);
const line = z.custom<Line>((value) => Array.isArray(value));
const storedReply = z.discriminatedUnion("reply", [
  z.object({ reply: z.literal("show"), cards }),
  z.object({ reply: z.literal("replace"), cards }),
  z.object({ reply: z.literal("toast"), line }),
]);

/** What was answered the first time, as it was stored. One that another version wrote in another shape is a word without words. */
export const parseReply = (stored: unknown): Reply =>
  storedReply.safeParse(stored).data ?? { reply: "toast", line: [] };

/** A notice to somebody else, or what is posted in a place. Written with the act, delivered afterwards. */
export interface Notice {
  readonly to: Receiver;
  /** Distinguishes several tellings of one act to one person. */
  readonly about: string;
  readonly cards: Partial<Both<readonly Card[]>>;
  /** The message that now reads so, for whoever has it already; what is still held for its reader is changed before it is said. */
  readonly amends?: string;
  /** The name of a message that is kept up to date: an earlier one of this name to this person is edited, the newest wins. */
  readonly standing?: string;
  /** What comes to one person within an hour with a standing name that begins so is one message: the first goes out at once, the next are added to it. */
  readonly gathers?: string;
  /** Somebody waits for their answer: they are told of it though their team is not switched on. */
  readonly asks?: true;
  /** At any hour: they wait for it, or have to know at once. */
  readonly atOnce?: true;
  /** The account in whose chat it has to stand; where they were last, without it. */
  readonly through?: AccountName;
}

export interface Answer {
  readonly reply: Reply;
  readonly also: readonly Notice[];
  /** Whether the handler stored something: then the event's key is remembered and a repetition gets this answer again. */
  readonly stored: boolean;
  /** Why reminders were put off by this act, one for each: they are counted. */
  readonly suppressed: readonly Reason[];
  /** Whose reminders may now be due earlier: they are planned again in the same transaction. */
  readonly plans: readonly PersonId[];
}

export const show = (...cards: Card[]): Answer => answer({ reply: "show", cards });
export const replace = (...cards: Card[]): Answer => answer({ reply: "replace", cards });
export const ask = (form: Form): Answer => answer({ reply: "ask", form });
export const correct = (errors: FieldErrors): Answer => answer({ reply: "correct", errors });
/** It was not meant for the bot. */
export const nothing = (): Answer => answer({ reply: "nothing" });
export const toast = (content: Lineish): Answer =>
  answer({ reply: "toast", line: toLine(content) });

/** Marks that the act changed something, and who else is to hear of it. */
export function committed(said: Answer, ...also: readonly (Notice | null)[]): Answer {
  return { ...said, stored: true, also: [...said.also, ...also.filter((each) => each !== null)] };
}

/** Marks that something changed on which these people's reminders depend: a date, a zone, a proposal, a team. */
export function replan(said: Answer, ...people: readonly PersonId[]): Answer {
  return { ...said, plans: [...said.plans, ...people] };
}

function answer(reply: Reply): Answer {
  return { reply, also: [], stored: false, suppressed: [], plans: [] };
}
