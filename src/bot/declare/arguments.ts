// What may stand behind a verb: small readers that take their part out of the line and leave the rest to the next.
import type { LocalDate } from "#src/calendar/local-date";
import { bareDate, findDate } from "#src/language/dates/dates";
import { asTyped, typedStretches } from "#src/language/text";
import { nameApart } from "#src/people/name-apart";
import { exactName, isWholeName, peopleLike, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";
import { button } from "#src/view/card";
import { said } from "#src/view/line";
import { Incomplete, Refusal } from "./errors.ts";
import { say } from "./actions.ts";
import type { Stranger } from "./incoming.ts";
import type { HouseMessages } from "../messages/index.ts";

/** The line behind the verb while it is being read. */
export interface Reading {
  rest: string;
  /** The verb and everything behind it, as understood: what a chosen name is put into. */
  readonly whole: string;
  /** The line as the person typed it, before anything was normalised: for words that are shown again. */
  readonly typed: string;
  readonly today: LocalDate;
  readonly directory: readonly Person[];
  /** Who was named by a mention and is nobody a command can mean: guests, apps, whoever has left. */
  readonly strangers?: readonly Stranger[];
  readonly t: HouseMessages;
}

export interface Argument<T> {
  /** Whether the directory must be loaded to read it. */
  readonly namesPeople: boolean;
  /** Whether this line can hold it at all; saves loading the directory when it cannot. */
  readonly mayHold: (rest: string) => boolean;
  readonly read: (reading: Reading) => T;
}

/** All that is left, trimmed; may be empty. */
export function rest(): Argument<string> {
  return plain((reading) => {
    const text = reading.rest.trim();
    reading.rest = "";
    return text;
  });
}

/** The same in people's own words, which keep their full-width signs: for what is only shown again. */
export function ownWords(): Argument<string> {
  return plain((reading) => {
    const text = asTyped(reading.typed, reading.rest.trim());
    reading.rest = "";
    return text;
  });
}

/** A line as it is read, and how any piece of it was typed. */
export interface ReadWords {
  readonly line: string;
  readonly typed: (read: string) => string;
}

/** All that is left, where only a part of it is shown again: the rest is read. */
export function readWords(): Argument<ReadWords> {
  return plain((reading) => {
    const line = reading.rest.trim();
    reading.rest = "";
    return { line, typed: typedStretches(reading.typed) };
  });
}

/** Glued to an amount it is one too: 12万G3, 12万#G3, 20通G2. Behind any other word (华为G3) it may be part of a name. */
export const codePattern = (letter: string, flags: "iu" | "giu"): RegExp =>
  new RegExp(
    `(?=#?${letter}\\d)(?:(?<![\\p{L}\\p{N}])|(?<=\\d[万亿千百]{0,3}(?:元|块|单|个|通|家|次|件|台|套|份|笔|条|场|位|人|户)?)(?<!\\d)|(?<=\\d)(?=#))#?${letter}(\\d{1,9})(?![\\p{N}a-z])`,
    flags,
  );

/** A number in our own numbering, such as the 7 of G7 or #G7. */
export function code(letter: string): Argument<number | null> {
  const pattern = codePattern(letter, "iu");
  return plain((reading) => {
    const found = pattern.exec(reading.rest);
    if (!found) return null;
    cut(reading, found.index, found.index + found[0].length);
    return Number(found[1]);
  });
}

export function neededCode(letter: string): Argument<number> {
  const inner = code(letter);
  return plain((reading) => needed(`${letter}1`, inner.read(reading)));
}

/** A date anywhere in the line. One that does not exist is refused, never rolled over. */
export function date(lean: "past" | "future"): Argument<LocalDate | null> {
  return plain((reading) => {
    const found = findDate(reading.rest, { today: reading.today, lean });
    if (!found) return null;
    if ("date" in found) {
      cut(reading, found.start, found.end);
      return found.date;
    }
    const { kind, text } = found.problem;
    const says = kind === "ambiguous" ? reading.t.whichDate : reading.t.noSuchDate;
    throw new Refusal(says(bareDate(text)));
  });
}

const naming = /(?:\bfor\s+|\bto\s+|@|(?:替|给|帮)\s*@?)@?/giu;

/** The person named by @name, "for name" or 替/给 name. Several that match are offered as buttons. */
export function person(): Argument<Person | null> {
  return {
    namesPeople: true,
    mayHold: (text) => text.search(naming) >= 0,
    read: (reading) => {
      for (const found of reading.rest.matchAll(naming)) {
        const start = found.index + found[0].length;
        const named = peopleNamedAt(reading.rest, start, reading.directory);
        const [one, ...others] = named.people;
        if (one && others.length === 0) {
          cut(reading, found.index, named.end);
          return one;
        }
        // "for the second order", "from 20 to 5" name nobody; only what was marked with @ must be a person.
        if (one || found[0].includes("@"))
          throw notOnePerson(reading, reading.rest.slice(start, named.end), named.people);
      }
      return null;
    },
  };
}

/** The sentence about a name that is nobody's, or several people's; whoever may be meant stands on a button that says the line again. */
/** Somebody named right behind the verb, with a mark or without: goals anna, 目标 @林晓. */
export function named(): Argument<Person | null> {
  const marked = person();
  return {
    namesPeople: true,
    mayHold: (text) => text !== "",
    read(reading) {
      const text = reading.rest.trim();
      if (text === "" || /^(?:@|for |of |替|给|帮)/iu.test(text)) return marked.read(reading);
      const { people, end } = peopleNamedAt(text, 0, reading.directory);
      const [only] = people;
      if (!only) return marked.read(reading);
      if (people.length > 1) throw notOnePerson(reading, text.slice(0, end), people);
      if (!isWholeName(text.slice(0, end), only)) return marked.read(reading);
      reading.rest = text.slice(end).replace(/^(?:'s|的)?\s*(?:goals?|targets?|目标|进度)?/iu, "");
      return only;
    },
  };
}

export function notOnePerson(reading: Reading, name: string, people: readonly Person[]): Refusal {
  const { t, whole, directory } = reading;
  const stranger = strangerCalled(reading, name);
  if (people.length === 0 && stranger) return new Refusal(t.strangerNamed(stranger));
  if (people.length === 0 && everybody.test(name)) return new Refusal(t.groupNamed(name));
  const meant = (people.length > 0 ? people : peopleLike(name, directory)).slice(0, mostChoices);
  const choices = nameApart(meant).map(({ person: each, label }) =>
    button(said(label), say({ text: whole.replace(name, exactName(each)) })),
  );
  if (people.length > 0) return new Refusal(t.whichPerson(name), choices);
  return new Refusal(choices.length > 0 ? t.nobodyCalledBut(name) : t.nobodyCalled(name), choices);
}

const mostChoices = 5;
const everybody =
  /^(?:channel|here|everyone|everybody|all|group|team|所有人|全体成员|全员|大家)$/iu;

/** A stranger's name may have several words, of which a reader takes the first. */
const strangerCalled = ({ strangers = [], rest }: Reading, name: string): Stranger | undefined =>
  strangers.find(
    (each) => each.name === name || (each.name.startsWith(name) && rest.includes(`@${each.name}`)),
  );

/** Said around a command and meaning nothing more: a courtesy, a sign at the end. */
const courtesy =
  /^(?:[\s,，.。!！?？~～:：、;；]|\p{Extended_Pictographic}|\uFE0F|please\b|pls\b|plz\b|thanks\b|thank you\b|thx\b|now\b|again\b|bitte\b|一下|谢谢|多谢|请|吧|了|啊|呀|呢|哦|哈|啦|嘛)*$/iu;

/** What no argument took out of a line, courtesies left aside: it is said rather than passed over. */
export const wordsLeft = (rest: string): string => (courtesy.test(rest) ? "" : rest.trim());

function needed<T>(name: string, value: T | null): T {
  if (value === null) throw new Incomplete(name);
  return value;
}

function cut(reading: Reading, start: number, end: number): void {
  reading.rest = `${reading.rest.slice(0, start)} ${reading.rest.slice(end)}`
    .replace(/ {2,}/g, " ")
    .trim();
}

function plain<T>(read: (reading: Reading) => T): Argument<T> {
  return { namesPeople: false, mayHold: () => true, read };
}
