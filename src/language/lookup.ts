// Looking something up: by a word that came from outside, or where it is known to be. A plain table also answers to `constructor` and
// `toString`, which stand in nobody's table.

export const entryOf = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Of a map that was made with an entry for each key it is asked for. Throws where that is not so: a fault of ours. */
export function entryIn<K, V extends object>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key);
  if (found === undefined) throw new Error("a key that the map was made without");
  return found;
}

/** What a group of an expression took that takes part in every match of it. Throws where it did not: a fault of ours. */
export function captured(match: RegExpMatchArray, group: number): string {
  const found = match[group];
  if (found === undefined) throw new Error(`group ${group} took no part in the match`);
  return found;
}
