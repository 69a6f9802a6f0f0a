// What a deal of a CRM is for whoever looks after deals. Its name is the deal's own; of its customer nothing is read.
import { decimal, fitsStore, isDecimalText, type Decimal } from "#src/language/decimal";
import type { CrmDeal } from "#src/ports/crm";
import type { StagedDeal } from "#src/practices/deals/api";
import type { Known, ReadObject } from "../model.ts";
import { dayOf } from "./day.ts";
import { ownerKeyOf, type ReadAs } from "./fact.ts";
import { outcomeOf } from "./outcome.ts";

export type DealStep =
  | { readonly step: "stage"; readonly deal: Omit<StagedDeal, "line"> }
  | { readonly step: "void" }
  | { readonly step: "none" };

export function dealOf(
  row: CrmDeal,
  owner: string,
  known: Known["deal"],
  object: ReadObject,
  { choice, currency, zone }: ReadAs,
): DealStep {
  const outcome = outcomeOf(row, object, known !== null && known !== "void");
  if (outcome === "keep") return { step: "none" };
  if (outcome === "void") return { step: known === null || known === "void" ? "none" : "void" };
  return {
    step: "stage",
    deal: {
      externalId: row.id,
      owner: { key: ownerKeyOf(row.owner), said: owner, email: null },
      name: row.name,
      stage: row.stageSaid,
      stageSince: dayOf(row.stageSince, zone),
      amount: exact(row.amount, choice.unit),
      currency: row.currency ?? currency,
      outcome,
      openedOn: dayOf(row.opened, zone),
      closeOn: (outcome === "won" ? dayOf(row.day, zone) : null) ?? dayOf(row.close, zone),
      lastActivityOn: dayOf(row.lastActivity, zone),
      nextStep: row.nextStep,
      nextStepOn: null,
      pushed: null,
      probability: exact(row.probability, "1"),
    },
  };
}

function exact(text: string | null, unit: string): Decimal | null {
  if (text === null || !isDecimalText(text)) return null;
  const value = decimal(text).times(unit);
  return fitsStore(value) ? value : null;
}
