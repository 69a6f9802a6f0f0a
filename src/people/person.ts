// People, teams and what may be asked of whom: types and rules only. Business time is a person's own zone.
import type { Workweek } from "#src/calendar/workweek";
import { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { WorkingHours } from "#src/calendar/working-hours";
import type { Locale } from "#src/language/text";

export type OrganisationId = string & z.$brand<"OrganisationId">;
export type PersonId = string & z.$brand<"PersonId">;
export type TeamId = string & z.$brand<"TeamId">;

export const organisationId = z.uuid().transform((text) => text as OrganisationId);
export const personId = z.uuid().transform((text) => text as PersonId);
export const teamId = z.uuid().transform((text) => text as TeamId);

/** A person as a chat platform names them. Known only to Incoming, people and Chat. */
export interface ChatIdentity {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
}

/** One account of a person, in one word: for what has to stand in that very chat. Nothing is to be read out of it. */
export type AccountName = string & z.$brand<"AccountName">;

export const accountName = ({ platform, workspace, user }: ChatIdentity): AccountName =>
  `${platform} ${workspace} ${user}` as AccountName;

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
  /** ISO country whose holidays count where a person has none; `unknownCountry` until somebody, or a zone, said it. */
  readonly country: string;
  /** ISO weekdays worked by those who have not chosen; null: as is usual in its country. */
  readonly workweek: Workweek | null;
  /** ISO 4217; what a bare amount of money means. `unknownCurrency`: nobody said, and it is asked for. */
  readonly currency: string;
  /** When an admin finished `setup` for the first time. */
  readonly setUpAt: Date | null;
  /** Workdays after a period's end in which what belongs to it may still be logged. */
  readonly graceWorkdays: number;
  /** From this share of the expected value on, in per cent, a goal is on track. */
  readonly paceOnTrack: number;
  /** From this one on it is at risk; below, off track. */
  readonly paceAtRisk: number;
  /** Whether praise may name people where readers of another platform read it. */
  readonly namesCross: boolean;
  /** What an admin switched on or off, by the practice's name; every other is as it begins. */
  readonly practices: Readonly<Record<string, Switched>>;
}

/** Since when, in business time as ISO 8601. */
export interface Switched {
  readonly on: boolean;
  readonly at: string;
}

export interface Moved {
  readonly from: string;
  readonly at: string;
}

/** Of whose clock changes to that of another zone; nothing where it stays. */
export const movedTo = (
  zone: string,
  { zone: from }: Pick<Person, "zone">,
  now: Date,
): { readonly moved?: Moved } => (zone === from ? {} : { moved: { from, at: now.toISOString() } });

/** Whose reminders change with their clock: their own, and those of whom the summary of their team goes to. */
export const remindedBy = (
  zone: string,
  person: Pick<Person, "id" | "zone" | "managerId">,
): readonly PersonId[] =>
  zone === person.zone || person.managerId === null ? [person.id] : [person.id, person.managerId];

export type PlaceFrom = "person" | "platform" | "organisation";

export interface Person {
  readonly id: PersonId;
  /** In which order people came to be known here; absent on one who is only about to be. */
  readonly seq?: number;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  /** While their language is only guessed: whether they were asked for it. `platform`: it is what they read their platform in. Null or absent: they said it. */
  readonly localeGuess?: "open" | "asked" | "platform" | null;
  /** IANA name. */
  readonly zone: string;
  /** Where their clock was before, and since when it is not, as ISO 8601; absent where it never changed. */
  readonly moved?: Moved | null;
  readonly country: string;
  /** Who said so: they themselves, their platform, or nobody: then it is the organisation's, and changes with it. */
  readonly placeFrom: PlaceFrom;
  readonly hours: WorkingHours;
  /** ISO weekdays worked, Monday = 1. */
  readonly workweek: Workweek;
  readonly admin: boolean;
  readonly teamId: TeamId | null;
  /** What their team is called; absent where nobody has to be told apart by it. */
  readonly teamName?: string | null;
  /** The direct manager. */
  readonly managerId: PersonId | null;
  /** May log for everybody of the own team (销售内勤). */
  readonly assistant: boolean;
  /** How many people name this person as their manager. */
  readonly reports: number;
  readonly leftOn: LocalDate | null;
}

export interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly managerId: PersonId | null;
  /** Since when its people may be reminded; null: nobody is, until an admin switches it on. */
  readonly switchedOnAt: Date | null;
}

/** Who a command or an action is for. Rights on one goal or one person are rules of the practice itself. */
export type Who = "everyone" | "manager" | "logger" | "admin";

export function isFor(who: Who, person: Person): boolean {
  switch (who) {
    case "everyone":
      return true;
    case "manager":
      return isManager(person) || person.admin;
    case "logger":
      return isManager(person) || person.assistant;
    case "admin":
      return person.admin;
  }
}

export const isManager = (person: Person): boolean => person.reports > 0;

export const manages = (manager: Person, other: Person): boolean => other.managerId === manager.id;

/** A manager, or the team's assistant, may log for a rep. */
export function mayLogFor(actor: Person, other: Person): boolean {
  return (
    actor.id === other.id ||
    manages(actor, other) ||
    (actor.assistant && actor.teamId !== null && actor.teamId === other.teamId)
  );
}
