// Finding the person meant by a name in a line: by name, pinyin or e-mail prefix. The directory is ours, so a person
// without an account on this platform can be named all the same.
import { editDistance } from "#src/language/edit-distance";
import { foldName, foldText } from "./name-folding.ts";
import { givenNameOf, keysOf, soundOf } from "./name-keys.ts";
import type { Person } from "./person.ts";

/** The @ before a name. Behind a letter or a figure it is an address's. */
export const nameMark = /(?<![\p{L}\p{N}._-])@/gu;

export interface NamedAt {
  readonly people: readonly Person[];
  /** Where the name ends in the text. */
  readonly end: number;
}

/** Unambiguous form that the bot itself writes when several people matched and one was chosen. */
export const exactName = (person: Pick<Person, "id">): string => `{${person.id}}`;
const exactUnits = 38;
/** What stands for a person in a line that a platform's mention or a choice wrote. */
export const exactNames = /@?\{([0-9a-f-]{36})\}/g;

/** A text in which whoever was named so has their name again, to be shown. */
export const inNames = (text: string, directory: readonly Person[]): string =>
  text.replace(
    exactNames,
    (all, id: string) => directory.find((each) => each.id === id)?.name ?? all,
  );

/** What is longer is nobody's name, and only quoted. */
const longestWord = 200;

/** Everybody whom the text at `start` may name: whole names first, the longest winning; then prefixes of one word. */
export function peopleNamedAt(text: string, start: number, directory: readonly Person[]): NamedAt {
  const exact = /^\{([0-9a-f-]{36})\}/i.exec(text.slice(start, start + exactUnits));
  if (exact)
    return {
      people: directory.filter((each) => each.id === exact[1]?.toLowerCase()),
      end: start + exact[0].length,
    };

  const { byInitial, longest } = keysIn(directory);
  // A line may name people in a thousand places: at each only so much of it is looked at as a name can take.
  const { folded, starts } = foldText(text.slice(start, start + longest + 1));
  const near = byInitial.get(folded.charAt(0)) ?? [];
  const whole = near.filter(({ key, loose }) => !loose && startsWithName(folded, key));
  const found = Math.max(0, ...whole.map(({ key }) => key.length));
  if (found > 0)
    return {
      people: unique(whole.filter(({ key }) => key.length === found).map((each) => each.person)),
      end: start + (starts[found] ?? 0),
    };

  const word =
    /^[^\s,，、:;：；]+?(?=[.!?。！？]*(?:[\s,，、:;：；]|$))/u.exec(
      text.slice(start, start + longestWord),
    )?.[0] ?? "";
  const beginning = foldName(word);
  const begun = beginning === "" ? [] : near.filter(({ key }) => key.startsWith(beginning));
  if (begun.length > 0)
    return { people: unique(begun.map((each) => each.person)), end: start + word.length };

  const given = near.filter(({ key, loose }) => loose && beginning.startsWith(key));
  const length = given[0]?.key.length ?? word.length;
  return { people: unique(given.map((each) => each.person)), end: start + length };
}

/** Whether the text is a whole name of this person, and not only the beginning of one. */
export const isWholeName = (text: string, person: Person): boolean =>
  text === exactName(person) || keysOf(person).includes(foldName(text));

/** Colleagues whose name sounds or is written almost like this word: to be asked about, never taken. */
export function peopleLike(word: string, directory: readonly Person[]): readonly Person[] {
  const folded = foldName(word).replace(/[.,!?。，！？]+$/u, "");
  const sound = soundOf(folded);
  const isNear = (key: string): boolean =>
    sound === null
      ? folded.length >= 4 &&
        Math.abs(key.length - folded.length) <= 1 &&
        editDistance(key, folded) <= 1
      : soundOf(key) === sound;
  return directory.filter((person) => keysOf(person).some(isNear));
}

interface Key {
  readonly key: string;
  readonly person: Person;
  /** A given name alone: it names somebody only where nothing else does. */
  readonly loose: boolean;
}

interface Keys {
  readonly byInitial: ReadonlyMap<string, readonly Key[]>;
  readonly longest: number;
}

const keysOfDirectory = new WeakMap<readonly Person[], Keys>();

/** Names are put together once for a directory, since a line may ask for them at every word. */
function keysIn(directory: readonly Person[]): Keys {
  const known = keysOfDirectory.get(directory);
  if (known) return known;
  const byInitial = new Map<string, Key[]>();
  let longest = 0;
  for (const person of directory) {
    const given = givenNameOf(person);
    const keys = keysOf(person).map((key): Key => ({ key, person, loose: false }));
    if (given !== null) keys.push({ key: given, person, loose: true });
    for (const each of keys) {
      const initial = each.key.charAt(0);
      const together = byInitial.get(initial) ?? [];
      together.push(each);
      byInitial.set(initial, together);
      longest = Math.max(longest, each.key.length);
    }
  }
  const keys = { byInitial, longest };
  keysOfDirectory.set(directory, keys);
  return keys;
}

/** A name in Latin letters ends where a word does: anna is not in anna-lena, anna_wfh or anna.weber, but in "anna." and "anna's". */
function startsWithName(folded: string, key: string): boolean {
  if (!folded.startsWith(key)) return false;
  return !/[a-z0-9]$/.test(key) || !/^(?:[a-z0-9@]|[-_.][a-z0-9])/.test(folded.slice(key.length));
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
