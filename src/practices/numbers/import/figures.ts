// Figures and days as tables have them. What a whole column tells (a decimal comma, which of two figures is the month) is found out
// first; what it cannot tell is asked, and never guessed.
import { dateExists, dateOf, type LocalDate } from "#src/calendar/local-date";
import { readAmount } from "#src/language/amount/amount";
import { decimal, fitsStore, zero, type Decimal } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Cell } from "#src/ports/tables";

export type DecimalMark = "." | ",";
export type DateOrder = "ymd" | "dmy" | "mdy";

export interface ReadFigure {
  readonly value: Decimal;
  readonly currency: string | null;
  readonly isPercent: boolean;
}

const bracketed = /^[(（](.+)[)）]$/u;
const behind = /^(.+?)\s*[-－−]$/u;
const signs = /[\u00a5\uffe5]/gu;

/** A cell as one figure; null where it is none. Excel keeps fifteen digits of a number: more are noise. */
export function readFigure(cell: Cell, mark: DecimalMark): ReadFigure | null {
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) return null;
    const text = plainNumber(cell);
    return text === null ? null : { value: decimal(text), currency: null, isPercent: false };
  }
  if (typeof cell !== "string") return null;
  let text = cell
    .replace(/^['\u2018]/u, "")
    .replace(/[\u00a0\u202f\u2009]/gu, " ")
    .replace(signs, "")
    .trim();
  let isNegative = false;
  const inside = bracketed.exec(text)?.[1] ?? behind.exec(text)?.[1];
  if (inside !== undefined) {
    isNegative = true;
    text = inside.trim();
  }
  const together = text.replace(/(?<=\d) (?=\d{3}(?!\d))/gu, "");
  const plain = plainDigits(digits.exec(together)?.[0] ?? "", mark);
  const read = plain === null ? null : readAmount(together.replace(digits, plain));
  if (read === null || (isNegative && read.value.lt("0"))) return null;
  return {
    value: isNegative ? zero.minus(read.value) : read.value,
    currency: read.currency ?? null,
    isPercent: read.percent === true,
  };
}

const digits = /\d[\d.,]*/u;
const written: Readonly<Record<DecimalMark, RegExp>> = {
  ".": /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u,
  ",": /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u,
};

/** Digits as they are read everywhere; null where they are not written with this mark. */
function plainDigits(text: string, mark: DecimalMark): string | null {
  if (!written[mark].test(text)) return null;
  const plain =
    mark === "," ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
  return plain.replace(/^0+(?=\d)/u, "");
}

function plainNumber(value: number): string | null {
  const short = Number(value.toPrecision(15));
  if (Math.abs(short) >= 1e18) return null;
  const text = short.toFixed(6).replace(/\.?0+$/u, "");
  const exact = decimal(text === "-0" ? "0" : text);
  return fitsStore(exact) ? text : null;
}

/** What a column of figures shows of its decimal mark; null where it shows nothing that matters; unclear: 1.234 may be either. */
export function decimalMarkIn(cells: Iterable<Cell>): DecimalMark | null | "unclear" {
  const seen = { ".": false, ",": false, unclear: false };
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    const text = normalise(cell).replace(/[^\d.,]/gu, "");
    if (
      /\d\.\d{3},\d/u.test(text) ||
      /\d,(?:\d{1,2}|\d{4,})$/u.test(text) ||
      /\.\d{3}\.\d{3}/u.test(text)
    )
      seen[","] = true;
    else if (
      /\d,\d{3}\.\d/u.test(text) ||
      /\d\.(?:\d{1,2}|\d{4,})$/u.test(text) ||
      /,\d{3},\d{3}/u.test(text)
    )
      seen["."] = true;
    else if (/^\d{1,3}[.,]\d{3}$/u.test(text)) seen.unclear = true;
  }
  if (seen["."] && seen[","]) return "unclear";
  if (seen["."]) return ".";
  if (seen[","]) return ",";
  return seen.unclear ? "unclear" : null;
}

const chineseDay = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/u;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;
const unseparated = /^(\d{4})(\d{2})(\d{2})$/u;
/** Days of Excel's own count that anybody means: 1955 to 2118. */
const serials = { first: 20_000, last: 80_000 };
const serialText = /^\d{5}(?:\.\d+)?$/u;

/** Which of the first two figures is the month, as a column of days shows it; null where no day needs it; unclear where it shows nothing, or both. */
export function dateOrderIn(cells: Iterable<Cell>): DateOrder | null | "unclear" {
  let asked = false;
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const cell of cells) {
    const match = typeof cell === "string" ? yearLast.exec(normalise(cell).trim()) : null;
    if (match === null) continue;
    asked = true;
    if (Number(match[1]) > 12) isDayFirst = true;
    if (Number(match[3]) > 12) isMonthFirst = true;
  }
  if (!asked) return null;
  if (isDayFirst === isMonthFirst) return "unclear";
  return isDayFirst ? "dmy" : "mdy";
}

const dayOf = (year: string, month: string, day: string): LocalDate | null =>
  dateExists(Number(year), Number(month), Number(day))
    ? dateOf(Number(year), Number(month), Number(day))
    : null;

/** A cell as a day; an hour behind it is left off, since it is of the file's own place. Null where it is none. */
export function readDay(cell: Cell, order: DateOrder): LocalDate | null {
  if (cell === null) return null;
  if (typeof cell === "object") return cell.day;
  if (typeof cell === "number") return serialDay(cell);
  const text = normalise(cell).replace(/^'/u, "").trim();
  const first = chineseDay.exec(text) ?? unseparated.exec(text);
  if (first) return dayOf(first[1] ?? "", first[2] ?? "", first[3] ?? "");
  const ymd = yearFirst.exec(text);
  if (ymd) return dayOf(ymd[1] ?? "", ymd[3] ?? "", ymd[4] ?? "");
  if (serialText.test(text)) return serialDay(Number(text));
  return order === "ymd" ? null : readYearLast(text, order);
}

function readYearLast(text: string, order: "dmy" | "mdy"): LocalDate | null {
  const match = yearLast.exec(text);
  if (match === null) return null;
  const [, a = "", , b = "", y = ""] = match;
  const year = y.length === 2 ? `20${y}` : y;
  return order === "dmy" ? dayOf(year, b, a) : dayOf(year, a, b);
}

/** Excel counts days from 30 December 1899. */
function serialDay(serial: number): LocalDate | null {
  const whole = Math.floor(serial);
  if (whole < serials.first || whole > serials.last) return null;
  const at = new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000);
  return dateOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
