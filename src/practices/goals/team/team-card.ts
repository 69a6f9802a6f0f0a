// A team as cards: what it brought in together, who needs its manager first, and every goal under whose it is.
import { say } from "#src/bot/declare/actions";
import { roundTo, type Decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Person } from "#src/people/person";
import {
  button,
  card,
  chip,
  groups,
  heading,
  rows,
  softText,
  text,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { joinLines, said, type Line } from "#src/view/line";
import {
  isPlain,
  overrideSays,
  quietChip,
  rowSays,
  share,
  statusChip,
  tones,
} from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { TeamColumn } from "../api.ts";
import type { Need } from "./needs.ts";
import type { Member, TeamStanding, TrackedGoal } from "./tracked.ts";
import type { TeamSum } from "./sums.ts";

/** More kinds of numbers than these are read in the list. */
const mostSums = 6;
const mostNeeds = 8;

export interface TeamGlance {
  readonly sums: readonly TeamSum[];
  /** For each person who needs their manager, why, the worst first. */
  readonly needs: readonly (readonly [Need, ...Need[]])[];
  readonly members: readonly Member[];
}

/** What a manager sees first: the sums, and who needs them. */
export function glanceCards(
  { sums, needs, members }: TeamGlance,
  t: GoalMessages,
): readonly [sums: Card, needs: Card] {
  const nameOf = (need: Need): string =>
    members.find(({ person }) => person.id === need.person)?.person.name ?? "";
  return [
    card({
      title: t.teamGlance(),
      context: t.teamGlanceSays(needs.length, members.length),
      body: [
        sums.length === 0
          ? text(t.noTeamGoals())
          : rows(sums.slice(0, mostSums).map((each) => sumRow(each, t))),
        sums.length > mostSums ? softText(t.moreSums(sums.length - mostSums)) : undefined,
      ],
    }),
    needs.length === 0
      ? card({ title: t.nobodyNeedsYou(), tone: "good" })
      : card({
          title: t.whoNeedsYou(),
          context: t.whoNeedsYouSays(needs.length, members.length),
          body: [
            rows(needs.slice(0, mostNeeds).map((each, i) => needRow(each, nameOf(each[0]), i, t))),
            needs.length > mostNeeds ? softText(t.moreNeeds(needs.length - mostNeeds)) : undefined,
          ],
        }),
  ];
}

/** Everybody with their goals in one table, whoever needs their manager most first. */
export function teamTable(
  { members, needs }: Pick<TeamGlance, "members" | "needs">,
  columns: readonly TeamColumn[],
  t: GoalMessages,
): Card | null {
  const rank = ({ person }: Member): number => {
    const at = needs.findIndex(([need]) => need.person === person.id);
    return at < 0 ? needs.length : at;
  };
  const shown = members
    .filter(({ goals }) => goals.length > 0)
    .toSorted((a, b) => rank(a) - rank(b));
  if (shown.length === 0) return null;
  return card({
    title: t.theTeam(),
    context: t.theTeamSays(),
    body: [
      groups(
        { ...t.columns(), beside: columns.map(({ head }) => head) },
        shown.map(({ person, goals }) => ({
          title: t.ownedBy(person.name),
          faces: [said(person.name)],
          rows: goals.map((each) => ({
            line: t.titled(each.goal.number, each.goal),
            chip: statusChip(each.pace.status, t),
            aside: quietChip(each.pace, t),
            bar: { ...goalBar(each, t), says: cellSays(each, t) },
            ...trendOf(each.goal, each.trend, each.thisWeek, t),
          })),
          beside: columns.map(({ of }) => of.get(person.id) ?? { line: [] }),
        })),
      ),
    ],
    buttons: [button(t.allTeamGoals(), say({ text: t.teamGoalsTyped() }))],
  });
}

function sumRow(each: TeamSum, t: GoalMessages): Row {
  const trend = trendOf(each, each.trend, each.thisWeek, t);
  const soft = joinLines(
    [
      trend.trend ? [] : t.thisWeek(each.thisWeek, each.unit),
      each.status === "reached" || each.status === "too-early"
        ? []
        : t.againstPace(inPieces(each.ahead, each.unit), each.unit),
    ],
    " · ",
  );
  return {
    line: t.sumTitle(each.titled, each.unit, each.period, each.people),
    chip: statusChip(each.status, t),
    bar: {
      done: share(each.done),
      mark: share(each.timeGone),
      tone: tones[each.status],
      figure: t.figure({ value: each.actual, of: null, unit: each.unit }),
      says: t.sumSays(each.target, each.unit, each.done, each.timeGone),
    },
    ...trend,
    ...(soft.length > 0 ? { soft } : {}),
  };
}

/** Half a call is none. */
export const inPieces = (value: Decimal, unit: Unit): Decimal =>
  unit.kind === "money" || unit.kind === "percent" ? value : roundTo(value, 0, "up");

/** Only the first has a primary button: one thing to begin with. */
export function needRow(
  [worst, ...others]: readonly [Need, ...Need[]],
  name: string,
  at: number,
  t: GoalMessages,
): Row {
  const { goal } = worst;
  // That somebody has no goal stands on the chip already.
  const reasons = [...(worst.urgency === "no-goal" ? [] : [worst]), ...others.slice(0, 2)].map(
    (each) => each.line,
  );
  return {
    faces: name === "" ? [] : [said(name)],
    line: goal
      ? joinLines([t.ownedBy(name), t.titled(goal.goal.number, goal.goal)], " · ")
      : t.ownedBy(name),
    chip: goal
      ? statusChip(goal.pace.status, t)
      : chip(t.urgency(worst.urgency), urgencyTone(worst)),
    ...(reasons.length === 0 ? {} : { soft: joinLines(reasons, " · ") }),
    ...(goal ? { bar: goalBar(goal, t), ...trendOf(goal.goal, goal.trend, goal.thisWeek, t) } : {}),
    ...(worst.button === null
      ? {}
      : { buttons: [at === 0 ? { ...worst.button, style: "primary" } : worst.button] }),
  };
}

const urgencyTone = ({ urgency }: Need): "bad" | "info" => (urgency === "waits" ? "bad" : "info");

const goalBar = (each: TrackedGoal, t: GoalMessages) => ({
  done: share(each.pace.done),
  mark: share(each.pace.timeGone),
  tone: tones[each.pace.status],
  says: rowSays(each, t),
});

/** Where there is little room. */
const cellSays = (paced: TrackedGoal, t: GoalMessages): Line =>
  isPlain(paced.goal)
    ? t.cellSays(paced.goal.actual, paced.goal.target, paced.goal.unit, paced.pace)
    : rowSays(paced, t);

/** Nothing to draw before there are two weeks of it. */
export const trendOf = (
  { unit }: Pick<TrackedGoal["goal"], "unit">,
  trend: TrackedGoal["trend"] | undefined,
  thisWeek: TrackedGoal["thisWeek"] | undefined,
  t: GoalMessages,
): Pick<Row, "trend"> =>
  !trend || !thisWeek || trend.points.length < 3
    ? {}
    : { trend: { ...trend, says: t.thisWeek(thisWeek, unit) } };

/** One goal in a list of a team or a person, with its way. */
export const goalRow = (each: TrackedGoal, t: GoalMessages): Row => ({
  line: t.titledIn(each.goal.number, each.goal, each.goal.period),
  chip: statusChip(each.pace.status, t),
  aside: quietChip(each.pace, t),
  bar: goalBar(each, t),
  ...trendOf(each.goal, each.trend, each.thisWeek, t),
  ...(each.override ? { soft: overrideSays(each.override, t) } : {}),
  buttons: [button(t.look(), say({ text: `G${each.goal.number}` }), "quiet")],
});

/** Every goal under whose it is. `filtered`: what was asked for, in words; null for everything. */
export function teamGoalsCard(
  { members, shared }: TeamStanding,
  filtered: Line | null,
  t: GoalMessages,
): Card {
  const withGoals = members.filter(({ goals, proposed }) => goals.length + proposed.length > 0);
  // An assistant has no quota, and is not missed.
  const without = members.filter(
    ({ person, goals, proposed }) => !person.assistant && goals.length + proposed.length === 0,
  );
  if (withGoals.length === 0 && shared.length === 0)
    return card({
      title: t.teamTitle(),
      body: [text(filtered === null ? t.noTeamGoals() : t.noneLikeThat(filtered))],
      buttons:
        filtered === null ? [] : [button(t.allTeamGoals(), say({ text: t.teamGoalsTyped() }))],
    });
  return card({
    title: t.teamTitle(),
    context: filtered === null ? undefined : t.filteredBy(filtered),
    body: [
      ...(shared.length === 0
        ? []
        : [heading(t.sharedGoals()), rows(shared.map((each) => goalRow(each, t)))]),
      ...withGoals.flatMap((member) => memberElements(member, t)),
      filtered === null && without.length > 0
        ? text(t.withoutGoal(without.map(({ person }: { person: Person }) => person.name)))
        : undefined,
    ],
    buttons: filtered === null ? [] : [button(t.allTeamGoals(), say({ text: t.teamGoalsTyped() }))],
  });
}

function memberElements({ person, goals, proposed }: Member, t: GoalMessages): Element[] {
  return [
    heading(t.goalsOf(person.name), { faces: [said(person.name)] }),
    rows([
      ...goals.map((each) => goalRow(each, t)),
      ...proposed.map(({ goal }) => ({
        line: t.titledIn(goal.number, goal, goal.period),
        chip: chip(t.state(goal.state), "info"),
        buttons: [button(t.look(), say({ text: `G${goal.number}` }), "quiet")],
      })),
    ]),
  ];
}
