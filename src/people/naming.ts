// Finding the person meant by a name in a line: by name, pinyin or e-mail prefix. The directory is ours, so a person
// without an account on this platform can be named all the same.
import { pinyin } from "pinyin-pro";
import type { Person } from "./person.ts";

export interface NamedAt {
  readonly people: readonly Person[];
  /** Where the name ends in the text. */
  readonly end: number;
}

/** Unambiguous form that the bot itself writes when several people matched and one was chosen. */
export const exactName = (person: Pick<Person, "id">): string => `{${person.id}}`;

/** Everybody whom the text at `start` may name: whole names first, the longest winning; then prefixes of one word. */
export function peopleNamedAt(text: string, start: number, directory: readonly Person[]): NamedAt {
  const rest = text.slice(start).toLowerCase();
  const exact = /^\{([0-9a-f-]{36})\}/.exec(rest);
  if (exact) return { people: directory.filter((each) => each.id === exact[1]), end: start + exact[0].length };

  const whole = directory.flatMap((person) =>
    keysOf(person)
      .filter((key) => startsWithName(rest, key))
      .map((key) => ({ person, length: key.length })),
  );
  const longest = Math.max(0, ...whole.map((each) => each.length));
  if (longest > 0) return { people: unique(whole.filter((each) => each.length === longest).map((each) => each.person)), end: start + longest };

  const word = /^[^\s,，、:;：；]+/u.exec(rest)?.[0] ?? "";
  if (word === "") return { people: [], end: start };
  return { people: directory.filter((person) => keysOf(person).some((key) => key.startsWith(word))), end: start + word.length };
}

/** Everything a person answers to, folded: name, parts of it, pinyin without spaces, the e-mail and what stands before its @. */
export function keysOf(person: Pick<Person, "name" | "email">): readonly string[] {
  const name = person.name.toLowerCase();
  const sounds = /\p{Script=Han}/u.test(name) ? [pinyin(name, { toneType: "none", type: "array" }).join("")] : [];
  const email = person.email?.toLowerCase();
  return unique([name, ...name.split(/\s+/), ...sounds, ...(email ? [email, email.split("@")[0]!] : [])].filter((each) => each !== ""));
}

function startsWithName(rest: string, key: string): boolean {
  if (!rest.startsWith(key)) return false;
  const next = rest.charAt(key.length);
  return !/[a-z0-9@.]/.test(next) || !/[a-z0-9]$/.test(key);
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
