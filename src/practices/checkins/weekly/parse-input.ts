// What stands behind `checkin`, `priorities`, `daily`: one person alone is somebody to read of, anything else is what somebody wants
// to write, in their own words.
import { notOnePerson, type Argument, type Reading } from "#src/bot/declare/arguments";
import { asTyped } from "#src/language/text";
import { isWholeName, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";

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
  const lead = /^(?:for |of |看)?\s*(@?)\s*/iu.exec(reading.rest)!;
  const start = lead[0].length;
  const { people, end } = peopleNamedAt(reading.rest, start, reading.directory);
  const name = reading.rest.slice(start, end);
  if (name === "" || !/^(?:的)?$/u.test(reading.rest.slice(end).trim())) return null;
  // Without a mark it takes a whole name: a word that begins one is a word.
  if (people.length === 1 && (lead[1] === "@" || isWholeName(name, people[0]!))) return people[0]!;
  if (lead[1] === "@") throw notOnePerson(reading, name, people);
  return null;
}

/** As typed, and a colleague's mention by their name. */
function inOwnWords({ rest, typed, directory }: Reading): string {
  return asTyped(typed, rest.trim()).replace(
    /@?\{([0-9a-f-]{36})\}/g,
    (all, id: string) => directory.find((each) => each.id === id)?.name ?? all,
  );
}

/** The lines of what was typed: one priority each. */
export const linesOf = (words: string): readonly string[] =>
  words
    .split(/\n|[;；]/u)
    .map((each) => each.replace(/^\s*(?:[-•*·]|\d{1,2}[.、)）])\s*/u, "").trim())
    .filter((each) => each !== "");
