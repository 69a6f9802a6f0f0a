// Where the chat in the browser keeps its messages, since there the bot is its own platform.
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";

/** A person's own chat with the bot, or a channel where everybody reads along. */
export type Room = { readonly user: string } | { readonly channel: string };

export interface TranscriptMessage {
  readonly id: string;
  /** In whose own chat with the bot it stands, or who said it in a channel (the web's name of that person); empty for the bot in a channel. */
  readonly user: string;
  /** The channel it stands in; null in a person's own chat. */
  readonly channel: string | null;
  readonly by: "person" | "bot";
  readonly at: Date;
  /** What the person typed; empty for the bot. */
  readonly text: string;
  readonly cards: readonly Card[];
  /** Grows with every replacement; part of a press's dedupe key. */
  readonly version: number;
  readonly deliveryId: string | null;
  /** A command said in a channel was carried out: its answer is in that person's own chat. */
  readonly receipt: boolean;
}

/** Somebody one can be in the playground. */
export interface Persona {
  readonly user: string;
  readonly name: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  readonly role: "manager" | "rep" | "assistant" | "admin";
  readonly unread: number;
}

/** A place of the playground, where everybody reads along. */
export interface Channel {
  readonly channel: string;
  readonly name: string;
  /** User to what they have not read there; who has read all is not in it. */
  readonly unread: Readonly<Record<string, number>>;
}

export interface Transcript {
  personas(): Promise<readonly Persona[]>;
  channels(): Promise<readonly Channel[]>;
  /** The newest messages of one room, oldest first. */
  latest(room: Room, most: number): Promise<readonly TranscriptMessage[]>;
  message(id: string): Promise<TranscriptMessage | null>;
  /** False when a message with this id or this delivery is already there. */
  add(message: Omit<TranscriptMessage, "version" | "receipt">): Promise<boolean>;
  byDelivery(deliveryId: string): Promise<TranscriptMessage | null>;
  replace(id: string, cards: readonly Card[]): Promise<void>;
  /** Marks a message as carried out. */
  acknowledge(id: string): Promise<void>;
  /** Their own chat, or a channel. */
  markRead(user: string, channel: string | null): Promise<void>;
}

/** The playground's own clock: stored, shown, moved only forward. */
export interface MovableClock {
  now(): Date;
  /** Refuses (returns false) to go back. */
  moveTo(instant: Date): Promise<boolean>;
}
