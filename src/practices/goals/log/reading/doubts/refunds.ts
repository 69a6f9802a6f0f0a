// €500 refund, 退2万: a figure that goes back, or does it? Only the writer can say.
import type { Amount } from "#src/language/amount/amount";
import type { Doubt, Draft } from "../choose.ts";
import type { Tokens } from "../cut-tokens.ts";
import type { Item, ReadItem } from "../items.ts";
import { givesBack } from "../line-words.ts";
import type { Span } from "../reading.ts";

const backWords = new RegExp(givesBack, "giu");

/** less €500, 退2万: of the figure that follows. */
const leadsToNext = /^(?:less|退|扣|减|少)/iu;

/** On or off: of several amounts those that such a word stands nearest to, all of them alike. */
export function refunds(drafts: readonly Draft[], { text, figures }: Tokens): readonly Doubt[] {
  const most = Math.max(...drafts.map(({ entries }) => entries.length));
  const entries = drafts.find((draft) => draft.entries.length === most)?.entries ?? [];
  const able = entries.filter(
    (item) => !item.total && text[item.start] !== "+" && (most === 1 || !isCounted(item)),
  );
  const others = figures.filter(
    ({ is, start, readings: [amount] }) =>
      is === "amount" &&
      amount?.counter === undefined &&
      !entries.some((each) => each.start === start),
  );
  const found = Array.from(text.matchAll(backWords)).flatMap(({ index, 0: word }) => {
    const end = index + word.length;
    const behind = able.find(
      (item) => leadsToNext.test(word) && item.start >= end && item.start - end <= 1,
    );
    const [nearest] = behind
      ? [behind]
      : able.toSorted((a, b) => between(a, index, end) - between(b, index, end));
    // 回款5万，退押金2000: of what is left out, and of no result.
    const away = nearest ? between(nearest, index, end) : 0;
    return nearest && others.every((each) => between(each, index, end) >= away) ? [nearest] : [];
  });
  // One with a sign of its own is said: -€250 refund.
  const starts = new Set(found.filter(isOn).map(({ start }) => start));
  if (starts.size === 0) return [];
  const isMeant = ({ start }: Item): boolean => starts.has(start);
  return [
    {
      why: "sign",
      ways: (draft) =>
        draft.entries.some(isMeant)
          ? [
              {
                ...draft,
                entries: draft.entries.map((each) => (isMeant(each) ? takenOff(each) : each)),
              },
              draft,
            ]
          : [draft],
    },
  ];
}

const isOn = ({ readings: [amount] }: ReadItem): boolean => amount.value.gt("0");
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
