// What a chat platform must be able to do. No method is optional: an adapter does all of it, or degrades by the table
// in adapters/degradation that the contract suite checks.
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";

/** Where a message goes, in the platform's own names: a person's own chat with the bot, or a channel or group. */
export type ChatAddress = { readonly platform: string; readonly workspace: string } & ({ readonly user: string } | { readonly channel: string });

export interface OutgoingMessage {
  readonly deliveryId: string;
  /** Business time, as shown beside the message where a platform has no time of its own. */
  readonly at: Date;
  readonly cards: readonly Card[];
  /** Whoever reads it, for the surface's own words; absent where several do. */
  readonly locale?: Locale;
}

export type PostResult =
  | { readonly result: "sent"; readonly messageId: string }
  /** The platform asked to wait: this destination, or everything that goes through the installation. */
  | { readonly result: "later"; readonly afterMs: number; readonly all?: true }
  /** Nobody can say whether it arrived; look with `find` before sending again. */
  | { readonly result: "unknown" }
  | { readonly result: "final"; readonly stops: "person" | "content" | "installation"; readonly why: string };

export type Found =
  | { readonly found: "there"; readonly messageId: string }
  | { readonly found: "absent" }
  /** Not to be looked for just now: the platform asked to wait. */
  | { readonly found: "later"; readonly afterMs: number }
  /** Here nobody may look: an admin is asked rather than the message sent twice. */
  | { readonly found: "unknowable" };

/** How fast a platform may be written to: so many a second, and so many at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Null where there is no limit. */
export interface Pace {
  /** One person's chat, or one channel. */
  readonly destination: Rate | null;
  /** All of a workspace together. */
  readonly installation: Rate | null;
}

export interface Chat {
  readonly platform: string;
  readonly pace: Pace;
  /** Must not send twice for one deliveryId where the platform lets it know. */
  post(to: ChatAddress, message: OutgoingMessage): Promise<PostResult>;
  /** Puts new cards where an earlier message stands. May be repeated: the last one stays. */
  edit(to: ChatAddress, messageId: string, message: OutgoingMessage): Promise<PostResult>;
  /** What became of an attempt that nobody heard the end of. */
  find(to: ChatAddress, deliveryId: string): Promise<Found>;
}
