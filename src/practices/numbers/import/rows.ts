// Which rows of a table hold something.
import { normalise } from "#src/language/text";
import type { Cell, TableRow } from "#src/ports/tables";

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
export const isBlank = ({ cells }: TableRow): boolean => cells.every(isEmpty);

const totals = /^(?:合计|总计|小计|共计|总和|(?:grand |sub ?)?totals?|sum)\s*[:：]?$/iu;
export const isTotal = ({ cells }: TableRow): boolean => {
  const first = cells.find((cell) => !isEmpty(cell));
  return typeof first === "string" && totals.test(normalise(first).trim());
};

export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.day : String(cell).trim();
};

/** Column letters as Excel counts them: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`;
}
