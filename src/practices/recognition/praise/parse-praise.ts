// The line behind `praise`: who, why, #value and +points. Names come first, or stand anywhere with an @; the giver's words stay as typed.
import { notOnePerson, type Argument, type Reading } from "#src/bot/declare/arguments";
import { asTyped } from "#src/language/text";
import { isWholeName, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";
import type { Value } from "../model.ts";
import { tagsOf } from "../rules.ts";

export interface PraiseLine {
  readonly receivers: readonly Person[];
  /** What stands behind the names, normalised. */
  readonly rest: string;
  /** The whole line as typed. */
  readonly typed: string;
}

export interface PraiseWords {
  readonly reason: string;
  readonly value: Value | null;
  readonly points: number;
  /** What looks like points and could not be read as one figure; or there are no points, and it stayed among the words. */
  readonly unclear: string | null;
}

const exact = /@?\{([0-9a-f-]{36})\}/g;

/** A line in one's own words, for a win: as typed, without the verb. */
export function words(): Argument<string> {
  return {
    namesPeople: true,
    mayHold: (text) => text.search(exact) >= 0,
    read(reading) {
      const text = asTyped(reading.typed, reading.rest.trim());
      reading.rest = "";
      return inNames(text, reading.directory);
    },
  };
}

export function praiseLine(): Argument<PraiseLine> {
  return {
    namesPeople: true,
    mayHold: () => true,
    read(reading) {
      const receivers: Person[] = [];
      for (
        let next = leading(reading, receivers.length === 0);
        next !== null;
        next = leading(reading, false)
      )
        receivers.push(next);
      if (receivers.length === 0) {
        const within = marked(reading);
        if (within !== null) receivers.push(within);
      }
      const rest = inNames(reading.rest.trim(), reading.directory);
      reading.rest = "";
      return {
        receivers: [...new Map(receivers.map((each) => [each.id, each])).values()],
        rest,
        typed: inNames(reading.typed, reading.directory),
      };
    },
  };
}

/** Takes a name off the front: marked with @, or (first, or after "and") a whole name without it. */
function leading(reading: Reading, first: boolean): Person | null {
  const lead = first
    ? /^(?:一下|to |for |给)?\s*/iu.exec(reading.rest)![0].length
    : (/^\s*(?:(?:,|、|;|&|\+|and\b|和|与|及)\s*)?/iu.exec(reading.rest)?.[0].length ?? 0);
  const joined = first || reading.rest.slice(0, lead).trim() !== "";
  const isMarked = reading.rest.startsWith("@", lead);
  if (!isMarked && !joined) return null;
  const start = lead + (isMarked ? 1 : 0);
  const named = peopleNamedAt(reading.rest, start, reading.directory);
  const name = reading.rest.slice(start, named.end);
  if (!isMarked && (named.people.length !== 1 || !isWholeName(name, named.people[0]!))) return null;
  if (named.people.length !== 1) throw notOnePerson(reading, name, named.people);
  reading.rest = reading.rest.slice(named.end);
  return named.people[0]!;
}

/** The first @name anywhere in the line. */
function marked(reading: Reading): Person | null {
  const at = reading.rest.indexOf("@");
  if (at < 0) return null;
  const named = peopleNamedAt(reading.rest, at + 1, reading.directory);
  if (named.people.length !== 1)
    throw notOnePerson(reading, reading.rest.slice(at + 1, named.end), named.people);
  reading.rest = `${reading.rest.slice(0, at)} ${reading.rest.slice(named.end)}`.replace(
    / {2,}/g,
    " ",
  );
  return named.people[0]!;
}

/** What stands for a person in a line that a platform's mention or a choice wrote becomes the name again. */
const inNames = (text: string, directory: readonly Person[]): string =>
  text.replace(exact, (all, id: string) => directory.find((each) => each.id === id)?.name ?? all);

const tag = /#([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu;
const counter = String.raw`(?:\s?(?:points?|pts?|分|积分))?`;
/** Alone among the words, or at their end right behind a Chinese one: 大单+5. */
const plus = new RegExp(
  String.raw`(?:(?:^|\s)\+\d+${counter}(?=\s|$))|(?<=\p{Script=Han})\+\d+${counter}$`,
  "giu",
);
/** -5, 10分, 5 points at the end: meant as points, and none. */
const almost = /(?:^|\s)(?:-\d+\s?(?:points?|pts?|分|积分)?|\d+\s?(?:points?|pts?|分|积分))$/iu;

/** A #tag that names no value, and a +10 where there are no points, are part of the words. Never guessed: two figures, or one too long, are unclear. */
export function readWords(
  rest: string,
  typed: string,
  { values, points }: { readonly values: readonly Value[]; readonly points: boolean },
): PraiseWords {
  const valueOf = tagsOf(values);
  const tagged = [...rest.matchAll(tag)]
    .map((found) => ({ text: found[0], value: valueOf(found[1]!) }))
    .find((each) => each.value !== null);
  const plain = (tagged ? rest.replace(tagged.text, " ") : rest).trim();
  const found = [...plain.matchAll(plus)].map((each) => each[0].trim());
  const figure = /\d+/.exec(found[0] ?? "")?.[0] ?? "";
  const isClear =
    found.length === 0
      ? !almost.test(plain)
      : found.length === 1 && figure.length <= 6 && !almost.test(plain.replace(plus, ""));
  const reason = (points && isClear ? plain.replace(plus, " ") : plain)
    .replace(/ {2,}/g, " ")
    .replace(/^[\s,:;、!。.~-]+/u, "")
    .trim();
  const unclear = points ? !isClear : found.length > 0;
  return {
    reason: asTyped(typed, reason),
    value: tagged?.value ?? null,
    points: points && isClear ? Number(figure) : 0,
    unclear: unclear ? found.join(" ") || (almost.exec(plain)?.[0].trim() ?? "") : null,
  };
}
