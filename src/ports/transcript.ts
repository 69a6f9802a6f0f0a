// Where the chat in the browser keeps its messages, since there the bot is its own platform.
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";

export interface TranscriptMessage {
  readonly id: string;
  /** Whose chat with the bot: the web's name of that person. */
  readonly user: string;
  readonly by: "person" | "bot";
  readonly at: Date;
  /** What the person typed; empty for the bot. */
  readonly text: string;
  readonly cards: readonly Card[];
  /** Grows with every replacement; part of a press's dedupe key. */
  readonly version: number;
  readonly deliveryId: string | null;
}

/** Somebody one can be in the playground. */
export interface Persona {
  readonly user: string;
  readonly name: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  readonly role: "manager" | "rep" | "assistant";
  readonly unread: number;
}

export interface Transcript {
  personas(): Promise<readonly Persona[]>;
  /** The newest messages of one chat, oldest first. */
  latest(user: string, most: number): Promise<readonly TranscriptMessage[]>;
  message(id: string): Promise<TranscriptMessage | null>;
  /** False when a message with this id or this delivery is already there. */
  add(message: Omit<TranscriptMessage, "version">): Promise<boolean>;
  byDelivery(deliveryId: string): Promise<TranscriptMessage | null>;
  replace(id: string, cards: readonly Card[]): Promise<void>;
  markRead(user: string): Promise<void>;
}

/** The playground's own clock: stored, shown, moved only forward. */
export interface MovableClock {
  now(): Date;
  /** Refuses (returns false) to go back. */
  moveTo(instant: Date): Promise<boolean>;
}
