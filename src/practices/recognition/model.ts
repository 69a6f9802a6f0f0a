// What a shout-out is, and what goes with it: values, rules, wishes, points. A win is a shout-out somebody gives of their own.
import { z } from "zod";
import type { Unit } from "#src/language/units";
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Titled } from "#src/practices/goals/api";

export type ShoutId = string & z.$brand<"ShoutId">;
export type ValueId = string & z.$brand<"ValueId">;
export const shoutId = z.uuid().transform((text) => text as ShoutId);
export const valueId = z.uuid().transform((text) => text as ValueId);

/** draft: something is still to be chosen. scheduled: kept for the receiver's morning. given: it is out. undone: taken back. */
export type ShoutState = "draft" | "scheduled" | "given" | "undone";

/** What a person wants to happen with praise for them. */
export const wishes = ["public", "ask", "private"] as const;
export type Wish = (typeof wishes)[number];

/** public: named where it is posted. asked: not yet, they are asked. private: only they know. */
export type Consent = "public" | "asked" | "private";

export interface Receiver {
  readonly person: PersonId;
  readonly name: string;
  readonly consent: Consent;
  /** The person took it off the wall. */
  readonly hidden: boolean;
}

/** What a win is about, as its owner let it be seen: names that hold figures only where they ticked the amount. */
export interface WinFacts {
  /** Which goal and step: a win is shared once. */
  readonly about: string;
  readonly goal: string | null;
  /** Of its metric, where the goal is called by it. */
  readonly names?: Titled["names"];
  /** A milestone; otherwise the target itself. */
  readonly isStep: boolean;
  readonly step: string | null;
  /** Exact, as decimal text. */
  readonly amount: { readonly value: string; readonly unit: Unit } | null;
  readonly customer: string | null;
}

export interface Shout {
  readonly id: ShoutId;
  readonly kind: "praise" | "win";
  readonly byId: PersonId;
  readonly byName: string;
  /** The giver's words, as typed. */
  readonly reason: string;
  readonly valueId: ValueId | null;
  /** For each receiver; 0 where there are none. */
  readonly points: number;
  /** Where it is posted; null while undecided, or when it is between the people only. */
  readonly placeId: PlaceId | null;
  readonly isPrivate: boolean;
  readonly state: ShoutState;
  /** When it is to be posted, if it was kept for later. */
  readonly postAt: Date | null;
  readonly madeAt: Date;
  readonly givenAt: Date | null;
  /** Its giver was told that the place takes no posts, and not yet that it stands there. */
  readonly waitsForPlace: boolean;
  readonly facts: WinFacts | null;
  readonly receivers: readonly Receiver[];
  /** How many said +1. */
  readonly cheers: number;
}

export type NewShout = Omit<Shout, "byName" | "cheers" | "receivers" | "waitsForPlace"> & {
  readonly receivers: readonly Omit<Receiver, "name">[];
};
export type ShoutChange = Partial<
  Pick<
    Shout,
    "valueId" | "placeId" | "isPrivate" | "state" | "postAt" | "givenAt" | "waitsForPlace"
  >
>;

export interface Value {
  readonly id: ValueId;
  readonly nameEn: string;
  readonly nameZh: string;
  /** Offered; what was given with it keeps it either way. */
  readonly active: boolean;
}

const starter = (n: number, nameEn: string, nameZh: string): Value => ({
  id: `00000000-0000-7000-8000-0000000000a${n}` as ValueId,
  nameEn,
  nameZh,
  active: true,
});
/** What there is before an admin says otherwise. */
export const starterValues: readonly [Value, Value, Value, ...Value[]] = [
  starter(1, "customer first", "客户第一"),
  starter(2, "teamwork", "团队协作"),
  starter(3, "integrity", "诚信正直"),
  starter(4, "never give up", "永不放弃"),
  starter(5, "learning", "持续学习"),
];

export interface Rules {
  readonly points: boolean;
  /** Points a person may give in a month. */
  readonly base: number;
  /** For a manager: so many for each who reports to them, where that is more. */
  readonly perReport: number;
  readonly valueRequired: boolean;
}

/** The ratio of 2 for a report to 5 for everybody is domain 2.10's; a hundred a month is what its source advises. */
export const starterRules: Rules = {
  points: false,
  base: 100,
  perReport: 40,
  valueRequired: false,
};

export type Pool = "give" | "have";
export type Cause = "grant" | "praise" | "undo" | "lapse";

/** One line of the ledger; lines are only ever added. */
export interface Line {
  readonly id: string;
  readonly person: PersonId;
  readonly pool: Pool;
  readonly delta: number;
  readonly cause: Cause;
  /** The giver's own month, "2026-11": whose budget it belongs to. */
  readonly month: string;
  readonly shout: ShoutId | null;
  /** The other side: the receiver on a giver's line, the giver on a receiver's. */
  readonly other: PersonId | null;
}

/** How somebody stands with their points this month. */
export interface PointsStanding {
  /** What they were given to pass on. */
  readonly budget: number;
  /** Of that, what is not given yet. */
  readonly left: number;
  readonly mostToOne: number;
  /** What they were given by others and keep. */
  readonly have: number;
}
