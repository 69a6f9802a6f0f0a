// Figures: what is left of many measurements, and how they are printed.

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((x, y) => x - y)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN;

export const counted = (value: number): string => Math.round(value).toLocaleString("en");

/** The first row is the head; the first `words` columns stand left, figures right. */
export function print(rows: readonly (readonly string[])[], words: number): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column < words ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join("  "),
    );
}
