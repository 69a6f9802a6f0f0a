// What the house asks of its directory of people, teams and settings of the organisation.
import type { LocalDate } from "#src/calendar/local-date";
import type { OwnDays } from "#src/calendar/own-days";
import type { Leave } from "#src/calendar/workdays";
import type { Place, PlaceId, PlaceIdentity } from "./place.ts";
import type { AdminSource } from "./admission.ts";
import type {
  AccountName,
  ChatIdentity,
  Organisation,
  Person,
  PersonId,
  Switched,
  Team,
} from "./person.ts";
import type { AuditActor } from "#src/ports/audit";

export type PersonChange = Partial<
  Pick<
    Person,
    | "name"
    | "email"
    | "locale"
    | "localeGuess"
    | "zone"
    | "moved"
    | "country"
    | "hours"
    | "workweek"
    | "leftOn"
    | "placeFrom"
  >
>;
/** What somebody may do, and who sees what of theirs; what is undefined stays. */
export type RightsChange = {
  readonly [Right in "admin" | "teamId" | "managerId" | "assistant"]?: Person[Right] | undefined;
};

/** Who changes rights, and when in business time: kept with what changed. */
export interface ChangedBy {
  readonly by: AuditActor;
  readonly at: Date;
}

export const changedBy = ({
  person,
  now,
}: {
  readonly person: Pick<Person, "id">;
  readonly now: Date;
}): ChangedBy => ({ by: { person: person.id }, at: now });
export type OrganisationChange = Partial<Omit<Organisation, "id" | "practices">>;

/** Who acts, with all that most acts need, read in one statement with the lock. */
export interface ActingPerson {
  readonly organisation: Organisation;
  readonly person: Person;
  readonly leave: readonly Leave[];
  /** What the organisation says about its own days. */
  readonly ownDays: OwnDays;
}

/** What one account brings its owner, beside all else that does. */
export interface AccountStanding {
  /** Why it makes them an admin. */
  readonly adminBy: AdminSource | null;
  /** Whether they have another account with which they may act, and whether another one makes them an admin. */
  readonly elsewhere: { readonly here: boolean; readonly admin: boolean };
  /** An admin gave them the right by hand. */
  readonly granted: boolean;
}

/** The same from now on, and what it comes to for their owner. */
export interface AccountChange {
  readonly adminBy: AdminSource | null;
  /** Nobody acts with it: deactivated, or a guest's. */
  readonly barred: boolean;
  readonly admin: boolean;
  readonly granted: boolean;
}

export interface PeopleStore {
  /** Locks the person's row until the transaction ends: one person's acts are serial. */
  lockActor(id: PersonId): Promise<ActingPerson | null>;
  /** The same without the lock: for looking, and for planning somebody else's reminders. */
  acting(id: PersonId): Promise<ActingPerson | null>;
  /** Locks several people in id order, whatever order they are given in. */
  lock(ids: readonly PersonId[]): Promise<void>;
  /** Until the transaction ends nobody else decides what holds for the whole organisation. */
  lockOrganisation(): Promise<void>;
  /** Everybody who has not left, by name. */
  directory(): Promise<readonly Person[]>;
  /** Of those, whom that person leads. */
  reportsOf(manager: PersonId): Promise<readonly Person[]>;
  /** Of those, everybody of that e-mail, whatever its case. */
  withEmail(email: string): Promise<readonly Person[]>;
  person(id: PersonId): Promise<Person | null>;
  /** Who decides in their manager's place: the manager, while they are here; else the next one up who is; else an admin. Null: nobody is left. */
  deciderFor(id: PersonId): Promise<Person | null>;
  teams(): Promise<readonly Team[]>;
  places(): Promise<readonly Place[]>;
  savePlace(place: Place): Promise<void>;
  add(person: Person, done: ChangedBy): Promise<void>;
  change(id: PersonId, change: PersonChange): Promise<void>;
  /** Null where the account is nobody's. */
  standingOf(identity: ChatIdentity): Promise<AccountStanding | null>;
  /** What it makes of its owner's right to set things up stands in the trail. */
  settleAccount(identity: ChatIdentity, change: AccountChange, done: ChangedBy): Promise<void>;
  /** The only way to change somebody's rights by hand, whatever their accounts bring: what is other than before stands in the audit trail, in the same transaction. */
  entitle(id: PersonId, rights: RightsChange, done: ChangedBy): Promise<void>;
  /** Who leads it stands in the audit trail too. */
  saveTeam(team: Team, done: ChangedBy): Promise<void>;
  /** Whether rights were changed in this transaction. */
  changedRights(): boolean;
  /** Where somebody has accounts. */
  cloudsOf(person: PersonId): Promise<readonly string[]>;
  /** The account of each of these people in that workspace, of those who can act with one. */
  accountsAt(
    at: Pick<ChatIdentity, "platform" | "workspace">,
    people: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, string>>;
  /** Those of these people who have accounts, and none in any of these clouds. */
  onlyElsewhere(
    clouds: readonly string[],
    people: readonly PersonId[],
  ): Promise<ReadonlySet<PersonId>>;
  /** Those of these people who have no account in the workspace of that one. */
  outside(account: AccountName, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** A new person with an account, in one go; `adminBy`: why it makes them an admin. False when that account is somebody already: nothing was added. */
  arrive(
    identity: ChatIdentity,
    person: Person,
    done: ChangedBy,
    adminBy?: AdminSource | null,
  ): Promise<boolean>;
  /** The account may be written to again: they are back. */
  comeBack(identity: ChatIdentity): Promise<void>;
  /** The bot is in a place: a new one, or one it had left. */
  arriveAt(identity: PlaceIdentity, place: Place): Promise<void>;
  /** What is to be posted there finds nobody. */
  leavePlace(identity: PlaceIdentity): Promise<void>;
  /** The channel of each of these places in that workspace, of those the bot is in. */
  channelsAt(
    at: Pick<PlaceIdentity, "platform" | "workspace">,
    places: readonly PlaceId[],
  ): Promise<ReadonlyMap<PlaceId, string>>;
  /**
   * Where a platform takes no posts of ours just now, as far as is known; the others may have closed since. Not to be asked beside other
   * questions of the same act: it leaves the organisation's role for a moment.
   */
  closedPlaces(): Promise<ReadonlySet<PlaceId>>;
  organisation(): Promise<Organisation>;
  changeOrganisation(change: OrganisationChange): Promise<void>;
  /** Whoever has no zone and country of their own works by the organisation's, from now on by these. Returns who that is. */
  followOrganisation(
    place: Pick<Person, "zone" | "country" | "workweek">,
  ): Promise<readonly PersonId[]>;
  /** False where it was so already; of two admins who switch two practices each keeps theirs. */
  switchPractice(name: string, to: Switched): Promise<boolean>;
  leave(id: PersonId): Promise<readonly Leave[]>;
  /** Leave of these people that is not over on that day, the earliest first; whoever has none is missing. */
  leaveOf(
    people: readonly PersonId[],
    from: LocalDate,
  ): Promise<ReadonlyMap<PersonId, readonly Leave[]>>;
  /** All leave of this person from now on; what was there before is gone. */
  saveLeave(id: PersonId, leave: readonly Leave[]): Promise<void>;
}
