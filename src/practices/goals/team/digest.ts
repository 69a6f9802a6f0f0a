// The manager's one message on Monday: how far each person is, what came in, who needs help and why, and what changed since the Monday before.
import { sum, zero } from "#src/language/decimal";
import { button, card, chip, heading, rows, softText, type Card, type Row } from "#src/view/card";
import { show, type Answer } from "#src/bot/declare/answer";
import { say } from "#src/bot/declare/actions";
import { joinLines } from "#src/view/line";
import { digesting, type DigestLine } from "../api.ts";
import { limitsOf, type GoalContext } from "../context.ts";
import { statusChip, tones } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { changedSince, lastWeekOf, type Changed } from "./changed.ts";
import { byPerson, type Need } from "./needs.ts";
import { needsOfGoals } from "./show-team.ts";
import { teamStanding } from "./standing.ts";
import { sumsOf } from "./sums.ts";
import { inPieces, needRow } from "./team-card.ts";
import { standingsChart } from "./team-charts.ts";
import type { Member } from "./tracked.ts";
import type { TeamSum } from "./sums.ts";
import type { Decimal } from "#src/language/decimal";
import type { Element } from "#src/view/card";

const mostSums = 4;
const mostNeeds = 5;
const mostChanged = 5;

export interface Digest {
  readonly members: readonly Member[];
  readonly sums: readonly { readonly sum: TeamSum; readonly lastWeek: Decimal }[];
  readonly needs: readonly (readonly [Need, ...Need[]])[];
  readonly changed: readonly Changed[];
  readonly lines: readonly DigestLine[];
  /** How far each person is, drawn; nothing where there is nothing to draw. */
  readonly picture: Element | null;
}

/** Null where nobody in the team runs a goal and nothing else is to be said. */
export async function teamDigest(context: GoalContext): Promise<Card | null> {
  const { members } = await teamStanding(context);
  if (members.length === 0) return null;
  const limits = limitsOf(context.organisation);
  const running = members.flatMap(({ goals }) => goals);
  const sums = sumsOf(running, limits);
  const lines = await context.offered(digesting({ people: members.map(({ person }) => person) }));
  // Who is stuck stands in the summary of the week that comes in the same message, with the buttons to answer.
  const needs = byPerson(await needsOfGoals(members, context));
  if (running.length === 0 && needs.length === 0 && lines.length === 0) return null;
  return digestCard(
    {
      members,
      sums: sums.map((each) => ({ sum: each, lastWeek: lastWeekIn(each, members) })),
      needs,
      changed: changedSince(running, limits),
      lines: lines.toSorted((a, b) => a.rank - b.rank),
      picture: standingsChart(sums, members, context.person.locale, context.t),
    },
    context.t,
  );
}

const lastWeekIn = (of: TeamSum, members: readonly Member[]): Decimal =>
  sum(
    members
      .flatMap(({ goals }) => goals)
      .filter(
        ({ goal }) =>
          goal.metricId === of.metricId &&
          goal.period.start === of.period.start &&
          goal.period.end === of.period.end &&
          (goal.unit.kind === "money" ? goal.unit.currency : goal.unit.kind) ===
            (of.unit.kind === "money" ? of.unit.currency : of.unit.kind),
      )
      .map((each) => lastWeekOf(each) ?? zero),
  );

/** What Monday says, whenever somebody asks. */
export async function showDigest(_input: unknown, context: GoalContext): Promise<Answer> {
  const digest = await teamDigest(context);
  return show(
    digest === null
      ? card({ title: context.t.nothingOfTeam(), tone: "info" })
      : { ...digest, title: context.t.digestNow() },
  );
}

export function digestCard(digest: Digest, t: GoalMessages): Card {
  const { members, sums, needs, changed, lines, picture } = digest;
  const nameOf = (need: Need): string =>
    members.find(({ person }) => person.id === need.person)?.person.name ?? "";
  return card({
    title: t.digestTitle(),
    context: t.teamGlanceSays(needs.length, members.length),
    tone: needs.length === 0 ? "good" : "info",
    body: [
      ...(sums.length === 0
        ? []
        : [
            heading(t.lastWeekHead()),
            rows(sums.slice(0, mostSums).map((each) => sumRow(each, t))),
          ]),
      picture ?? undefined,
      ...(needs.length === 0
        ? []
        : [
            heading(t.whoNeedsYou()),
            rows(needs.slice(0, mostNeeds).map((each, i) => needRow(each, nameOf(each[0]), i, t))),
            needs.length > mostNeeds ? softText(t.moreNeeds(needs.length - mostNeeds)) : undefined,
          ]),
      ...(changed.length === 0
        ? []
        : [
            heading(t.changedHead()),
            rows(changed.slice(0, mostChanged).map((each) => changedRow(each, t))),
          ]),
      lines.length === 0
        ? undefined
        : rows(
            lines.map((each) => ({
              line: each.line,
              ...(each.button ? { buttons: [each.button] } : {}),
            })),
          ),
    ],
    buttons: [button(t.allTeamGoals(), say({ text: t.teamGoalsTyped() }), "quiet")],
    sees: t.seenByYou(),
  });
}

const sumRow = ({ sum: each, lastWeek }: Digest["sums"][number], t: GoalMessages): Row => ({
  line: t.sumTitle(each.titled, each.unit, each.period, each.people),
  chip: statusChip(each.status, t),
  soft: joinLines(
    [
      t.cameIn(lastWeek, each.unit),
      each.status === "reached" || each.status === "too-early"
        ? []
        : t.againstPace(inPieces(each.ahead, each.unit), each.unit),
    ],
    " · ",
  ),
});

const changedRow = ({ goal: { goal, pace }, before, isBetter }: Changed, t: GoalMessages): Row => ({
  line: joinLines([t.ownedBy(goal.ownerName), t.titled(goal.number, goal)], " · "),
  chip: chip(t.fromTo(before, pace.status), isBetter ? "good" : tones[pace.status]),
  buttons: [button(t.look(), say({ text: `G${goal.number}` }), "quiet")],
});
