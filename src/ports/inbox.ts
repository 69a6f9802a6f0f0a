// What came in and is not done yet. A platform that was told "received" does not send an event again: it is stored first.
import type { OrganisationId } from "#src/people/person";
import type { Json } from "#src/view/action";

export interface Waiting {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** The parsed event, never the platform's raw payload. */
  readonly incoming: Json;
}

export interface Inbox {
  /** Null when this very event is there already. */
  keep(organisation: OrganisationId, event: { readonly key: string; readonly incoming: Json; readonly at: Date }): Promise<string | null>;
  /** It was handled. */
  done(waiting: Pick<Waiting, "id" | "organisation">): Promise<void>;
  /** What was stored and not handled: whoever wanted to is gone. After `mostAttempts` it is laid aside for good. */
  claim(wanted: { readonly most: number; readonly leaseMs: number; readonly mostAttempts: number }): Promise<readonly Waiting[]>;
}
