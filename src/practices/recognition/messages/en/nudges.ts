// What comes by itself about recognition, and why.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const nudges = (f: Formatter) => ({
  digestTitle: (team: string): Line => line`This week in ${said(team)}`,
  digestAlone: (): Line => line`This week's good news`,
  digestMore: (count: number): Line => line`and ${String(count)} more: ${typed("wall")}`,
  digestLabel: (): Line => line`Friday: the week's praise in your team's channel`,
  nudgeDrought: (): Line => line`Monday: who could use some praise`,
  whyDrought: (): Line => line`Your team's praise, on Mondays at 14:00.`,
  droughtTitle: (count: number): Line =>
    count === 1
      ? line`1 person on your team hasn't been praised in 30 days`
      : line`${String(count)} people on your team haven't been praised in 30 days`,
  droughtNames: (people: readonly string[]): Line =>
    line`${said(f.list(people))}. What did they do well lately?`,
  nudgeBudget: (): Line => line`Points about to expire`,
  whyBudget: (): Line => line`This month's points expire in five workdays.`,
});

export type RecognitionNudgeMessages = ReturnType<typeof nudges>;
