// What somebody who leads a team sees of it.
import type { LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import { titleFor, type Figure, type Titled, type Urgency } from "../../model.ts";
import { figureText, periodText } from "../en/goal.ts";

/** The drawings of a team, and what stands behind them. */
const charts = (f: Formatter) => ({
  theTeam: (): Line => line`The team`,
  theTeamSays: (): Line => line`Who needs you most stands first`,
  columns: () => ({
    group: line`Person`,
    row: line`Goal`,
    chip: line`Status`,
    bar: line`Attained, and time elapsed`,
    trend: line`Trend`,
  }),
  standingsTitle: (): Line => line`How far each person is`,
  standingsAbout: (titled: Titled, period: Period): Line =>
    line`${said(titleFor(titled, "en"))}, ${periodText(f, period)} · share of their own goal · by name`,
  standingsTakeaway: (people: number, short: readonly string[]): Line => {
    const all = String(people);
    if (short.length === 0)
      return people === 2 ? line`Both are on pace.` : line`All ${all} are on pace.`;
    if (short.length === people) return line`None of the ${all} is on pace yet.`;
    return short.length <= 3
      ? line`${String(people - short.length)} of ${all} on pace; not yet: ${said(f.list(short))}.`
      : line`${String(people - short.length)} of ${all} on pace.`;
  },
  tooEarlyToSay: (): Line => line`Just started, too early to say.`,
  kindOf: (titled: Titled, period: Period | null): Line =>
    line`${said(titleFor(titled, "en"))}${period ? `, ${periodText(f, period)}` : ""}`,
  sumName: (titled: Titled, unit: Unit, period: Period | null): Line =>
    line`${said(titleFor(titled, "en"))}${unit.kind === "money" ? ` ${unit.currency}` : ""}${period ? `, ${periodText(f, period)}` : ""}`,
  ownTime: (): Line => line`own time elapsed`,
  percentDone: (share: Decimal): Line => line`${f.percent(share)}`,
  ofTarget: (actual: Decimal, target: Decimal, unit: Unit): Line =>
    line`${f.about(actual, unit)} of ${f.about(target, unit)}`,
  cellSays: (
    actual: Decimal,
    target: Decimal,
    unit: Unit,
    { done, timeGone }: { readonly done: Decimal; readonly timeGone: Decimal },
  ): Line =>
    line`${f.percent(done)} · ${f.about(actual, unit)} of ${f.about(target, unit)} · time ${f.percent(timeGone)}`,
  wayTitle: (): Line => line`Against the plan`,
  wayAbout: (titled: Titled, unit: Unit, period: Period, people: number): Line =>
    line`${said(titleFor(titled, "en"))}${unit.kind === "money" ? ` ${unit.currency}` : ""}, ${periodText(f, period)} · ${people === 1 ? "1 person" : `${String(people)} people together`}`,
  wayTakeaway: ({
    ahead,
    unit,
    weeks,
  }: {
    readonly ahead: Decimal;
    readonly unit: Unit;
    readonly weeks: number;
  }): Line => {
    if (ahead.eq("0")) return line`Exactly on plan.`;
    const size = f.about(ahead.abs(), unit);
    const long = Math.abs(weeks) < 2 ? "" : String(Math.abs(weeks));
    if (ahead.lt("0"))
      return line`${size} behind plan${long && (weeks > 0 ? `; the gap has grown for ${long} weeks` : `; the gap has narrowed for ${long} weeks`)}.`;
    return line`${size} ahead of plan${long && (weeks > 0 ? `; the lead has grown for ${long} weeks` : `; the lead has shrunk for ${long} weeks`)}.`;
  },
  attained: (): Line => line`attained`,
  plan: (): Line => line`plan`,
  planToday: (due: Decimal, unit: Unit): Line => line`plan today ${f.about(due, unit)}`,
  planEnd: (target: Decimal, unit: Unit): Line => line`plan ${f.about(target, unit)}`,
  about: ({ value, unit }: Figure): Line => line`${f.about(value, unit)}`,
  dayHead: (): Line => line`Day`,
  dayIs: (day: LocalDate): Line => line`${f.dayOfMonth(day)}`,
});

const urgencies: Record<Urgency, string> = {
  waits: "waits for you",
  "off-track": "off track",
  "at-risk": "at risk",
  quiet: "no news",
  "no-goal": "no goal",
};

export const team = (f: Formatter) => ({
  ...charts(f),
  fieldWhose: (): Line => line`Whose goal`,
  whoseMine: (): Line => line`mine`,
  whoseTeam: (): Line => line`the whole team's`,
  teamGoalsForManagers: (): Line => line`A goal for the whole team is set by whoever leads it.`,
  notYourTeam: (name: string): Line =>
    line`A goal for ${said(name)} is set by whoever leads that team.`,
  noSuchTeam: (name: string): Line =>
    line`There is no team called “${said(name)}”. For the team you lead, ${typed("for the team")} is enough.`,
  noTeamYet: (): Line =>
    line`You lead people but no team yet. An admin makes one in ${typed("setup")}.`,
  seenByTeam: (): Line => line`Visible to everyone in the team`,
  splitIt: (): Line => line`Split`,
  splitTyped: (number: number): string => `goal split G${String(number)}`,
  teamGlance: (): Line => line`Your team`,
  teamGlanceSays: (needing: number, people: number): Line =>
    needing === 0
      ? line`Nobody of ${String(people)} needs you right now.`
      : line`${String(needing)} of ${String(people)} ${needing === 1 ? "needs" : "need"} you.`,
  teamGoalsTyped: (): string => "team goals",
  allTeamGoals: (): Line => line`All team goals`,
  sumTitle: (titled: Titled, unit: Unit, period: Period, people: number): Line =>
    line`${said(titleFor(titled, "en"))}${unit.kind === "money" ? ` ${unit.currency}` : ""} · ${periodText(f, period)} · ${String(people)} ${people === 1 ? "person" : "people"}`,
  moreSums: (count: number): Line => line`and ${String(count)} more kinds of numbers in the list`,
  sumSays: (target: Decimal, unit: Unit, done: Decimal, timeGone: Decimal): Line =>
    line`of ${f.amount(target, unit)} · ${f.percent(done)} done, ${f.percent(timeGone)} of time elapsed`,
  thisWeek: (gain: Decimal, unit: Unit): Line =>
    gain.eq("0")
      ? line`nothing yet this week`
      : line`${gain.lt("0") ? "" : "+"}${f.amount(gain, unit)} this week`,
  againstPace: (ahead: Decimal, unit: Unit): Line => {
    if (ahead.eq("0")) return line`right on pace`;
    return ahead.lt("0")
      ? line`${f.about(ahead.abs(), unit)} behind pace`
      : line`${f.about(ahead, unit)} ahead of pace`;
  },
  whoNeedsYou: (): Line => line`Who needs you`,
  whoNeedsYouSays: (needing: number, people: number): Line =>
    line`${String(needing)} of ${String(people)}, the most urgent first`,
  nobodyNeedsYou: (): Line => line`Nobody is waiting for you`,
  moreNeeds: (count: number): Line =>
    line`and ${String(count)} more: ${typed("team goals")} shows everybody`,
  urgency: (urgency: Urgency): Line => line`${urgencies[urgency]}`,
  quiet: (): Line => line`no news`,
  hasNoGoal: (): Line => line`has no goal yet`,
  proposeOne: (): Line => line`Propose a goal`,
  proposeTyped: (name: string): string => `goal new for @${name}`,
  personTyped: (name: string): string => `goals @${name}`,
  asksToChange: (number: number): Line => line`asks to change G${String(number)}`,
  disputesEntry: (figure: Figure, number: number): Line =>
    line`says ${figureText(f, figure)} on G${String(number)} isn't right`,
  waitsForYou: (): Line => line`Waiting for your decision`,
  decide: (): Line => line`Decide`,
  sharedGoals: (): Line => line`The whole team`,
  filteredBy: (what: Line): Line => line`Only: ${what}`,
  noneLikeThat: (what: Line): Line => line`No goal of your team is like that: ${what}.`,
  filterUnknown: (words: string): Line =>
    line`No goal of your team is called “${said(words)}”. ${typed("team goals at risk")}, ${typed("team goals off track")} and ${typed("team goals no news")} work, and so does a metric: ${typed("team goals calls")}.`,
});

export type TeamMessages = ReturnType<typeof team>;
export type ChartMessages = ReturnType<typeof charts>;
