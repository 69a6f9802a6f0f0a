// How many slips lie between two words.

/** Optimal string alignment: insertions, deletions, changes and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let before: readonly number[] = [];
  let previous: readonly number[] = to.map((_, j) => j).concat(to.length);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = cell(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      current[j] = Math.min(
        cell(previous, j) + 1,
        cell(current, j - 1) + 1,
        change,
        swapped ? cell(before, j - 2) + 1 : change,
      );
    }
    before = previous;
    previous = current;
  }
  return cell(previous, to.length);
}

/** Every cell that is asked for was filled before; one outside would be out of reach. */
const cell = (row: readonly number[], at: number): number => row[at] ?? Number.POSITIVE_INFINITY;
