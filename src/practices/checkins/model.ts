// What a check-in is. Weeks are named by their Monday, so that a team may change its day; dates are days of the person's own calendar.
import { z } from "zod";
import type { LocalDate, Weekday } from "#src/calendar/local-date";
import type { LocalTime } from "#src/calendar/zones";
import type { Decimal } from "#src/language/decimal";
import type { PersonId, TeamId } from "#src/people/person";

export type CheckinId = string & z.$brand<"CheckinId">;
export type BlockerId = string & z.$brand<"BlockerId">;
export const checkinId = z.uuid().transform((text) => text as CheckinId);
export const blockerId = z.uuid().transform((text) => text as BlockerId);

/** Who reads it besides its author: the direct manager, or the whole team as well. */
export const visibilities = ["manager", "team"] as const;
export type Visibility = (typeof visibilities)[number];
/** What a form promised is kept when the team's choice has changed meanwhile, and the other way round. */
export const narrower = (promised: Visibility, chosen: Visibility): Visibility =>
  promised === "team" && chosen === "team" ? "team" : "manager";

/** How a team checks in. */
export interface Rhythm {
  readonly on: boolean;
  /** 1 = Monday. A holiday moves it to the next workday. */
  readonly weekday: Weekday;
  readonly opens: LocalTime;
  readonly visible: Visibility;
  /** Whether a daily note is asked for; a person may choose otherwise. */
  readonly daily: boolean;
}
export interface TeamRhythm extends Rhythm {
  readonly teamId: TeamId;
}
export const usualRhythm: Rhythm = {
  on: true,
  weekday: 1,
  opens: "09:00",
  visible: "manager",
  daily: false,
};

/** One of the week's top three; `carried`: it was on last time's list already. */
export interface Priority {
  readonly text: string;
  readonly state: "open" | "done" | "carried" | "dropped";
  readonly carried: boolean;
}

/** What somebody expects a money goal to bring this week. */
export interface Commit {
  readonly number: number;
  readonly title: string;
  readonly value: Decimal;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Checkin {
  readonly id: CheckinId;
  readonly personId: PersonId;
  /** A Monday. */
  readonly week: LocalDate;
  /** It plans the week that follows its own, as its team's rhythm was when it was first sent. */
  readonly ahead: boolean;
  readonly priorities: readonly Priority[];
  readonly commits: readonly Commit[];
  readonly wentWell: string;
  /** As the form said when it was last sent. */
  readonly visible: Visibility;
  /** When it was first sent; editing it later does not make it late. */
  readonly sentAt: Date;
  readonly onTime: boolean;
}

export type BlockerState = "open" | "answered" | "taken" | "talk" | "closed";

export interface Blocker {
  readonly id: BlockerId;
  readonly personId: PersonId;
  readonly text: string;
  readonly raisedAt: Date;
  /** The check-in it was part of; null when it was said on its own. */
  readonly checkinId: CheckinId | null;
  readonly state: BlockerState;
  readonly answer: string | null;
  readonly talkOn: LocalDate | null;
  readonly byId: PersonId | null;
  readonly at: Date | null;
  /** The manager it was put before. */
  readonly askedId: PersonId | null;
}

/** How a blocker ends. */
export type BlockerEnd = Pick<Blocker, "answer" | "talkOn" | "byId" | "at"> & {
  readonly state: Exclude<BlockerState, "open">;
};

/** How a team's figures of the day 战报 are posted in its place: only while its manager, and nobody before them, switched it on. */
export interface TeamUpdate {
  readonly teamId: TeamId;
  /** Who switched it on or off last. */
  readonly byId: PersonId;
  readonly on: boolean;
  /** When it is posted by itself; null: only when the manager posts it. */
  readonly postsAt: LocalTime | null;
}

export interface DailyNote {
  readonly id: string;
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly done: string;
  readonly next: string;
  readonly visible: Visibility;
  readonly at: Date;
}
