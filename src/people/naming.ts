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
const exactUnits = 38;
/** What is longer is nobody's name, and only quoted. */
const longestWord = 200;

/** Everybody whom the text at `start` may name: whole names first, the longest winning; then prefixes of one word. */
export function peopleNamedAt(text: string, start: number, directory: readonly Person[]): NamedAt {
  const { byInitial, longest } = keysIn(directory);
  // A line may name people in a thousand places: at each only so much of it is looked at as a name can take.
  const rest = text.slice(start, start + longest + 1).toLowerCase();
  const exact = /^\{([0-9a-f-]{36})\}/.exec(text.slice(start, start + exactUnits).toLowerCase());
  if (exact)
    return {
      people: directory.filter((each) => each.id === exact[1]),
      end: start + exact[0].length,
    };

  const near = byInitial.get(rest.charAt(0)) ?? [];
  const whole = near.filter(({ key }) => startsWithName(rest, key));
  const found = Math.max(0, ...whole.map(({ key }) => key.length));
  if (found > 0)
    return {
      people: unique(whole.filter(({ key }) => key.length === found).map((each) => each.person)),
      end: start + found,
    };

  const word = /^[^\s,，、:;：；]+/u.exec(text.slice(start, start + longestWord))?.[0] ?? "";
  const folded = word.toLowerCase();
  return {
    people:
      word === ""
        ? []
        : unique(near.filter(({ key }) => key.startsWith(folded)).map((each) => each.person)),
    end: start + word.length,
  };
}

interface Keys {
  readonly byInitial: ReadonlyMap<
    string,
    readonly { readonly key: string; readonly person: Person }[]
  >;
  readonly longest: number;
}

const keysOfDirectory = new WeakMap<readonly Person[], Keys>();

/** Names are put together once for a directory, since a line may ask for them at every word. */
function keysIn(directory: readonly Person[]): Keys {
  const known = keysOfDirectory.get(directory);
  if (known) return known;
  const byInitial = new Map<string, { key: string; person: Person }[]>();
  let longest = 0;
  for (const person of directory) {
    for (const key of keysOf(person)) {
      const initial = key.charAt(0);
      const together = byInitial.get(initial) ?? [];
      together.push({ key, person });
      byInitial.set(initial, together);
      longest = Math.max(longest, key.length);
    }
  }
  const keys = { byInitial, longest };
  keysOfDirectory.set(directory, keys);
  return keys;
}

/** Everything a person answers to, folded: name, parts of it, pinyin without spaces, the e-mail and what stands before its @. */
export function keysOf(person: Pick<Person, "name" | "email">): readonly string[] {
  const name = person.name.toLowerCase();
  const sounds = /\p{Script=Han}/u.test(name)
    ? [pinyin(name, { toneType: "none", type: "array" }).join("")]
    : [];
  const email = person.email?.toLowerCase();
  return unique(
    [name, ...name.split(/\s+/), ...sounds, ...(email ? [email, email.split("@")[0]!] : [])].filter(
      (each) => each !== "",
    ),
  );
}

function startsWithName(rest: string, key: string): boolean {
  if (!rest.startsWith(key)) return false;
  const next = rest.charAt(key.length);
  return !/[a-z0-9@.]/.test(next) || !/[a-z0-9]$/.test(key);
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
