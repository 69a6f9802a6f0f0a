// The figures of a team's day, in its own place and before its manager; the daily notes of a team.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { titleFor, type Gain, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { DaySum } from "../../update/update-rules.ts";

export const update = (f: Formatter) => ({
  updateTitle: (team: string, on: LocalDate): Line =>
    line`${said(team)}: today's results, ${f.date(on)}`,
  updateMetric: (titled: Titled): Line => line`${said(titleFor(titled, "en"))}`,
  updateSum: ({ value, unit }: Pick<DaySum, "value" | "unit">): Line =>
    line`${value.gt("0") ? "+" : ""}${f.amount(value, unit)}`,
  updateTooFew: (team: string): Line =>
    line`Nothing to post for ${said(team)} yet: fewer than three people reported the same figure today.`,
  updateKept: (count: number): Line =>
    line`${count === 1 ? "One figure stays" : `${String(count)} figures stay`} out: fewer than three people reported ${count === 1 ? "it" : "them"}.`,
  updatePost: (places: readonly string[]): Line => line`Post in ${said(f.list(places))}`,
  updateOff: (team: string): Line => line`Team updates are off for ${said(team)}`,
  updateOffSays: (): Line =>
    line`Switch them on in the team's check-in settings. Only sums of at least three people are posted, and nobody's own figure.`,
  updateSwitch: (): Line => line`Check-in settings`,
  updateNoPlace: (team: string): Line =>
    line`There is no channel of ${said(team)} I can post in. An admin can choose one in ${typed("setup")}.`,
  updateWhoCan: (manager: string | null): Line =>
    manager === null
      ? line`A team's manager posts the team update.`
      : line`${said(manager)}, who leads your team, posts the team update.`,
  updatePosted: (): Line =>
    line`Today's update is posted already; the next one can go out tomorrow.`,
  updateDone: (places: readonly string[]): Line => line`Posted in ${said(f.list(places))}`,
  updateLabel: (): Line => line`Team update`,
  fieldUpdate: (): Line => line`Team update in the team's channel`,
  fieldUpdateHint: (): Line => line`Sums of at least three people, nobody's own figure, once a day`,
  fieldUpdateAt: (): Line => line`Posted by itself at`,
  fieldUpdateAtHint: (): Line => line`On your workdays, in your time zone`,
  updateNever: (): Line => line`Never; only when I post it`,
  updateRow: (postsAt: string | null): Line =>
    postsAt === null ? line`team update on` : line`team update at ${postsAt}`,
  helpUpdate: () => ({
    does: line`Your team's figures of today, for its channel`,
    usage: "team update",
    example: "team update",
  }),
  between: (): string => ", ",
  onlyYou: (): Line => line`Visible only to you`,
  teamDailyTitle: (on: LocalDate): Line => line`Daily notes of your team, ${f.date(on)}`,
  teamDailyWrote: (count: number): Line =>
    line`${count === 1 ? "1 note" : `${String(count)} notes`}`,
  teamDailyWho: (): Line => line`Name`,
  teamDailyNote: (): Line => line`Note`,
  teamDailyFigures: (): Line => line`Logged that day`,
  teamDailyNone: (): Line => line`–`,
  teamDailyGain: ({ goal, value }: Gain): Line =>
    line`${said(titleFor(goal, "en"))} ${value.gt("0") ? "+" : ""}${f.amount(value, goal.unit)}`,
  teamDailyOpen: (names: readonly string[]): Line => line`Still to come: ${said(f.list(names))}`,
  teamDailyWhole: (): Line => line`${typed("daily @name")} shows a whole note.`,
  helpTeamDaily: () => ({
    does: line`Your team's daily notes: who wrote, figures, blockers`,
    usage: "team daily [date]",
    example: "team daily",
  }),
});

export type UpdateMessages = ReturnType<typeof update>;
