// A chat platform that does what a test tells it to, and keeps what it was given. What is not told arrives.
import { plainCard } from "#src/view/plain";
import {
  withoutDirectory,
  type Chat,
  type ChatAddress,
  type Found,
  type OutgoingMessage,
  type Pace,
  type PostResult,
} from "#src/ports/chat/chat";

export interface Posted {
  readonly deliveryId: string;
  /** A user's or a channel's name. */
  readonly to: string;
  readonly text: string;
  readonly message: OutgoingMessage;
  /** Null for a new message. */
  readonly edits: string | null;
}

type Answer = PostResult | ((message: OutgoingMessage) => PostResult | Promise<PostResult>);

export interface FakePlace extends Chat {
  /** What arrived: messages and edits, in order. */
  readonly posted: Posted[];
  /** Every time somebody asked what became of a delivery. */
  readonly looked: string[];
  /** The answers to the next posts and edits, one each. */
  next(...answers: readonly Answer[]): void;
  /** The same for one user or channel. */
  nextTo(user: string, ...answers: readonly Answer[]): void;
  /** Whether one may ask here what arrived. */
  mayLook: boolean;
  /** How often whoever asks is asked to wait first. */
  busy: number;
  /** What arrived at one user or channel, the text of each. */
  textsTo(user: string): readonly string[];
}

/** It arrives, and nobody hears of it. */
export const arrivesUnheard: PostResult & { readonly arrives: true } = {
  result: "unknown",
  arrives: true,
};

const unlimited: Pace = { destination: null, installation: null };

export function createFakePlace(pace: Pace = unlimited, platform = "web"): FakePlace {
  const answers: { readonly to: string | null; readonly answer: Answer }[] = [];
  const nameOf = (to: ChatAddress): string => ("user" in to ? to.user : to.channel);
  async function take(
    place: FakePlace,
    to: ChatAddress,
    message: OutgoingMessage,
    edits: string | null,
  ): Promise<PostResult> {
    const found = answers.findIndex((each) => each.to === null || each.to === nameOf(to));
    const answer = answers.splice(found, found < 0 ? 0 : 1)[0]?.answer ?? {
      result: "sent",
      messageId: edits ?? `m:${message.deliveryId}`,
    };
    const result = typeof answer === "function" ? await answer(message) : answer;
    const text = message.cards.map(plainCard).join("\n");
    if (result.result === "sent" || "arrives" in result)
      place.posted.push({ deliveryId: message.deliveryId, to: nameOf(to), text, message, edits });
    return result;
  }
  return {
    platform,
    pace,
    posted: [],
    looked: [],
    mayLook: true,
    busy: 0,
    next: (...more) => void answers.push(...more.map((answer) => ({ to: null, answer }))),
    nextTo: (to, ...more) => void answers.push(...more.map((answer) => ({ to, answer }))),
    textsTo(user) {
      return this.posted.filter((each) => each.to === user).map((each) => each.text);
    },
    post(to, message) {
      return take(this, to, message, null);
    },
    edit(to, messageId, message) {
      return take(this, to, message, messageId);
    },
    ...withoutDirectory,
    async find(_to, deliveryId): Promise<Found> {
      this.looked.push(deliveryId);
      if (this.busy-- > 0) return { found: "later", afterMs: 7_000 };
      if (!this.mayLook) return { found: "unknowable" };
      const there = this.posted.find((each) => each.deliveryId === deliveryId);
      return there ? { found: "there", messageId: `m:${deliveryId}` } : { found: "absent" };
    },
  };
}
