// What stands behind `checkin`, `priorities`, `daily`: one person alone is somebody to read of, anything else is what somebody wants
// to write, in their own words.
import { onlyOne } from "#src/language/lists";
import { notOnePerson, type Argument, type Reading } from "#src/bot/declare/arguments";
import { asTyped } from "#src/language/text";
import { isWholeName, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";
import { mostPriorities } from "../rules.ts";

export interface Typed {
  readonly who: Person | null;
  readonly words: string;
}

export function typedLine(): Argument<Typed> {
  return {
    namesPeople: true,
    mayHold: (text) => text !== "",
    read(reading) {
      const who = alone(reading);
      const words = who === null ? inOwnWords(reading) : "";
      reading.rest = "";
      return { who, words };
    },
  };
}

function alone(reading: Reading): Person | null {
  const lead = /^(?:for |of |看)?\s*@?\s*/iu.exec(reading.rest)?.[0] ?? "";
  const [start, isMarked] = [lead.length, lead.includes("@")];
  const { people, end } = peopleNamedAt(reading.rest, start, reading.directory);
  const name = reading.rest.slice(start, end);
  if (name === "" || !/^(?:的)?$/u.test(reading.rest.slice(end).trim())) return null;
  // Without a mark it takes a whole name: a word that begins one is a word.
  const person = onlyOne(people);
  if (person !== null && (isMarked || isWholeName(name, person))) return person;
  if (isMarked) throw notOnePerson(reading, name, people);
  return null;
}

/** As typed, and a colleague's mention by their name. */
function inOwnWords({ rest, typed, directory }: Reading): string {
  return asTyped(typed, rest.trim()).replace(
    /@?\{([0-9a-f-]{36})\}/g,
    (all, id: string) => directory.find((each) => each.id === id)?.name ?? all,
  );
}

/** One priority a line, or parted by ; 、 or commas, or by spaces between Chinese ones, where that makes no more than fit. */
export function linesOf(words: string): readonly string[] {
  const lines = tidied(words.split(/\n|[;；]/u));
  const [only] = lines;
  if (lines.length !== 1 || only === undefined) return lines;
  const apart = [/、/u, /[,，]/u, /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u].map((sign) =>
    tidied(only.split(sign)),
  );
  return apart.find((each) => each.length > 1 && each.length <= mostPriorities) ?? lines;
}

const tidied = (lines: readonly string[]): readonly string[] =>
  lines
    .map((each) => each.replace(/^\s*(?:[-•*·]|\d{1,2}[.、)）])\s*/u, "").trim())
    .filter((each) => each !== "");

/** Said instead of priorities by somebody who has none to write. */
export const isSkip = (words: string): boolean =>
  /^(?:skip(?: (?:it|this week|this one|today))?|pass|none|nothing(?: to report)?|n\/?a|跳过|免了|没有|没啥|没什么|无|这周没有|不写了?|不填了?)[.。!！]?$/iu.test(
    words.trim(),
  );
