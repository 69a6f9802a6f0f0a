// A shout-out as it is read: who, for what, taken back or not.
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { titleFor } from "#src/practices/goals/api";
import { joinNames, line, mention, placeLink, said, type Line } from "#src/view/line";
import type { Place } from "#src/people/place";
import type { Receiver, Value, WinFacts } from "../../model.ts";
import { pointCount } from "./points.ts";

export type Named = readonly Pick<Receiver, "person" | "name">[];

/** To whom a post is addressed: their platform tells them, except where they would rather keep it off the wall. */
export interface Addressed {
  readonly people: readonly Pick<Receiver, "person" | "name" | "hidden">[];
  /** When it was first said; null until then. */
  readonly since: Date | null;
}

export const names = (people: Named): Line =>
  joinNames(
    people.map((each) => [said(each.name)]),
    "en",
  );

export const addressed = ({ people, since }: Addressed): readonly Line[] =>
  people.map(({ person, name, hidden }) => [
    hidden ? said(name) : mention({ id: person, name, since }),
  ]);

export type NamedPlace = Pick<Place, "id" | "name">;

export const shout = (f: Formatter) => ({
  isOff: (): Line =>
    line`Shout-outs are switched off in this workspace. An admin can turn them on in setup.`,
  shoutTitle: (by: string, to: Addressed): Line =>
    line`${said(by)} praises ${joinNames(addressed(to), "en")}`,
  winTitle: (by: Addressed): Line => line`${joinNames(addressed(by), "en")} has a win`,
  words: (reason: string): Line => line`${said(reason)}`,
  value: ({ nameEn }: Pick<Value, "nameEn" | "nameZh">): Line => line`${said(nameEn)}`,
  pointsEach: (count: number): Line => line`+${pointCount(count)}`,
  winReached: (isStep: boolean): Line =>
    line`${isStep ? "Reached a milestone" : "Reached the target"}`,
  winGoal: ({ goal, names }: Pick<WinFacts, "goal" | "names">): Line =>
    goal === null ? [] : line`${said(titleFor({ title: goal, names: names ?? null }, "en"))}`,
  winStep: ({ step }: Pick<WinFacts, "step">): Line => (step === null ? [] : line`${said(step)}`),
  winAmount: ({ value, unit }: { readonly value: string; readonly unit: Unit }): Line =>
    line`${f.amount(decimal(value), unit)}`,
  amount: (): Line => line`Amount`,
  customer: (): Line => line`Customer`,
  customerIs: (customer: string): Line => line`${said(customer)}`,
  takenBackTitle: (): Line => line`Taken back by the person who wrote it.`,
  seenIn: (place: NamedPlace): Line => line`Visible to everyone in ${placeLink(place)}`,
  seenByReceivers: (): Line => line`Visible only to you and the people you praise`,
  count: (count: number): Line => line`${String(count)}`,
  postLabel: (): Line => line`Your shout-out goes out`,
});

export type ShoutMessages = ReturnType<typeof shout>;
