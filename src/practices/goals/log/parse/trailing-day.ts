// What is left of a line after its amounts may still be meant as a day: read where it can only be one, asked about where not.
import { dateExists, dateOf, yearOf, type LocalDate } from "#src/calendar/local-date";

/** `on` with the rest of the note; or the words of which the day is not clear, or not in the calendar. */
export type DayInNote =
  | { readonly on: LocalDate; readonly note: string }
  | { readonly noSuchDate: string; readonly unclear?: true };

const begin = "(?<![^\\s,，;；])";
const end = "(?![^\\s,，;；])";
/** 30.9. with its second dot is a day, the day first. */
const dotted = new RegExp(`${begin}(\\d{1,2})\\.(\\d{1,2})\\.${end}`, "u");
/** 11/5 alone at either end of the note: November 5 or 11 May. */
const slashed = new RegExp(
  `(?:^(\\d{1,2}/\\d{1,2})(?!\\s*(?:of|的)\\b)${end}|${begin}(\\d{1,2}/\\d{1,2})$)`,
  "u",
);
/** 10.15 right behind the amount. */
const pointed = new RegExp(`^((?:0?[1-9]|1[0-2])\\.(?:0[1-9]|[12]\\d|3[01]))${end}`, "u");
const span =
  /(?:^((?:last|past) (?:week|month|quarter)|上个?(?:周|月|季度?))(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])((?:last|past) (?:week|month|quarter)|上个?(?:周|月|季度?))$)/iu;

export function dayInNote(note: string, today: LocalDate): DayInNote | null {
  const withDots = dotted.exec(note);
  if (withDots) return readDotted(note, withDots, today);
  const unclear = slashed.exec(note) ?? pointed.exec(note) ?? span.exec(note);
  return unclear ? { noSuchDate: unclear[0], unclear: true } : null;
}

function readDotted(note: string, found: RegExpExecArray, today: LocalDate): DayInNote {
  const [day, month] = [Number(found[1]), Number(found[2])];
  const year = yearOf(today);
  const inYear = (of: number): LocalDate | null =>
    dateExists(of, month, day) ? dateOf(of, month, day) : null;
  const thisYear = inYear(year);
  const on = thisYear !== null && thisYear <= today ? thisYear : inYear(year - 1);
  if (on === null) return { noSuchDate: found[0] };
  const rest = `${note.slice(0, found.index)} ${note.slice(found.index + found[0].length)}`;
  return { on, note: rest.replace(/\s+/g, " ").trim() };
}
