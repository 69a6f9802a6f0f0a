// The outbox as the deliver loop sees it. Leases and retries use the database's own clock, since clocks differ.
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { ChatAddress, Pace } from "../chat/chat.ts";

export interface Claimed {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** The person or the place it goes to. */
  readonly destination: string;
  /** Whom it goes to; null when it goes to a place. */
  readonly person: PersonId | null;
  /** Which attempt this is. What is settled carries it, so that whoever lost the lease changes nothing. */
  readonly attempt: number;
  /** Nobody knows what became of the attempt before: look whether it arrived. */
  readonly unsure: boolean;
  readonly to: ChatAddress;
  /** Whether its words are there; a nudge gets them when it is claimed, so that they are fresh. */
  readonly composed: boolean;
  /** The message on the platform that it takes the place of. */
  readonly edits: string | null;
}

export interface Content {
  /** In the reader's language. */
  readonly cards: readonly Card[];
  /** Where both languages are said, the one that stands first; absent where nobody knows. */
  readonly locale?: Locale;
  /** Business time at which it was caused. */
  readonly at: Date;
}

/** A delivery that was given up, for doctor and for admins. Never what it says. */
export interface DeadLetter {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly kind: "reply" | "notice" | "nudge";
  /** The name of the person or place it was for. */
  readonly to: string;
  readonly destination: string;
  readonly attempts: number;
  readonly why: string;
}

export interface Claims {
  readonly claimed: readonly Claimed[];
  /** Given up just now: their lease ran out at their last attempt. */
  readonly dead: number;
  /** Not sent, because a newer edit of the same message waits. */
  readonly merged: number;
  /** In how many milliseconds more is due, as far as that is soon; null otherwise. */
  readonly nextMs: number | null;
}

export interface Outbox {
  /** Takes what is due, oldest first per person and at the pace of each platform, and leases it. */
  claim(wanted: {
    readonly most: number;
    readonly leaseMs: number;
    readonly mostAttempts: number;
    readonly pace: (platform: string) => Pace;
  }): Promise<Claims>;
  /** By the id of the delivery; what is not there is gone. */
  contents(
    claimed: readonly Pick<Claimed, "id" | "organisation">[],
  ): Promise<ReadonlyMap<string, Content>>;
  /** Keeps what is still in hand, and returns which that is; what was lost or settled meanwhile is left alone. */
  extend(
    claimed: readonly Pick<Claimed, "id" | "attempt">[],
    leaseMs: number,
  ): Promise<readonly string[]>;
  sent(claimed: Claimed, messageId: string): Promise<void>;
  /** The platform asked to wait; that is no attempt that failed. `all`: everything of this installation waits as long. `maybeThere`: it was not looked for yet. */
  later(
    claimed: Claimed,
    afterMs: number,
    why: string,
    more: { readonly all?: boolean; readonly maybeThere?: boolean },
  ): Promise<void>;
  /** Nobody heard how it ended: it is looked for after so long, and sent again where it is not there. */
  unknown(claimed: Claimed, afterMs: number): Promise<void>;
  /** This attempt came to nothing before it was sent; what was not known before is not known now. It counts as an attempt. */
  failed(claimed: Claimed, afterMs: number, why: string): Promise<void>;
  /** `maybeThere`: one attempt may have arrived, and whoever sends it again is to look first. */
  dead(claimed: Claimed, why: string, maybeThere: boolean): Promise<void>;
  /** This account cannot be written to: nor is it tried again. What waits goes to another account, or dies. */
  stopPerson(claimed: Claimed, why: string): Promise<void>;
  /** The installation was refused: its messages wait until it is back, within some minutes of it. */
  stopInstallation(claimed: Claimed, why: string): Promise<void>;
  deadCount(): Promise<number>;
  deadLetters(most: number): Promise<readonly DeadLetter[]>;
  /** Sends a dead one once more (looking first, where an attempt may have arrived and one may look), or lets it go, because the operator said so at that time. False when it is not dead. */
  revive(id: string, at: Date): Promise<boolean>;
  letGo(id: string, at: Date): Promise<boolean>;
  /** Seconds since the oldest that waits could first have been sent, whatever holds it up; null when nothing waits. */
  oldestSeconds(): Promise<number | null>;
}
