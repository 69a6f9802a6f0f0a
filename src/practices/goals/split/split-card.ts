// The parts of a split, and whether they make up the whole.
import type { z } from "zod";
import type { Leave } from "#src/calendar/workdays";
import type { Decimal } from "#src/language/decimal";
import type { Person, PersonId } from "#src/people/person";
import { button, card, chip, softText, table, text, type Card, type Tone } from "#src/view/card";
import { askWeights, saveSplit } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress } from "../model.ts";
import { assignmentOf, overAssignment, type Assignment } from "./split-rules.ts";

export interface Part {
  readonly person: Person;
  readonly amount: Decimal;
}

export interface AboutThem {
  /** Who is away in that time, and when. */
  readonly away: ReadonlyMap<PersonId, readonly Leave[]>;
  /** Whose goals are all in another currency, and in which. */
  readonly elsewhere: ReadonlyMap<PersonId, string>;
}

/** So many people on one page of the form; more come on the next. */
export const mostInForm = 20;

const tones: Record<Assignment, Tone> = {
  short: "bad",
  whole: "plain",
  high: "warning",
  extreme: "bad",
};

export function splitCard(
  goal: GoalProgress,
  parts: readonly Part[],
  payload: z.input<typeof saveSplit.schema>,
  t: GoalMessages,
  { away, elsewhere }: AboutThem = { away: new Map(), elsewhere: new Map() },
): Card {
  const over = overAssignment(
    goal.target,
    parts.map((each) => each.amount),
  );
  const alike = goal.unit.kind === "percent";
  const assignment = alike ? "whole" : assignmentOf(over);
  return card({
    title: t.splitTitle(goal.number),
    tone: tones[assignment],
    chip: assignment === "whole" ? undefined : chip(t.splitIs(assignment), tones[assignment]),
    context: t.titled(goal.number, goal),
    body: [
      table(
        [t.splitPerson(), t.splitPart()],
        parts.map(({ person, amount }) => [
          t.ownedBy(person.name),
          t.draftTargetIs(amount, goal.unit),
        ]),
      ),
      ...parts.flatMap(({ person }) => {
        const days = away.get(person.id);
        return days ? [softText(t.awayThen(person.name, days))] : [];
      }),
      ...parts.flatMap(({ person }) => {
        const currency = elsewhere.get(person.id);
        return currency === undefined || goal.unit.kind !== "money"
          ? []
          : [softText(t.splitElsewhere(person.name, currency, goal.unit.currency))];
      }),
      text(alike ? t.splitAlike() : t.splitOver(over)),
      assignment === "whole" ? undefined : text(t.splitAdvice(assignment)),
    ],
    buttons: [
      button(t.splitPropose(), saveSplit(payload), "primary"),
      alike ? undefined : button(t.splitWeigh(), askWeights(payload)),
    ],
  });
}
