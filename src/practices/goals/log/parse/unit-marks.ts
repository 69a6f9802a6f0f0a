// What stands beside a figure (a currency, %, a counter), and whether it fits a goal's unit: everywhere the same.
import { currencies, type Amount } from "#src/language/amount/amount";
import type { Unit } from "#src/language/units";
import type { Fields } from "#src/bot/declare/fields";
import type { GoalMessages } from "../../messages/en/index.ts";

/** As it waits on a button: a currency's code, "¥", "%", "#", or "". */
export function markOf(amount: Amount): string {
  if (amount.percent || amount.points) return "%";
  if (amount.currency) return amount.currency;
  if (amount.yen) return "¥";
  return amount.counter === undefined ? "" : "#";
}

export function marked(value: Amount["value"], mark: string): Amount {
  const currency = currencies.find((each) => each === mark);
  if (currency) return { value, currency };
  return {
    value,
    ...(mark === "%" && { percent: true }),
    ...(mark === "¥" && { yen: true }),
    ...(mark === "#" && { counter: "" }),
  };
}

/** The unit a mark says by itself. */
export function unitMarked(mark: string): Unit | null {
  const currency = currencies.find((each) => each === mark);
  if (currency) return { kind: "money", currency };
  if (mark === "%") return { kind: "percent" };
  return mark === "#" ? { kind: "count" } : null;
}

/** Whether an amount as it was written can be of this unit; a bare figure fits every unit. */
export function fitsIn(amount: Amount, unit: Unit): boolean {
  if (amount.percent || amount.points) return unit.kind === "percent";
  if (amount.currency) return unit.kind === "money" && unit.currency === amount.currency;
  if (amount.yen)
    return unit.kind === "money" && (unit.currency === "CNY" || unit.currency === "JPY");
  return amount.counter === undefined || unit.kind === "count";
}

/** A field's amount for a unit that is known: another currency or a percentage is refused beside it, never taken for it. */
export function amountFor(
  name: string,
  unit: Unit,
  fields: Fields,
  t: GoalMessages,
): Amount | null {
  const amount = fields.amount(name);
  if (!amount || fitsIn(amount, unit)) return amount;
  fields.refuse(name, t.otherUnitField(unit));
  return null;
}
