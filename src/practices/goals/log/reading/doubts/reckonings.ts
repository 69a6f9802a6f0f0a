// A figure with words that say to work it out: asked about, the result worked out beside the figure as it stands.
import { roundTo, type Decimal } from "#src/language/decimal";
import { changed, type Doubt, type Draft } from "../choose.ts";
import type { Tokens } from "../cut-tokens.ts";
import type { ReadItem } from "../items.ts";
import type { FactorToken } from "./find-factors.ts";

const cents = 2;

export function reckonings(drafts: readonly Draft[], tokens: Tokens): readonly Doubt[] {
  const longest = drafts.reduce((a, b) => (b.entries.length > a.entries.length ? b : a));
  return tokens.factors.flatMap((factor): Doubt[] => {
    const item = figureOf(factor, longest.entries, tokens);
    if (!item) return [];
    const { times, perhapsAll } = factor;
    return [
      {
        why: "figure",
        ways: (draft) => {
          if (times === null || !draft.entries.some(({ start }) => start === item.start))
            return [draft];
          const worked = changed(draft, item.start, (each) => multiplied(each, times));
          return perhapsAll ? [draft, worked] : [worked, draft];
        },
      },
    ];
  });
}

function figureOf(
  { figure, start, end }: FactorToken,
  entries: readonly ReadItem[],
  { text, figures }: Tokens,
): ReadItem | undefined {
  if (figure === "behind")
    return entries.find((item) => item.start >= end && text.slice(end, item.start).trim() === "");
  const before = entries.findLast((item) => item.end <= start);
  if (before === undefined) return undefined;
  const from = Math.max(before.end, Math.min(before.span.end, start));
  return figure === "before"
    ? emptyBetween(text, from, start, before)
    : noFigureBetween(figures, from, start, before);
}

const emptyBetween = (
  text: string,
  from: number,
  to: number,
  item: ReadItem,
): ReadItem | undefined => (text.slice(from, to).trim() === "" ? item : undefined);

const noFigureBetween = (
  figures: Tokens["figures"],
  from: number,
  to: number,
  item: ReadItem,
): ReadItem | undefined =>
  figures.some(({ start, end }) => start >= from && end <= to) ? undefined : item;

function multiplied(item: ReadItem, times: Decimal): ReadItem {
  const [first, ...others] = item.readings;
  const by = (amount: ReadItem["readings"][0]): ReadItem["readings"][0] => ({
    ...amount,
    value: roundTo(amount.value.times(times), cents, "half-even"),
  });
  return { ...item, readings: [by(first), ...others.map(by)] };
}
