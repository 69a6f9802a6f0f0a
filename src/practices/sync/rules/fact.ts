// What a row of a CRM is as a fact: won, with an amount and a day, or nothing; and what becomes of a fact that was won before.
import { decimal, fitsStore, isDecimalText } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { StagedFact } from "#src/practices/numbers/api";
import type { Choice, KnownFact } from "../model.ts";
import { dayOf } from "./day.ts";
import { outcomeOf, type CrmRow } from "./outcome.ts";

export interface ReadAs {
  readonly choice: Pick<Choice, "counts" | "unit">;
  /** What the metric is measured in. */
  readonly unit: Unit;
  /** The organisation's, over there or here: of a row that names none. */
  readonly currency: string;
  /** Of the organisation. */
  readonly zone: string;
}

export type FactStep =
  | { readonly step: "stage"; readonly fact: Omit<StagedFact, "line"> }
  /** What is known leaves the sum, and stays known. */
  | {
      readonly step: "turn";
      readonly outcome: "open" | "lost" | "void";
      readonly why: NoFact | null;
    }
  | { readonly step: "none"; readonly why: NoFact | null };

/** Why something won counts nothing. */
export type NoFact = "no amount" | "no day" | "unread";

/** An owner as facts name them; a row without one is nobody's, and waits to be given to somebody. */
export const ownerKeyOf = (owner: string | null): string =>
  owner === null ? "nobody" : `id:${owner}`;

/**
 * The owner on the day it was won keeps it: of a fact that is won already the owner stays, whoever has the row now. Opened again it leaves, and won again it is
 * the same fact, of whoever owns it then.
 */
export function factOf(row: CrmRow, owner: string, known: KnownFact | null, as: ReadAs): FactStep {
  const outcome = outcomeOf(row, as.choice.counts, known !== null && known.outcome !== "void");
  if (outcome === "keep") return { step: "none", why: null };
  if (outcome !== "won") return left(known, outcome, null);
  const value = valueOf(row, as);
  if (typeof value === "string") return left(known, "open", value);
  const on = dayOf(row.day, as.zone);
  if (on === null) return left(known, "open", "no day");
  const keeps = known?.outcome === "won" ? known.owner : null;
  return {
    step: "stage",
    fact: {
      externalId: row.id,
      share: "",
      owner: { by: "owner", ...(keeps ?? { key: ownerKeyOf(row.owner), said: owner }) },
      on,
      value,
      currency: as.unit.kind === "money" ? (row.currency ?? as.currency) : null,
      outcome: "won",
      credit: null,
    },
  };
}

function left(
  known: KnownFact | null,
  outcome: "open" | "lost" | "void",
  why: NoFact | null,
): FactStep {
  return known === null || known.outcome === outcome || known.outcome === "void"
    ? { step: "none", why }
    : { step: "turn", outcome, why };
}

/** Money as the CRM says it; of a metric that counts pieces each row is one. No amount is none, and not 0. */
function valueOf(row: CrmRow, { choice, unit }: ReadAs) {
  if (unit.kind !== "money") return decimal("1");
  if (row.amount === null) return "no amount";
  if (!isDecimalText(row.amount)) return "unread";
  const value = decimal(row.amount).times(choice.unit);
  return fitsStore(value) ? value : "unread";
}
