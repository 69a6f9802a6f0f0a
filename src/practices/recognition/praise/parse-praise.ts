// The line behind `praise`: who, why, #value and +points. Names come first, or stand anywhere with an @; the giver's words stay as typed.
import { captured } from "#src/language/lookup";
import { notOnePerson, type Argument, type Reading } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { asTyped } from "#src/language/text";
import {
  exactNames,
  inNames,
  isWholeName,
  peopleLike,
  peopleNamedAt,
  nameMark,
} from "#src/people/naming";
import type { Person } from "#src/people/person";
import type { Value } from "../model.ts";
import { tagsOf } from "../rules.ts";

export interface PraiseLine {
  readonly receivers: readonly Person[];
  /** Marked in the middle of the words beside others who are meant: praised as well, or only spoken of. */
  readonly perhaps: readonly Person[];
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

/** A line in one's own words, for a win: as typed, without the verb. */
export function words(): Argument<string> {
  return {
    namesPeople: true,
    mayHold: (text) => text.search(exactNames) >= 0,
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
      const [stranger] = reading.strangers ?? [];
      if (stranger) throw new Refusal(reading.t.strangerNamed(stranger));
      const receivers = leading(reading);
      const beside = adjacent(reading, receivers);
      const { trailing, within } = marked(reading, receivers.length > 0);
      receivers.push(...trailing);
      if (receivers.length === 0) receivers.push(...within);
      const others = [...beside, ...within].filter((each) => !receivers.includes(each));
      const rest = inNames(reading.rest.trim(), reading.directory);
      reading.rest = "";
      const typed = inNames(reading.typed, reading.directory);
      return { receivers: unique(receivers), perhaps: unique(others), rest, typed };
    },
  };
}

/** Takes the names off the front. */
function leading(reading: Reading): Person[] {
  const receivers: Person[] = [];
  for (let next = first(reading); next !== null; next = further(reading)) receivers.push(next);
  return receivers;
}

/** The first may be a whole name without a mark. */
function first(reading: Reading): Person | null {
  const lead = /^(?:一下|to |for |给)?\s*/iu.exec(reading.rest)?.[0].length ?? 0;
  return nameBehind(lead, reading);
}

/** Each further one has a mark, stands behind "and", or is a whole Chinese name glued to the one before. */
function further(reading: Reading): Person | null {
  const lead = /^\s*(?:(?:,|、|;|&|\+|and\b|和|与|及)\s*)*/iu.exec(reading.rest)?.[0] ?? "";
  if (lead.trim() !== "" || reading.rest.startsWith("@", lead.length))
    return nameBehind(lead.length, reading);
  const { people, end } = peopleNamedAt(reading.rest, lead.length, reading.directory);
  const name = reading.rest.slice(lead.length, end);
  const [only] = people;
  if (people.length !== 1 || only?.name !== name || !/^\p{Script=Han}{2,}$/u.test(name))
    return null;
  reading.rest = reading.rest.slice(end);
  return only;
}

function nameBehind(lead: number, reading: Reading): Person | null {
  const isMarked = reading.rest.startsWith("@", lead);
  const start = lead + (isMarked ? 1 : 0);
  const { people, end } = peopleNamedAt(reading.rest, start, reading.directory);
  const name = reading.rest.slice(start, end);
  const [only] = people;
  if (people.length === 1 && only && (isMarked || isWholeName(name, only))) {
    reading.rest = reading.rest.slice(end);
    return only;
  }
  if (isMarked) throw notOnePerson(reading, name, people);
  return null;
}

/** A whole name right behind those in front and without a mark: "anna maya great demo", or "anna will be missed". */
function adjacent(reading: Reading, receivers: readonly Person[]): readonly Person[] {
  if (receivers.length === 0) return [];
  const lead = /^ /u.exec(reading.rest)?.[0].length ?? 0;
  const { people, end } = peopleNamedAt(reading.rest, lead, reading.directory);
  const [only] = people;
  if (lead === 0 || people.length !== 1 || !only) return [];
  return isWholeName(reading.rest.slice(lead, end), only) ? [only] : [];
}

interface Marked {
  /** Those at the end of the line, who are meant beside whoever stands in front. */
  readonly trailing: readonly Person[];
  /** Those in the middle of the words, whose names stay there. */
  readonly within: readonly Person[];
}

const onlyJoins = /^(?:[\s,、;&+.!?。！~]|and\b|和|与|及)*$/iu;

/** Everybody marked with @ behind the front names. Where some are named in front, an @ that is nobody's is a word: @14:00. */
function marked(reading: Reading, someInFront: boolean): Marked {
  const found: { person: Person; start: number; end: number }[] = [];
  for (const { index } of reading.rest.matchAll(nameMark)) {
    const { people, end } = peopleNamedAt(reading.rest, index + 1, reading.directory);
    const name = reading.rest.slice(index + 1, end);
    const [only] = people;
    if (people.length === 1 && only) found.push({ person: only, start: index, end });
    else if (people.length > 1 || !someInFront || peopleLike(name, reading.directory).length > 0)
      throw notOnePerson(reading, name, people);
  }
  const words = reading.rest;
  let tail = words.length;
  const trailing: Person[] = [];
  while (found.length > 0) {
    const last = found.at(-1);
    if (!last || !onlyJoins.test(words.slice(last.end, tail))) break;
    trailing.unshift(last.person);
    tail = last.start;
    found.pop();
  }
  // The last sign of the sentence stays with it: "... the books @anna!" ends in "!".
  const sign = trailing.length > 0 ? (/[.!?。！]+\s*$/u.exec(words)?.[0] ?? "") : "";
  const kept = words
    .slice(0, tail)
    .replace(/[\s,、;&+]*(?:\s(?:to|for|and)|给|和|与|及)?\s*$/iu, "");
  let rest = trailing.length > 0 ? `${kept}${sign}` : words;
  for (const { person, start, end } of found.toReversed())
    rest = `${rest.slice(0, start)}${person.name}${rest.slice(end)}`;
  reading.rest = rest;
  return { trailing, within: found.map((each) => each.person) };
}

const unique = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((each) => [each.id, each])).values(),
];

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
    .map((found) => ({ text: found[0], value: valueOf(captured(found, 1)) }))
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
