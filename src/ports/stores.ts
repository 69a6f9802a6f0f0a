// The only way to the database: work inside one organisation, in one transaction, with row-level security on; and the
// named routing reads that find the organisation in the first place.
import type { Both } from "#src/language/catalogue";
import type { Card } from "#src/view/card";
import type { Origin } from "#src/people/admission";
import type { AccountName, ChatIdentity, OrganisationId, PersonId } from "#src/people/person";
import type { PlaceId, PlaceIdentity } from "#src/people/place";
import type { PeopleStore } from "#src/people/store";
import type { AuditStore } from "./audit.ts";
import type { InstallationKey } from "./chat/installations.ts";
import type { NudgeStore } from "./delivery/nudges.ts";
import type { InstallationRequest, RequestStore } from "./chat/requests.ts";
import type { PlanStore } from "./delivery/schedule.ts";
import type { PostStore } from "./delivery/posts.ts";
import type { RunningStore } from "./delivery/running.ts";
import type { AccountRouting, VisitStore } from "./visits.ts";

/** A person in their own chat, or everybody who reads along in a place. */
export type Receiver = { readonly person: PersonId } | { readonly place: PlaceId };

/** Something to tell somebody, written in the same transaction as the fact that caused it. */
export interface Delivery {
  readonly id: string;
  /** Unique in the organisation: writing the same key again changes nothing. */
  readonly key: string;
  readonly to: Receiver;
  readonly kind: "reply" | "notice";
  /** Business time before which it is held: the receiver's next work hour. Null: at once. */
  readonly notBefore: Date | null;
  /** The name of a message that is kept up to date: an earlier one of this name is edited. */
  readonly standing: string | null;
  /** The message that reads so from now on. */
  readonly amends?: string;
  /** The account of theirs in whose chat it has to stand; where they were last, without it. Another one only where that one cannot be written to now. */
  readonly through?: AccountName;
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
  /** As it was given, as JSON; read again by whoever knows its shape. */
  readonly reply: unknown;
  /** The key of the act that began it: a message that raised the question whose button was pressed. */
  readonly begunBy: string | null;
}

export interface ActStore {
  /** The stored answer, if this very event was already carried out. */
  earlier(key: string): Promise<Act | null>;
  /** What was answered under this key and to everything that it began, in order. */
  answersFrom(key: string): Promise<readonly unknown[]>;
  /** What this person was shown last in their own chat, the newest first: each message's cards, in the languages it is in. */
  shownLately(person: PersonId, since: Date, now: Date): Promise<readonly (readonly Card[])[]>;
  /** Writes the act (if anything was done) and its deliveries in one statement. */
  record(act: Act | null, deliveries: readonly Delivery[]): Promise<void>;
  /** The standing name of a delivery of this organisation; null when it has none, or is gone. */
  standingOf(delivery: string): Promise<string | null>;
}

export interface KernelStores {
  readonly acts: ActStore;
  readonly people: PeopleStore;
  readonly plans: PlanStore;
  readonly posts: PostStore;
  readonly nudges: NudgeStore;
  readonly audit: AuditStore;
  readonly requests: RequestStore;
  readonly running: RunningStore;
  readonly visits: VisitStore;
  /** Work whose failure undoes only itself, with stores of its own; what it threw is thrown on. */
  attempt<T>(work: (stores: this) => Promise<T>): Promise<T>;
}

/** A workspace, or one of its places, that takes no messages: until the app is installed anew, or the bot is there again. */
export interface Stopped extends InstallationKey {
  readonly organisation: OrganisationId;
  /** The workspace's own name. */
  readonly name: string;
  /** Null: all of it. */
  readonly place: PlaceId | null;
  readonly since: Date;
  /** As the platform said it; empty where nobody told. */
  readonly why: string;
  /** Whether something for that place was given up. */
  readonly lost: boolean;
}

export interface Routing extends AccountRouting {
  /** What was stopped within the last day, in every organisation; places only of workspaces that take messages. */
  stoppedLately(): Promise<readonly Stopped[]>;
  /**
   * Tries each place that took no posts for an hour with something that is to stand there, and opens those where such a try went out.
   * Returns the organisations of places that are closed, or were within the last day.
   */
  tryClosedPlaces(): Promise<readonly OrganisationId[]>;
  /** Of these people, those who have an account that takes messages now. */
  reached(people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** Whose workspace that is, and how it came to be; null where it is in none of ours. */
  organisationAt(
    key: InstallationKey,
  ): Promise<({ readonly organisation: OrganisationId } & Origin) | null>;
  /** Workspaces that wait to be let in, or were not long ago, and the organisation each asks. */
  requests(): Promise<readonly (InstallationRequest & { readonly organisation: OrganisationId })[]>;
  organisations(): Promise<readonly OrganisationId[]>;
  /** Our place, where the platform's is known. */
  whichPlace(identity: PlaceIdentity): Promise<PlaceId | null>;
  /** A place of that organisation as its platform names it; null where it is none. */
  whereIs(organisation: OrganisationId, place: PlaceId): Promise<PlaceIdentity | null>;
  /** Our delivery behind a message of the platform, in that person's chat or that place; the first of those that edited it. */
  deliveryAt(where: PersonId | PlaceId, messageId: string): Promise<string | null>;
  /** The same on a platform whose messages have names that are unique everywhere: one that is kept up to date, wherever it stands. */
  deliveryNamed(organisation: OrganisationId, messageId: string): Promise<string | null>;
  /** With which account of this workspace somebody said what has this key; null where nothing came of it, or it is a day ago. */
  saidBy(at: InstallationKey, dedupeKey: string): Promise<ChatIdentity | null>;
  /** The account of a person on this platform; null when they have none there. */
  accountOf(person: PersonId, platform: string): Promise<ChatIdentity | null>;
  /** That somebody did something with this account: their messages go where they were last, also where it could not be written to before. */
  used(identity: ChatIdentity): Promise<void>;
  /** `inUse`: it is the account they used last, within a quarter of an hour, and it can be written to. `barred`: nobody acts with it here any more. `isNew`: its owner never did anything here. */
  whoIs(identity: ChatIdentity): Promise<{
    organisation: OrganisationId;
    person: PersonId;
    inUse: boolean;
    barred: boolean;
    isNew: boolean;
  } | null>;
}

/** Others hold what the work needs: nothing of it was stored, and the same again may well succeed. */
export class StoresBusy extends Error {
  override name = "StoresBusy";
}

/** The database went away in the middle, or is not there: whether the work was stored nobody knows, unless it is asked for again. */
export class StoresUnreached extends Error {
  override name = "StoresUnreached";
}

export interface Stores<S extends KernelStores> {
  /** One transaction as the application's role; everything in it sees this organisation only. Throws StoresBusy and StoresUnreached. `patient`: nobody waits for it. */
  inOrganisation<T>(
    organisation: OrganisationId,
    work: (stores: S) => Promise<T>,
    pace?: "patient",
  ): Promise<T>;
  readonly routing: Routing;
}
