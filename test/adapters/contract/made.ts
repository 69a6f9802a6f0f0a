// A surface as the contract asks for it, and what is shown on it.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Chat, ChatAddress } from "#src/ports/chat/chat";
import { button, card, type Card } from "#src/view/card";
import type { ScriptedBot } from "#test/support/scripted-bot";
import type { SeenMessage, Surface } from "#test/support/story/surface";
import { press } from "#test/adapters/samples";

export interface Made {
  readonly surface: Surface;
  readonly bot: ScriptedBot;
  readonly chat: Chat;
  /** Somebody who reads English, and where messages to them go. */
  readonly user: string;
  readonly address: ChatAddress;
  /** What became of this very text in the newest message: nothing but text, or something a platform would act on. */
  shownAs(user: string, text: string): Promise<"text" | "markup" | "absent">;
  readonly place: MadePlace;
  /** What somebody gets whom nobody knows. */
  stranger(): Promise<string>;
}

/** A channel or group that is known to the bot, with two people in it. */
export interface MadePlace {
  readonly address: ChatAddress;
  /** Somebody else who reads there, besides `user`. */
  readonly other: string;
  /** Whether the platform lets the bot hear what is said there to nobody in particular. */
  readonly hearsTalk: boolean;
  /** What somebody types there, so that it is said to the bot itself: with its mention in front, or as its slash command. */
  toBot(text: string): string;
  say(user: string, text: string): Promise<void>;
  /** What that person sees there, oldest first. */
  sees(user: string): Promise<readonly SeenMessage[]>;
  press(user: string, label: string): Promise<void>;
}

export interface Adapter {
  readonly make: () => Promise<Made>;
  readonly elements: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The longest text of a card that is shown whole, in graphemes. */
  readonly longestText: number;
}

export const locale = "en";
export const at = new Date("2026-11-11T02:00:00Z");
export const shows = (...cards: Card[]) => ({ outcome: "show", cards, locale }) as const;
export const asking = (label = "Start"): Card =>
  card({ title: "A start", buttons: [button(label, press({ what: "start" }))] });

export async function posted(made: Made, ...cards: Card[]): Promise<void> {
  const result = await made.chat.post(made.address, { deliveryId: randomUUID(), at, cards });
  expect(result.result).toBe("sent");
}

export async function screenText(made: Made): Promise<string> {
  const { messages } = await made.surface.screen(made.user);
  return messages.flatMap((message) => [message.text, ...message.buttons]).join("\n");
}

/** Lines in which something turns the direction outside of an isolate that ends on its line. */
export function turnedIn(shown: string): readonly string[] {
  return shown
    .split("\n")
    .filter((each) =>
      /[\u0590-\u08FF\u202A-\u202E\u2066-\u2069]/.test(
        each.replace(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g, ""),
      ),
    );
}
