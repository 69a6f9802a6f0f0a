// Reading a line of progress, in three stages: its tokens, what each figure is, and an account of everything: stored, asked or left out.
import { accountOf } from "./account.ts";
import type { DayToken } from "./bind/bind-days.ts";
import { pairUp } from "./bind/bind-owners.ts";
import { choose } from "./choose.ts";
import { cutTokens, type Tokens } from "./cut-tokens.ts";
import { itemsOf, type Item } from "./items.ts";
import type { LineReader, LineReading, Span } from "./reading.ts";

/** More figures than that are refused, whatever they say. */
export const mostFigures = 50;

/** The one reading of a line, normalised and without its verb. Everything in it is stored, asked about, left out by name, or its note. */
export function readLine(text: string, reader: LineReader): LineReading {
  const tokens = cutTokens(text, reader);
  if (tokens.unknownPerson) return { is: "person", ...tokens.unknownPerson };
  const amounts = tokens.figures.filter(({ readings }) => readings.length > 0);
  const unread = tokens.figures.filter(({ is }) => is === "inexact");
  if (Math.max(amounts.length + tokens.ratios.length, unread.length) > mostFigures)
    return { is: "too-many" };
  const wrong = tokens.days.find(({ reads }) => reads !== "day");
  if (wrong)
    return {
      is: "day",
      text: text.slice(wrong.start, wrong.end).trim(),
      unclear: wrong.reads !== "does-not-exist",
    };
  const { items, wrongSum } = itemsOf(tokens, reader);
  if (wrongSum)
    return {
      is: "wrong-sum",
      text: text.slice(wrongSum.span.start, wrongSum.span.end),
      sum: wrongSum.sum,
    };
  const days = daysIn(tokens, items);
  const chosen = choose(items, {
    bare: tokens.bare,
    rangeOf: (first, second) => rangeOf(tokens.text, first, second),
    eachItsOwn: (list) =>
      list.length > 1 &&
      [days, tokens.people, tokens.goals].some(
        (owners: readonly Span[]) => owners.length === list.length && pairUp(list, owners) !== null,
      ),
  });
  return accountOf(chosen, { tokens, days, reader });
}

const rangeBefore = /(?:(?<![a-z])(?:somewhere )?between|介于|[在从]|(?<![a-z])from) ?$/iu;

/** Between 5k and 6k, 5万和6万之间: neither is said to be it. */
function rangeOf(text: string, first: Span, second: Span): Span | null {
  const ahead = rangeBefore.exec(text.slice(0, first.start))?.[0] ?? "";
  const behind = /^ ?(?:元)?之?间/u.exec(text.slice(second.end))?.[0] ?? "";
  const joins = /^ ?(?:and|to|和|与|到|至) ?$/iu.test(text.slice(first.end, second.start));
  if (!joins || (behind === "" && !/between|介于/iu.test(ahead))) return null;
  return { start: first.start - ahead.length, end: second.end + behind.length };
}

/** A day with the clause it stands in: that of the figure it is nearest to without a mark between. */
function daysIn({ days, text }: Tokens, items: readonly Item[]): readonly DayToken[] {
  return days.flatMap((day) => {
    if (day.reads !== "day") return [];
    const { date, start, end } = day;
    const clause = clauseOf(day, text, items);
    return [
      {
        date,
        start,
        end,
        clause: clause ?? noClause,
        speaks: clause === undefined && hasWords(day, text),
      },
    ];
  });
}

/** Of a day that stands alone between two marks. */
const noClause = -1;
const marks = /[,，、;；。()]|(?<!\p{L})(?:and|und)(?!\p{L})/u;

const hasWords = ({ start, end }: Span, text: string): boolean =>
  /\p{L}/u.test(lastPart(text.slice(0, start)) + (text.slice(end).split(marks)[0] ?? ""));
const lastPart = (text: string): string => text.split(marks).at(-1) ?? "";

function clauseOf(day: Span, text: string, items: readonly Item[]): number | undefined {
  const before = items.findLast(({ start }) => start < day.start);
  if (before && !marks.test(text.slice(before.end, day.start))) return before.clause;
  const after = items.find(({ start }) => start >= day.end);
  return after && !marks.test(text.slice(day.end, after.start)) ? after.clause : undefined;
}
