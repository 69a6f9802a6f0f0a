// The outbox as the deliver loop sees it. Leases and retries use the database's own clock, since clocks differ.
import type { Card } from "#src/view/card";
import type { ChatAddress } from "./chat.ts";

export interface Claimed {
  readonly id: string;
  readonly organisation: string;
  readonly attempts: number;
  readonly to: ChatAddress;
  /** In the reader's language. */
  readonly cards: readonly Card[];
  readonly at: Date;
}

export interface Outbox {
  /** Takes what is due, oldest first per person, and leases it for `leaseMs`. */
  claim(most: number, leaseMs: number): Promise<readonly Claimed[]>;
  sent(id: string, messageId: string): Promise<void>;
  later(id: string, afterMs: number, why: string): Promise<void>;
  dead(id: string, why: string): Promise<void>;
}
