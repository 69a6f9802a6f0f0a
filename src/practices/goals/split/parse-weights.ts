// Who gets how much of a split: names with weights, and what is given out beyond the goal.
import { isAtLeastOne, onlyOne } from "#src/language/lists";
import { captured } from "#src/language/lookup";
import { decimal, sum, zero, type Decimal } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import { beyondWhole } from "./split-rules.ts";
import { nameAt } from "../log/parse/match-person.ts";

export interface Weighted {
  readonly person: Person;
  readonly weight: Decimal;
}

export type ReadWeights =
  | {
      readonly weights: readonly Weighted[];
      /** Beyond the whole, as a share: 0.1 for 10%. */ readonly over: Decimal;
    }
  /** The words nobody, or more than one person, answers to. */
  | {
      readonly problem: "unknown" | "ambiguous";
      readonly name: string;
      readonly people: readonly Person[];
    }
  | { readonly problem: "unreadable" | "no-weight" | "twice" | "mixed"; readonly name: string };

const number = /^ *[:：=]? *(\d{1,9}(?:\.\d{1,6})?) *(%)?/;
const bare = /^([+-]?\d{1,3}(?:\.\d{1,6})?) *%/;

/**
 * `林晓 5 王磊 3 10%`, `林晓5 王磊3`, `Renke Petersen 60% Anna 40%`: a figure behind a name is its weight, a percentage that stands
 * alone is what is given out beyond the whole. Weights that are all percentages are shares of the goal itself.
 */
export function readWeights(text: string, directory: readonly Person[]): ReadWeights {
  const found: (Weighted & { readonly share: boolean })[] = [];
  let over: Decimal | null = null;
  for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
    const alone = bare.exec(text.slice(at));
    if (alone && over === null) {
      over = decimal(captured(alone, 1).replace("+", "")).div("100");
      at += alone[0].length;
      continue;
    }
    if (/^[+\-\d]/.test(text.slice(at))) return { problem: "unreadable", name: text.slice(at) };
    const named = nameAt(text, at, directory);
    const name = text.slice(at, named.end);
    const person = onlyOne(named.people);
    if (person === null)
      return {
        problem: named.people.length === 0 ? "unknown" : "ambiguous",
        name,
        people: named.people,
      };
    const weight = number.exec(text.slice(named.end));
    if (!weight) return { problem: "no-weight", name };
    if (found.some((each) => each.person.id === person.id)) return { problem: "twice", name };
    found.push({ person, weight: decimal(captured(weight, 1)), share: weight[2] !== undefined });
    at = named.end + weight[0].length;
  }
  const shares = found.filter((each) => each.share).length;
  if (shares > 0 && shares < found.length) return { problem: "mixed", name: "%" };
  const weights = found.map(({ person, weight }) => ({ person, weight }));
  const total = sum(weights.map((each) => each.weight));
  if (isAtLeastOne(weights) && total.eq(zero))
    return { problem: "no-weight", name: weights[0].person.name };
  return { weights, over: over ?? (shares > 0 ? beyondWhole(total) : zero) };
}

function skip(text: string, from: number): number {
  return from + (/^[\s,，、;；@]*/u.exec(text.slice(from))?.[0].length ?? 0);
}
