// What a manager wants to see of their team's goals, in words: at risk, 落后, 回款, no news.
import { foldName } from "#src/people/name-folding";
import type { Line } from "#src/view/line";
import { said } from "#src/view/line";
import { titleFor, type GoalProgress } from "../model.ts";
import type { PacedGoal } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { Status } from "../rules.ts";
import type { TeamStanding } from "./tracked.ts";

export interface Filter {
  readonly keeps: (goal: PacedGoal) => boolean;
  readonly says: (t: GoalMessages) => Line;
}

const hasStatus = (status: Status): Filter => ({
  keeps: ({ pace }) => pace.status === status,
  says: (t) => t.status(status),
});

const statuses: readonly (readonly [RegExp, Filter])[] = [
  [/^(?:at[ -]risk|risky|有?风险(?:的)?)$/i, hasStatus("at-risk")],
  [/^(?:off[ -]track|behind|lagging|落后(?:的)?)$/i, hasStatus("off-track")],
  [/^(?:on[ -](?:track|pace)|正常(?:的)?|跟上(?:的)?)$/i, hasStatus("on-track")],
  [/^(?:reached|done|achieved|(?:已)?(?:达成|完成|达标)(?:的)?)$/i, hasStatus("reached")],
  [
    /^(?:stale|quiet|no (?:news|updates?)|silent|没(?:有)?(?:动静|更新|消息)(?:的)?)$/i,
    { keeps: ({ pace }) => pace.quietDays !== null, says: (t) => t.quiet() },
  ],
];

const namesOf = (goal: GoalProgress): string[] =>
  [goal.title, titleFor(goal, "en"), titleFor(goal, "zh")].map(foldName);

/** Null where the words are neither a status nor part of what a goal of the team is called. */
export function readFilter(words: string, { members, shared }: TeamStanding): Filter | null {
  const text = words.trim();
  const found = statuses.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  const wanted = foldName(text);
  const isCalledSo = ({ goal }: PacedGoal): boolean =>
    namesOf(goal).some((name) => name.includes(wanted));
  const all = [...shared, ...members.flatMap(({ goals, proposed }) => [...goals, ...proposed])];
  return wanted !== "" && all.some(isCalledSo)
    ? { keeps: isCalledSo, says: () => [said(text)] }
    : null;
}

export const filtered = (standing: TeamStanding, { keeps }: Filter): TeamStanding => ({
  shared: standing.shared.filter(keeps),
  members: standing.members.map((each) => ({
    ...each,
    goals: each.goals.filter(keeps),
    proposed: each.proposed.filter(keeps),
  })),
});
