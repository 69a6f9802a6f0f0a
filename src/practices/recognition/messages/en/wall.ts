// The wall of praise, and what of it stands at home.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { Shout, Value } from "../../model.ts";
import type { Named } from "./shout.ts";

export const wall = (f: Formatter) => ({
  wallTitle: (): Line => line`Wall of praise`,
  wallEmpty: (): Line =>
    line`Nothing here yet. ${typed("praise @name what they did")} is a good start.`,
  wallRow: (by: string, people: Named): Line =>
    line`${said(by)} → ${said(f.list(people.map((each) => each.name)))}`,
  winAlone: (): Line => line`a win`,
  wallWin: (by: string): Line => line`${said(by)}: a win`,
  wallDay: (on: LocalDate): Line => line`${f.date(on)}`,
  wallWords: (reason: string): Line => (reason === "" ? [] : line`“${said(reason)}”`),
  wallMonth: (): Line => line`Last 30 days`,
  wallMonthIs: (count: number, pairs: number): Line =>
    line`${String(count)} ${count === 1 ? "shout-out" : "shout-outs"} between ${String(pairs)} ${pairs === 1 ? "pair" : "pairs"} of colleagues`,
  wallValues: (): Line => line`Values shown`,
  wallValuesAre: (mix: readonly (readonly [Pick<Value, "nameEn" | "nameZh">, number])[]): Line =>
    line`${said(mix.map(([{ nameEn }, count]) => `${nameEn} ${String(count)}`).join(" · "))}`,
  wallMore: (count: number): Line => line`and ${String(count)} more`,
  wallButton: (): Line => line`Wall`,
  lastPraise: (): Line => line`Last praise`,
  lastPraiseIs: ({ byName, reason, givenAt }: Pick<Shout, "byName" | "reason" | "givenAt">): Line =>
    line`${givenAt ? `${f.dateTime(givenAt)}, ` : ""}${said(byName)}${reason === "" ? "" : ": "}${said(reason)}`,
  noPraiseLately: (): Line => line`none in the last 90 days`,
  praisedLastWeek: (praised: number, people: number): Line =>
    praised === 0
      ? line`Nobody on the team was praised last week.`
      : line`Praised last week: ${String(praised)} of ${String(people)}`,
  praiseSomebody: (): Line => line`Praise somebody`,
  praiseNow: (): Line => line`Praise`,
  homeTitle: (): Line => line`Praise`,
  homeGot: (count: number): Line =>
    count === 0
      ? line`A kind word takes one line: ${typed("praise @name what they did")}`
      : line`Praised ${count === 1 ? "once" : `${String(count)} times`} in the last 30 days`,
  helpWall: () => ({ does: line`Recent praise and wins`, usage: "wall", example: "wall" }),
});

export type WallMessages = ReturnType<typeof wall>;
