// A decision as a card: what and why, the number then and now.
import { zero } from "#src/language/decimal";
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { GoalProgress } from "#src/practices/goals/api";
import { button, card, chip, fact, facts, quote, rows, text, type Card } from "#src/view/card";
import { choiceField, form, dateField, longTextField, option, type Form } from "#src/view/form";
import { joinLines, said, toLine, type Line } from "#src/view/line";
import {
  askDecision,
  askSeen,
  lookLater,
  saveDecision,
  saveSeen,
  showDecision,
} from "./actions.ts";
import type { DecisionNow } from "./context.ts";
import type { DecisionMessages } from "./messages/en.ts";
import type { Decision } from "./model.ts";

const longest = 300;

interface Asked {
  readonly what: string;
  readonly why: string;
  readonly goal: GoalProgress | null;
  readonly lookOn: LocalDate;
  readonly goals: readonly GoalProgress[];
}

export const decisionForm = (
  { what, why, goal, lookOn, goals }: Asked,
  t: DecisionMessages,
): Form =>
  form({
    title: t.formTitle(),
    fields: [
      longTextField("what", t.what(), {
        required: true,
        max: longest,
        initial: what,
        hint: t.whatHint(),
      }),
      longTextField("why", t.why(), {
        required: true,
        max: longest,
        initial: why,
        hint: t.whyHint(),
      }),
      choiceField(
        "choice",
        "goal",
        t.number(),
        [
          option("none", t.noNumber()),
          ...goals.map((each) => option(each.id, t.goal(each, each.ownerName))),
        ],
        { initial: goal?.id ?? "none" },
      ),
      dateField("look", t.look(), { required: true, initial: lookOn }),
    ],
    submit: t.save(),
    act: saveDecision({}),
    sees: t.seenBy(),
  });

/** Then and now, with what lies between; nothing where it is about no number. */
function numbers({ decision, goal }: DecisionNow, t: DecisionMessages) {
  if (goal === null || decision.valueThen === null) return undefined;
  const now = decision.valueSeen ?? goal.actual;
  const moved = now.minus(decision.valueThen);
  return facts(
    fact(t.before(), t.valueOn(decision.valueThen, goal.unit, decision.at)),
    decision.seen === null && moved.eq(zero)
      ? undefined
      : fact(decision.seen === null ? t.now() : t.whenSeen(), t.valueNow(now, goal.unit, moved)),
  );
}

export const decidedCard = (now: DecisionNow, t: DecisionMessages): Card =>
  decisionCard(now, { mayLook: false, title: t.kept(now.decision.number) }, t);

/** `mayLook`: for whoever decided, while nobody looked. */
export function decisionCard(
  now: DecisionNow,
  { mayLook, title }: { readonly mayLook: boolean; readonly title?: Line },
  t: DecisionMessages,
): Card {
  const { decision, goal } = now;
  const isOpen = decision.seen === null;
  return card({
    title: title ?? t.titled(decision.number),
    tone: "info",
    context:
      goal === null
        ? t.by(decision.byName)
        : joinLines([t.goal(goal, goal.ownerName), t.by(decision.byName)], " · "),
    body: [
      text(said(decision.what)),
      facts(
        fact(t.why(), said(decision.why)),
        isOpen ? fact(t.look(), t.day(decision.lookOn)) : undefined,
      ),
      numbers(now, t),
      decision.seen === null ? undefined : quote(said(decision.seen)),
    ],
    buttons:
      mayLook && isOpen
        ? [
            button(t.writeSeen(), askSeen({ decision: decision.id }), "primary"),
            button(t.laterButton(), lookLater({ decision: decision.id }), "quiet"),
          ]
        : [],
    sees: t.seenBy(),
  });
}

export const seenForm = ({ decision }: DecisionNow, t: DecisionMessages): Form =>
  form({
    title: t.seenTitle(),
    intro: said(decision.what),
    fields: [
      longTextField("seen", t.seenField(), { required: true, max: 500, hint: t.seenHint() }),
    ],
    submit: t.save(),
    act: saveSeen({ decision: decision.id }),
    sees: t.seenBy(),
  });

export const movedCard = (number: number, day: LocalDate, t: DecisionMessages): Card =>
  card({ title: t.moved(number, day), tone: "info" });

export const listCard = (all: readonly Decision[], reader: PersonId, t: DecisionMessages): Card =>
  card({
    title: t.listTitle(),
    body: [
      all.length === 0
        ? text(t.none())
        : rows(
            all.map((each) => ({
              line: joinLines([t.titled(each.number), toLine(said(each.what))], " "),
              soft: joinLines(
                [
                  each.by === reader ? [] : t.by(each.byName),
                  each.seen === null ? t.lookOn(each.lookOn) : toLine(said(each.seen)),
                ],
                " · ",
              ),
              ...(each.seen === null ? {} : { chip: chip(t.isSeen(), "plain") }),
              buttons: [button(t.open(), showDecision({ decision: each.id }), "quiet")],
            })),
          ),
    ],
    buttons: [button(t.decideButton(), askDecision({ what: "", why: "", goal: 0 }), "primary")],
    sees: t.seenBy(),
  });
