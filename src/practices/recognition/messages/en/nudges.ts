// What comes by itself about recognition, and why.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const nudges = (f: Formatter) => ({
  digestTitle: (team: string): Line => line`This week in ${said(team)}`,
  digestAlone: (): Line => line`This week's good news`,
  digestMore: (count: number): Line => line`and ${String(count)} more: ${typed("wall")}`,
  digestLabel: (): Line => line`Friday: the week's praise in your team's place`,
  nudgeDrought: (): Line => line`Monday: who could use a kind word`,
  whyDrought: (): Line => line`Your team's praise, on Mondays at 14:00.`,
  droughtTitle: (count: number): Line =>
    count === 1
      ? line`One of your people had no praise in 30 days`
      : line`${String(count)} of your people had no praise in 30 days`,
  droughtNames: (people: readonly string[]): Line =>
    line`${said(f.list(people))}. What did they do well lately?`,
  nudgeBudget: (): Line => line`Points that lapse soon`,
  whyBudget: (): Line => line`Your month's points lapse in five workdays.`,
});

export type RecognitionNudgeMessages = ReturnType<typeof nudges>;
