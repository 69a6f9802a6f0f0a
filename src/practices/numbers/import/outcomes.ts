// What became of a row's deal or order, by the words systems have for it. "Won" is configuration: what is known here is offered, and
// whoever imports says the rest.
import { normalise } from "#src/language/text";

export const outcomes = ["open", "won", "lost", "void"] as const;
export type Outcome = (typeof outcomes)[number];

const known: Readonly<Record<Exclude<Outcome, "open">, readonly string[]>> = {
  won: [
    "won",
    "closed won",
    "closed-won",
    "paid",
    "completed",
    "signed",
    "invoiced",
    "赢单",
    "成交",
    "已成交",
    "成单",
    "已签约",
    "签约",
    "已完成",
    "完成",
    "已回款",
    "已付款",
    "已到账",
    "正常",
    "normal",
    "变更中",
    "in_change",
    "in change",
  ],
  lost: ["lost", "closed lost", "closed-lost", "输单", "丢单", "未成交", "已流失", "流失"],
  void: [
    "void",
    "voided",
    "cancelled",
    "canceled",
    "refunded",
    "deleted",
    "作废",
    "已作废",
    "invalid",
    "已取消",
    "取消",
    "已退款",
    "退款",
  ],
};

const folded = (word: string): string => normalise(word).trim().toLowerCase();

export function outcomeOf(
  word: string,
  hints: { readonly won?: readonly string[]; readonly lost?: readonly string[] },
): Outcome {
  const said = folded(word);
  if (hints.won?.some((each) => folded(each) === said)) return "won";
  if (hints.lost?.some((each) => folded(each) === said)) return "lost";
  // Whoever says which words are won says which are not.
  const among =
    hints.won === undefined ? (["won", "lost", "void"] as const) : (["lost", "void"] as const);
  return among.find((each) => known[each].includes(said)) ?? "open";
}
