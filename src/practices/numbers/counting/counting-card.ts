// What it looks like when a goal counts another figure from now on, or somebody asks for that.
import type { Decimal } from "#src/language/decimal";
import type { GoalProgress } from "#src/practices/goals/api";
import { button, card, fact, facts, softText, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import { countAllFrom, countFrom, declineCounting, showRows } from "../actions.ts";
import type { NumberMessages } from "../messages/en.ts";

type Named = Pick<GoalProgress, "id" | "number" | "title" | "names" | "unit" | "countedSource">;

interface Both {
  readonly goal: Named;
  readonly source: string | null;
  readonly reported: Decimal;
  readonly imported: Decimal | null;
}

export interface Counted extends Both {
  /** Null: the reader's own. */
  readonly owner: string | null;
  /** Goals of the same metric that could count the same. */
  readonly others: number;
}

const bothFacts = ({ goal, source, reported, imported }: Both, t: NumberMessages) =>
  facts(
    fact(t.reported(), t.amount(reported, goal.unit)),
    imported === null
      ? undefined
      : fact(t.imported(source ?? goal.countedSource ?? ""), t.amount(imported, goal.unit)),
  );

/** `mayChange`: for whoever decides, who may go back; `by`: who did it, for the other. */
export const countedCard = (
  counted: Counted,
  mayChange: boolean,
  t: NumberMessages,
  by: string | null = null,
): Card =>
  card({
    title: by === null ? t.countsNow(counted.source) : t.countsNowBy(by, counted.source),
    tone: "info",
    context: t.goalOf(counted.goal, counted.owner),
    body: [bothFacts(counted, t), softText(t.otherBeside())],
    buttons: [
      mayChange && counted.others > 0
        ? button(
            t.alsoOthers(counted.others, counted.goal),
            countAllFrom({ goal: counted.goal.id, source: counted.source }),
          )
        : undefined,
      button(t.rowsButton(), showRows({ goal: counted.goal.id }), "quiet"),
      mayChange
        ? button(
            t.goBack(),
            countFrom({ goal: counted.goal.id, source: counted.goal.countedSource ?? null }),
            "quiet",
          )
        : undefined,
    ],
    sees: counted.owner === null ? t.seenByOwn() : t.seenByLead(),
  });

export const askToCountCard = (asked: Both & { readonly owner: string }, t: NumberMessages): Card =>
  card({
    title: t.asksToCount(asked.owner, asked.source),
    tone: "info",
    context: t.goalOf(asked.goal, asked.owner),
    body: [bothFacts(asked, t), softText(t.otherBeside())],
    buttons: [
      button(
        t.countIt(asked.source),
        countFrom({ goal: asked.goal.id, source: asked.source }),
        "primary",
      ),
      button(t.notNow(), declineCounting({ goal: asked.goal.id, source: asked.source }), "quiet"),
    ],
    sees: t.seenByLead(),
  });

export const askedCard = (title: Line, t: NumberMessages): Card =>
  card({ title, tone: "info", sees: t.seenByLead() });
