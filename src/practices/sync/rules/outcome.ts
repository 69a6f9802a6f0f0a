// What a row of a CRM counts as: by its stage's id and its state, as somebody chose, never by a word.
import type { CrmDeal, CrmPaper } from "#src/ports/crm";
import type { ReadObject } from "../model.ts";

export type CrmRow = CrmDeal | CrmPaper;

/**
 * keep: a change of it waits for approval, and what was known before holds. Seen for the first time it is taken as it stands, since nobody knows better.
 * Nothing counts before it is approved.
 */
export function outcomeOf(
  row: CrmRow,
  object: Pick<ReadObject, "hasStages" | "won" | "lost">,
  isKnown: boolean,
): "won" | "lost" | "open" | "void" | "keep" {
  if (row.state === "gone") return "void";
  if (row.state === "changing" && isKnown) return "keep";
  if (row.state === "pending") return "open";
  if (!object.hasStages) return "won";
  if (row.stage !== null && object.won.includes(row.stage)) return "won";
  return row.stage !== null && object.lost.includes(row.stage) ? "lost" : "open";
}

/** Its CRM does not say which stages are won, and nobody has yet: of such an object nothing would ever count. */
export const lacksWon = ({ hasStages, won }: Pick<ReadObject, "hasStages" | "won">): boolean =>
  hasStages && won.length === 0;
