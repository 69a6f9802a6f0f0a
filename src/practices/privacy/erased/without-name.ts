// A message as it reads without somebody: their mention and their name are another's, wherever they stand in it. Pure.
import type { Both } from "#src/language/catalogue";
import type { Card } from "#src/view/card";

type Cards = Partial<Both<readonly Card[]>>;

/** `name` is theirs; a name in Latin letters is not looked for inside of words. */
export function withoutName(cards: Cards, name: string, former: Both<string>): Cards {
  return {
    ...(cards.zh && { zh: inside(cards.zh, name, former.zh) }),
    ...(cards.en && { en: inside(cards.en, name, former.en) }),
  };
}

function inside<T>(value: T, name: string, former: string): T {
  const pattern = new RegExp(
    `(?<![\\p{Script=Latin}\\d])${escaped(name)}(?![\\p{Script=Latin}\\d])`,
    "gu",
  );
  // What is made of plain data alone stays of its type: only texts in it change.
  const changed = (each: unknown): unknown => {
    if (typeof each === "string") return each.replace(pattern, former);
    if (Array.isArray(each)) return each.map(changed);
    if (typeof each !== "object" || each === null) return each;
    // A mention would still be told to whoever it names.
    if ("person" in each && "name" in each && each.name === name) return former;
    return Object.fromEntries(Object.entries(each).map(([key, of]) => [key, changed(of)]));
  };
  return changed(value) as T;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
