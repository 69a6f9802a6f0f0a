// €500 refund, 退2万: a figure that goes back, or does it? Only the writer can say.
import type { Amount } from "#src/language/amount/amount";
import { changed, type Doubt, type Draft } from "../choose.ts";
import type { Tokens } from "../cut-tokens.ts";
import type { Item, ReadItem } from "../items.ts";
import { givesBack } from "../line-words.ts";
import type { Span } from "../reading.ts";

const backWords = new RegExp(givesBack, "giu");

/** less €500, 退2万: of the figure that follows. */
const leadsToNext = /^(?:less|退|扣|减|少)/iu;

/** On or off: of several amounts the one that such a word stands nearest to. */
export function refunds(drafts: readonly Draft[], { text }: Tokens): readonly Doubt[] {
  const most = Math.max(...drafts.map(({ entries }) => entries.length));
  const entries = drafts.find((draft) => draft.entries.length === most)?.entries ?? [];
  const able = entries.filter(
    (item) =>
      !item.total &&
      item.readings[0]?.value.gt("0") === true &&
      text[item.start] !== "+" &&
      (most === 1 || !isCounted(item)),
  );
  const starts = Array.from(text.matchAll(backWords)).flatMap(({ index, 0: word }) => {
    const end = index + word.length;
    const behind = able.find(
      (item) => leadsToNext.test(word) && item.start >= end && item.start - end <= 1,
    );
    const [nearest] = behind
      ? [behind]
      : able.toSorted((a, b) => between(a, index, end) - between(b, index, end));
    return nearest ? [nearest.start] : [];
  });
  return [...new Set(starts)].map((start) => ({
    why: "figure",
    ways: (draft) =>
      draft.entries.some((each) => each.start === start)
        ? [changed(draft, start, takenOff), draft]
        : [draft],
  }));
}

const isCounted = ({ metric, readings: [amount] }: Item): boolean =>
  amount?.counter !== undefined || metric?.unit.kind === "count";
/** How much text lies between them, from whichever side. */
const between = ({ start, end }: Span, from: number, to: number): number =>
  Math.max(start - to, from - end);
const off = (amount: Amount): Amount => ({ ...amount, value: amount.value.times("-1") });

function takenOff(item: ReadItem): ReadItem {
  const [first, ...others] = item.readings;
  return { ...item, readings: [off(first), ...others.map(off)] };
}
