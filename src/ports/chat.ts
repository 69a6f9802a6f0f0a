// What a chat platform must be able to do. No method is optional: an adapter does all of it, or degrades by the table
// in adapters/degradation that the contract suite checks.
import type { Card } from "#src/view/card";

/** Where a message goes, in the platform's own names. */
export interface ChatAddress {
  readonly platform: string;
  readonly workspace: string;
  /** A person's own chat with the bot. */
  readonly user: string;
}

export interface OutgoingMessage {
  readonly deliveryId: string;
  /** Business time, as shown beside the message where a platform has no time of its own. */
  readonly at: Date;
  readonly cards: readonly Card[];
}

export type PostResult =
  | { readonly result: "sent"; readonly messageId: string }
  | { readonly result: "later"; readonly afterMs: number }
  /** Nobody can say whether it arrived; look with `find` before sending again. */
  | { readonly result: "unknown" }
  | { readonly result: "final"; readonly stops: "person" | "content" | "installation"; readonly why: string };

export interface Chat {
  readonly platform: string;
  /** Must not send twice for one deliveryId where the platform lets it know. */
  post(to: ChatAddress, message: OutgoingMessage): Promise<PostResult>;
  /** The platform's id of what was sent for this delivery, if it arrived. */
  find(to: ChatAddress, deliveryId: string): Promise<string | null>;
}
