// Looking a word up that came from outside. A plain table also answers to `constructor` and `toString`, which stand in nobody's table.

export const entryOf = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
