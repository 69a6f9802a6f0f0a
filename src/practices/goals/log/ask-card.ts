// What is asked before something is written, each possibility a button; and what was left out, named under what was written.
import { say } from "#src/bot/declare/actions";
import type { Answer } from "#src/bot/declare/answer";
import { button, card, softText, text, type Button, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import {
  carried,
  carriedBeside,
  notMeant,
  startAndLog,
  takeReading,
  type PendingAmount,
  type TakenReading,
} from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress, Surprise } from "../model.ts";
import type { WhyAsked, WhyLeftOut } from "./reading/reading.ts";

/** Left out by name, with what one press adds. */
export interface LeftOutShown {
  readonly why: WhyLeftOut;
  readonly text: string;
  readonly adds: { readonly label: Line; readonly taking: TakenReading } | null;
}

/** One way to understand a line, said in a few words. */
export interface WayShown {
  readonly says: Line;
  readonly leftOut: readonly LeftOutShown[];
  readonly taking: TakenReading;
}

const mostAdded = 3;

const taken = ({ on, sure, list }: TakenReading) =>
  takeReading({ on, sure, list: list.map(carriedBeside) });

/** What is asked of one reading alone; of the others' there would be nothing to choose. */
const saysWhyNot: ReadonlySet<WhyAsked> = new Set(["plan", "about", "part"]);

export function askedCard(why: WhyAsked, ways: readonly WayShown[], t: GoalMessages): Card {
  const leftOut = ways[0]?.leftOut ?? [];
  return card({
    title: ways.length === 1 && !saysWhyNot.has(why) ? t.sure() : t.asked(why),
    tone: "warning",
    body: [leftOut.length > 0 ? softText(t.leftOut(leftOut)) : undefined, softText(t.listNotYet())],
    buttons: ways.map(({ says, taking }, i) =>
      button(says, taken(taking), i === 0 ? "primary" : "plain"),
    ),
  });
}

export function sureCard(
  surprises: readonly Surprise[],
  taking: TakenReading,
  t: GoalMessages,
): Card {
  const lower = taking.list.some(([, , , total]) => total === 1);
  const added: TakenReading = {
    ...taking,
    list: taking.list.map(([figure, metric, mark, _, ...more]) => [
      figure,
      metric,
      mark,
      0,
      ...more,
    ]),
  };
  return card({
    title: t.sure(),
    tone: "warning",
    body: [...surprises.map((each) => text(t.surprise(each))), softText(t.listNotYet())],
    buttons: [
      button(lower ? t.sureSet() : t.sureLog(), taken(taking), "primary"),
      lower && surprises.every(({ is }) => is === "lower")
        ? button(t.sureAdd(), taken(added))
        : undefined,
    ],
  });
}

/** The amount waits for a draft of one's own, or for a proposal to be confirmed. */
export const startCard = (waiting: PendingAmount, goal: GoalProgress, t: GoalMessages): Card =>
  card({
    title: t.startsWith(goal, { value: waiting.value, of: waiting.of, unit: goal.unit }),
    tone: "warning",
    body: [
      waiting.rest.length === 0 ? undefined : softText(t.othersWait(waiting.rest.length)),
      waiting.rest.length === 0 ? softText(t.listNotYet()) : undefined,
    ],
    buttons: [
      button(
        goal.state === "draft" ? t.startAndLog() : t.confirmAndLog(),
        startAndLog({ ...carried(waiting), goal: goal.id }),
        "primary",
      ),
    ],
  });

/** A line without a verb: said with the verb when it is pressed. */
export const offerCard = (
  offered: {
    readonly what: Line;
    readonly goal: Pick<GoalProgress, "number" | "title"> | null;
    /** What else the line says: stored with it. */
    readonly notes: readonly string[];
    readonly leftOut: readonly LeftOutShown[];
    readonly line: string;
  },
  t: GoalMessages,
): Card =>
  card({
    title: t.offerLog(offered.what, offered.goal),
    tone: "info",
    body: [
      ...offered.notes.map((note) => softText(t.note(note))),
      offered.leftOut.length > 0 ? softText(t.leftOut(offered.leftOut)) : undefined,
      softText(t.listNotYet()),
    ],
    buttons: [
      button(t.offerTake(), say({ text: offered.line }), "primary"),
      button(t.offerLeave(), notMeant({})),
    ],
  });

/** The last card names what was left out, with what adds it. */
export function withLeftOut(
  answer: Answer,
  leftOut: readonly LeftOutShown[],
  t: GoalMessages,
): Answer {
  const { reply } = answer;
  if (leftOut.length === 0 || reply.reply !== "show") return answer;
  const last = reply.cards.at(-1);
  if (last === undefined) return answer;
  const adding = leftOut.flatMap(({ adds }): Button[] =>
    adds ? [button(t.addLeftOut(adds.label), taken(adds.taking))] : [],
  );
  const named: Card = {
    ...last,
    body: [...last.body, softText(t.leftOut(leftOut))],
    buttons: [...last.buttons, ...adding.slice(0, mostAdded)],
  };
  return { ...answer, reply: { reply: "show", cards: [...reply.cards.slice(0, -1), named] } };
}
