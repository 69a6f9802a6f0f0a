// What the owner sees when a period is over, or ends soon.
import type { LocalDate } from "#src/calendar/local-date";
import { say } from "#src/bot/declare/actions";
import { button, card, chip, fact, facts, heading, rows, text, type Card } from "#src/view/card";
import { joinLines } from "#src/view/line";
import { askClose, askNextForTeam, askNextPeriod } from "../actions.ts";
import { standsNow } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";
import type { CloseOut } from "./ended.ts";

/** For the owner, when a period closed the goal by itself. */
export function closedCard(goal: GoalProgress, t: GoalMessages): Card {
  return card({
    title: t.titled(goal.number, goal),
    tone: goal.state === "achieved" ? "good" : "plain",
    chip: chip(t.state(goal.state), goal.state === "achieved" ? "good" : "plain"),
    body: [
      text(t.periodOver(goal.period.end)),
      goal.direction === "milestones" ? undefined : facts(fact(t.soFar(), standsNow(goal, t))),
    ],
    buttons: [button(t.closeLesson(), askClose({ goal: goal.id }))],
  });
}

/** For the owner: what never began does not outlive its period. */
export const lapsedCard = (goal: GoalProgress, t: GoalMessages): Card =>
  card({
    title: t.titled(goal.number, goal),
    tone: "plain",
    chip: chip(t.state("dropped"), "plain"),
    body: [text(t.lapsed(goal.state === "draft"))],
  });

export function turnCard(due: LocalDate, goals: readonly GoalProgress[], t: GoalMessages): Card {
  return card({
    title: t.turnTitle(due),
    tone: "info",
    body: [
      text(t.turnBody()),
      rows(
        goals.map((goal) => ({
          line: t.titled(goal.number, goal),
          soft: standsNow(goal, t),
        })),
      ),
    ],
    buttons: [button(t.turnButton(), askNextPeriod({ due }), "primary")],
  });
}

/** For a manager, when a period is over and its late entries are in. */
export function closeOutCard(
  { end, ended, sums, without, mayPropose }: CloseOut,
  t: GoalMessages,
): Card {
  const reached = ended.filter(({ state }) => state === "achieved").length;
  return card({
    title: t.closeOutTitle(end),
    context: t.closeOutSays(reached, ended.length),
    body: [
      sums.length === 0
        ? undefined
        : rows(
            sums.map((each) => ({
              line: t.endedSum(each.titled, each.unit, each.kind, each.actual, each.target),
              ...(each.before === null
                ? {}
                : { soft: t.besideBefore(each.actual, each.before, each.unit) }),
            })),
          ),
      heading(t.whoReachedWhat()),
      rows(
        ended.map(({ paced: { goal }, state }) => ({
          line: t.titledOf(goal.number, goal, goal.ownerName),
          chip: chip(t.state(state), state === "achieved" ? "good" : "plain"),
          soft: joinLines(
            [standsNow(goal, t), goal.lesson === null ? [] : t.note(goal.lesson)],
            " · ",
          ),
        })),
      ),
      without.length === 0 ? undefined : heading(t.nothingNext()),
      without.length === 0
        ? undefined
        : rows(
            without.map((person) => ({
              line: t.ownedBy(person.name),
              buttons: [button(t.proposeOne(), say({ text: t.proposeTyped(person.name) }))],
            })),
          ),
    ],
    buttons: mayPropose ? [button(t.proposeNext(), askNextForTeam({ due: end }), "primary")] : [],
  });
}
