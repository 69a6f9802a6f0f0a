// Who is named in a line: with a mark (@, for, 替), after another name, or bare where that can be nobody else's business.
import { isWholeName, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";
import type { Span } from "./reading.ts";

export interface NamedToken extends Span {
  readonly person: Person;
  /** Named without a mark. */
  readonly bare: boolean;
  /** Named as who was there too: with @anna, 和@林晓一起. */
  readonly together: boolean;
}

export interface Named {
  readonly people: readonly NamedToken[];
  /** What was marked as a person and is nobody, or several. */
  readonly unknown: { readonly name: string; readonly people: readonly Person[] } | null;
}

const marks = /\b(?:for|to|with)\s+@?|@|(?:替|给|帮)\s*@?/giu;
const joins = /(?:\s*(?:,|、|，|&|\+|\/)\s*(?:and\s+)?|\s+and\s+|\s*[和跟与]\s*)@?/iuy;
/** The verb between a name and its figure: 替林晓报2万. */
const verb = /\s*报数?(?=\s*[\d一二两三四五六七八九十百千万\p{L}])(?![销告价名表警备废])/uy;

/** At so many places of a line a name is looked for; a longer one is a text, not a report. */
const mostPlaces = 80;

export function findNamed(text: string, directory: readonly Person[]): Named {
  if (directory.length === 0) return { people: [], unknown: null };
  const people: NamedToken[] = [];
  let reached = 0;
  for (const { 0: mark, index } of placesOf(text, marks)) {
    if (index < reached) continue;
    const at = index + mark.length;
    const marked = mark.includes("@");
    if (/^with/i.test(mark) && !marked) continue;
    const named = peopleNamedAt(text, at, directory);
    const [person] = named.people;
    if (named.people.length !== 1 || !person) {
      // "for the second order", "from 20 to 5" name nobody; only what was marked with @ must be a person.
      if (named.people.length === 0 && !marked) continue;
      return { people, unknown: { name: text.slice(at, named.end), people: named.people } };
    }
    reached = behindVerb(text, named.end);
    people.push({ person, bare: false, together: /^with/i.test(mark), start: index, end: reached });
    for (
      let next = joinedAt(text, reached, directory);
      next;
      next = joinedAt(text, reached, directory)
    ) {
      reached = next.end;
      people.push(next);
    }
  }
  return { people, unknown: null };
}

/** Another name right behind one: @a and b, 林晓、王磊. */
function joinedAt(text: string, at: number, directory: readonly Person[]): NamedToken | null {
  joins.lastIndex = at;
  const join = joins.exec(text);
  if (!join) return null;
  const from = at + join[0].length;
  const named = peopleNamedAt(text, from, directory);
  const [person] = named.people;
  if (named.people.length !== 1 || !person) return null;
  if (!join[0].includes("@") && !isWholeName(text.slice(from, named.end), person)) return null;
  return { person, bare: false, together: false, start: at, end: behindVerb(text, named.end) };
}

function behindVerb(text: string, at: number): number {
  verb.lastIndex = at;
  return at + (verb.exec(text)?.[0].length ?? 0);
}

const nameBegins = /(?<!\p{L})\p{L}|(?<=[\d万亿千百元单个通次笔])\p{Script=Han}/gu;

/** The first and the last ones of a long line. */
function placesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const all = Array.from(text.matchAll(pattern));
  return all.length <= mostPlaces
    ? all
    : [...all.slice(0, mostPlaces / 2), ...all.slice(-mostPlaces / 2)];
}

/** Whole names without a mark. */
export function findBareNames(text: string, colleagues: readonly Person[]): readonly NamedToken[] {
  if (colleagues.length === 0) return [];
  const found: NamedToken[] = [];
  for (const { index } of placesOf(text, nameBegins)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const { people, end } = peopleNamedAt(text, index, colleagues);
    const [person] = people;
    if (people.length === 1 && person && isWholeName(text.slice(index, end), person))
      found.push({ person, bare: true, together: false, start: index, end: behindVerb(text, end) });
  }
  return found;
}
