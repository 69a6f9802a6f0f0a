// What came in and is not done yet. A platform that was told "received" does not send an event again: it is stored first.
import type { OrganisationId } from "#src/people/person";

export interface Waiting {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** The parsed event, never the platform's raw payload. */
  readonly incoming: unknown;
}

/** An event that was laid aside, for doctor. Never what it says. */
export interface DeadEvent {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** `said`, `pressed`, ... */
  readonly kind: string;
  /** Business time at which it came. */
  readonly at: Date;
  readonly attempts: number;
}

export interface Inbox {
  /** Null when this very event is there already. */
  keep(
    organisation: OrganisationId,
    event: { readonly key: string; readonly incoming: unknown; readonly at: Date },
  ): Promise<string | null>;
  /** It was handled. */
  done(waiting: Pick<Waiting, "id" | "organisation">): Promise<void>;
  /**
   * The next that was stored and not handled: whoever wanted to is gone. One at a time and just before it is handled, so that one that
   * takes the process with it costs no other an attempt. After `mostAttempts` it is laid aside: `dead` counts those of this call.
   */
  claim(wanted: {
    readonly leaseMs: number;
    readonly mostAttempts: number;
  }): Promise<{ readonly next: Waiting | null; readonly dead: number }>;
  deadCount(): Promise<number>;
  deadEvents(most: number): Promise<readonly DeadEvent[]>;
  /** Handles a dead one once more, or forgets it, because the operator said so at that time. False when it is not dead. */
  revive(id: string, at: Date): Promise<boolean>;
  drop(id: string, at: Date): Promise<boolean>;
}
