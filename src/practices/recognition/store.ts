// What recognition keeps, in the words of the practice.
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { GivenLine } from "./points/ledger.ts";
import type {
  Consent,
  Line,
  NewShout,
  Rules,
  Shout,
  ShoutChange,
  ShoutId,
  Value,
  Wish,
} from "./model.ts";

export interface Seen {
  /** Given at or after this. */
  readonly since: Date;
  readonly most: number;
}

/** A shout-out that is given, and does not stand in its place. */
export interface Waiting {
  readonly id: ShoutId;
  readonly by: PersonId;
  readonly place: PlaceId;
}

export interface RecognitionStore {
  add(shout: NewShout): Promise<void>;
  change(id: ShoutId, change: ShoutChange): Promise<void>;
  shout(id: ShoutId): Promise<Shout | null>;
  /** The same, locked until the transaction ends: what is counted on it is counted in turn. */
  lockShout(id: ShoutId): Promise<Shout | null>;
  consent(id: ShoutId, receiver: PersonId, consent: Consent): Promise<void>;
  /** Takes it off the wall for this receiver. */
  hide(id: ShoutId, receiver: PersonId): Promise<void>;
  /** True when that changed anything. Call it with the shout locked. */
  cheer(id: ShoutId, person: PersonId, on: boolean, at: Date): Promise<boolean>;
  cheeredBy(id: ShoutId, person: PersonId): Promise<boolean>;
  /** Whether this person shared a win about the same, and did not take it back. */
  sharedWin(by: PersonId, about: string): Promise<boolean>;
  /** What this person keeps for later. */
  scheduledOf(giver: PersonId): Promise<readonly Shout[]>;
  /** People for whom somebody who left since kept a shout-out. */
  keptByLeavers(): Promise<readonly PersonId[]>;
  /** Shout-outs that are kept for this person. */
  keptFor(receiver: PersonId): Promise<readonly ShoutId[]>;
  /** Of these, those whose givers do not know yet that their place takes no posts. */
  untold(ids: readonly ShoutId[]): Promise<readonly Waiting[]>;
  /** Those whose givers were told that they wait for their place. */
  waiting(): Promise<readonly Waiting[]>;
  /** The last that was posted there. */
  lastIn(place: PlaceId): Promise<Shout | null>;
  /** The last this person gave and did not take back. */
  lastBy(giver: PersonId): Promise<Shout | null>;
  /** What anybody may see: posted, with somebody who wants to be named; newest first. */
  seen(seen: Seen): Promise<readonly Shout[]>;
  /** Which of these people got praise since then, public or not. */
  praisedSince(people: readonly PersonId[], since: Date): Promise<ReadonlySet<PersonId>>;
  /** How often this person was praised since then. */
  praisedCount(person: PersonId, since: Date): Promise<number>;
  /** The values an admin wrote; those that ship are the model's. */
  values(): Promise<readonly Value[]>;
  saveValue(value: Value): Promise<void>;
  /** Null until an admin said something. */
  rules(): Promise<Rules | null>;
  saveRules(rules: Rules): Promise<void>;
  wishesOf(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Wish>>;
  wish(person: PersonId, wish: Wish): Promise<void>;
  /** The pool this person gives from. */
  givenBy(giver: PersonId): Promise<readonly GivenLine[]>;
  linesOf(id: ShoutId): Promise<readonly Line[]>;
  /** What this person has got in all. */
  have(person: PersonId): Promise<number>;
  /** Adds lines; the same line of the same shout twice is an error, never a second payment. */
  append(lines: readonly Line[], at: Date): Promise<void>;
}
