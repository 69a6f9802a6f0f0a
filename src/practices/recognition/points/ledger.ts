// Points, as a ledger that is only ever added to. Every point comes from a grant and is, at any moment, in somebody's pool or
// lapsed: money in equals money out. Pure. Source: design/domain.md 2.10.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { Line, Rules, ShoutId } from "../model.ts";

/** A line before it has an id. */
export type Draft = Omit<Line, "id">;
/** What a giver's pool looks like: their own lines of the pool they give from. */
export type GivenLine = Pick<Line, "delta" | "cause" | "month" | "other">;

/** At most this share of a month's budget to one person. */
const mostToOne = { of: 10, parts: 3 };
export const undoHours = 24;

/** The giver's own month, which begins at their midnight. */
export const monthOf = (today: LocalDate): string => today.slice(0, 7);

/** What a person may give in a month; more for whoever has many people. */
export const budgetOf = (
  reports: number,
  { base, perReport }: Pick<Rules, "base" | "perReport">,
): number => Math.max(base, perReport * reports);

export const balanceOf = (lines: readonly Pick<Line, "delta">[]): number =>
  lines.reduce((sum, each) => sum + each.delta, 0);

/** What one person may get from one giver in a month. */
export const capOf = (budget: number): number =>
  Math.floor((budget * mostToOne.parts) / mostToOne.of);

/** What was given to this person this month, without what was taken back. */
export const givenTo = (lines: readonly GivenLine[], month: string, receiver: PersonId): number =>
  -balanceOf(lines.filter((each) => each.month === month && each.other === receiver)) || 0;

/**
 * What brings a giver's pool to this month: what is left of months before lapses, and this month's budget is granted, or topped
 * up where it has grown since. A budget made smaller counts from the next month on.
 */
export function turnMonth(
  giver: PersonId,
  lines: readonly GivenLine[],
  month: string,
  budget: number,
): readonly Draft[] {
  const line = (cause: "grant" | "lapse", of: string, delta: number): Draft => ({
    person: giver,
    pool: "give",
    delta,
    cause,
    month: of,
    shout: null,
    other: null,
  });
  const before = [...new Set(lines.map((each) => each.month))].filter((each) => each < month);
  const lapsed = before
    .map((of) => line("lapse", of, -balanceOf(lines.filter((each) => each.month === of))))
    .filter((each) => each.delta !== 0);
  const granted = balanceOf(lines.filter((each) => each.month === month && each.cause === "grant"));
  return budget > granted ? [...lapsed, line("grant", month, budget - granted)] : lapsed;
}

export interface Gift {
  readonly giver: PersonId;
  readonly receivers: readonly PersonId[];
  /** For each of them. */
  readonly points: number;
  readonly shout: ShoutId;
  readonly month: string;
}

export type WhyNot =
  | { readonly why: "too-little"; readonly cost: number; readonly left: number }
  | { readonly why: "too-much-to-one"; readonly most: number; readonly receiver: PersonId };

/** Why this gift cannot be given; null when it can. `lines`: the giver's, this month already turned. */
export function whyNot(gift: Gift, lines: readonly GivenLine[]): WhyNot | null {
  const { receivers, points, month } = gift;
  const own = lines.filter((each) => each.month === month);
  const cap = capOf(balanceOf(own.filter((each) => each.cause === "grant")));
  const over = receivers.find((each) => givenTo(own, month, each) + points > cap);
  if (over !== undefined)
    return {
      why: "too-much-to-one",
      most: Math.max(0, cap - givenTo(own, month, over)),
      receiver: over,
    };
  const cost = points * receivers.length;
  const left = balanceOf(own);
  return cost > left ? { why: "too-little", cost, left } : null;
}

/** The two sides of a gift: what leaves the giver is what arrives. */
export function give({ giver, receivers, points, shout, month }: Gift): readonly Draft[] {
  if (points === 0) return [];
  return receivers.flatMap((receiver): Draft[] => [
    { person: giver, pool: "give", delta: -points, cause: "praise", month, shout, other: receiver },
    { person: receiver, pool: "have", delta: points, cause: "praise", month, shout, other: giver },
  ]);
}

/** Each line the other way round, in the month it was given in: into a month that is over nothing comes back. */
export function takeBack(gift: readonly Draft[], today: string): readonly Draft[] {
  const reversed = gift
    .filter((each) => each.cause === "praise")
    .map((each): Draft => ({ ...each, delta: -each.delta, cause: "undo" }));
  const late = reversed.filter((each) => each.pool === "give" && each.month < today);
  return [
    ...reversed,
    ...late.map((each): Draft => ({ ...each, delta: -each.delta, cause: "lapse" })),
  ];
}
