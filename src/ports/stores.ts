// The only way to the database: work inside one organisation, in one transaction, with row-level security on; and the
// named routing reads that find the organisation in the first place.
import type { Both } from "#src/language/catalogue";
import type { Card } from "#src/view/card";
import type { ChatIdentity, OrganisationId, PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { Json } from "#src/view/action";

/** Something to tell somebody, written in the same transaction as the fact that caused it. */
export interface Delivery {
  readonly id: string;
  /** Unique in the organisation: writing the same key again changes nothing. */
  readonly key: string;
  readonly to: PersonId;
  readonly kind: "reply" | "notice";
  /** Rendered in both languages, the reader's chosen when it is sent; a reply only in the language of who asked. */
  readonly cards: Partial<Both<readonly Card[]>>;
  /** Business time at which it was caused. */
  readonly at: Date;
}

/** One act of one person that wrote something, kept a day so that a repeated event gets the same answer. */
export interface Act {
  readonly key: string;
  readonly person: PersonId;
  readonly at: Date;
  readonly reply: Json;
}

export interface ActStore {
  /** The stored answer, if this very event was already carried out. */
  earlier(key: string): Promise<Act | null>;
  /** Writes the act (if anything was done) and its deliveries in one statement. */
  record(act: Act | null, deliveries: readonly Delivery[]): Promise<void>;
}

export interface KernelStores {
  readonly acts: ActStore;
  readonly people: PeopleStore;
}

export interface Routing {
  organisations(): Promise<readonly OrganisationId[]>;
  whoIs(identity: ChatIdentity): Promise<{ organisation: OrganisationId; person: PersonId } | null>;
}

export interface Stores<S extends KernelStores> {
  /** One transaction as the application's role; everything in it sees this organisation only. */
  inOrganisation<T>(organisation: OrganisationId, work: (stores: S) => Promise<T>): Promise<T>;
  readonly routing: Routing;
}
