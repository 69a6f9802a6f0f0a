// Dates in English and in figures: by Friday, next Monday, end of quarter, 31 Dec, 2026-12-31, in 10 days.
import { addMonths, startOfMonth, weekday, yearOf } from "#src/calendar/local-date";
import { monthNamed, monthWords } from "#src/calendar/periods";
import {
  agreeing,
  dayOfMonth,
  dayOfWeek,
  endOf,
  existing,
  fromToday,
  nearestMonthDay,
  rule,
  type Groups,
  type PhraseContext,
  type Reading,
  type Rule,
} from "./rule.ts";

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const fullWeekdays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const shortWeekdays = "mon|tues?|wed|thu(?:rs?)?|fri|sat|sun";
export const begin = "(?<![a-z0-9_#@.:/'-])";
export const end = "(?![a-z0-9_]|\\.[a-z])";
const counts: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const countWords = `\\d{1,4}|${Object.keys(counts)
  .sort((a, b) => b.length - a.length)
  .join("|")}`;
const shifts: Record<string, number> = {
  last: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
  next: 1,
};
const words: Record<string, number> = {
  today: 0,
  tonight: 0,
  eod: 0,
  "end of day": 0,
  "end of the day": 0,
  cob: 0,
  yesterday: -1,
  tomorrow: 1,
  tmr: 1,
  tmrw: 1,
  "last night": -1,
  "day after tomorrow": 2,
  "day before yesterday": -2,
};

const lower = (text: string | undefined): string => (text ?? "").toLowerCase();
function nameIn(names: readonly string[], text: string | undefined): number | undefined {
  const index = names.indexOf(lower(text).slice(0, 3));
  return index < 0 ? undefined : index + 1;
}
function yearIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function readWeekday(groups: Groups, context: PhraseContext): Reading {
  const short = groups["short"];
  const which = lower(groups["which"]);
  const day = nameIn(weekdayNames, short ?? groups["full"]) ?? 1;
  if (short !== undefined && !shortIsDate(short, which, groups["lead"], context)) return null;
  const shift = which === "" || which === "coming" ? undefined : shifts[which];
  // "Last Monday" said on a Thursday: three days ago, or in last week? Both are said.
  if (shift === -1 && day < weekday(context.today)) return "ambiguous";
  return dayOfWeek(day, shift, which === "coming" ? { ...context, lean: "future" } : context);
}

// Sun, Sat, Mon and Wed are names and words too: they need "by" or "next" before and nothing wordlike after.
function shortIsDate(
  short: string,
  which: string,
  lead: string | undefined,
  context: PhraseContext,
): boolean {
  if (!context.linked && which === "") return false;
  if (
    /^(?:from|since) $/i.test(lead ?? "") &&
    /^ [a-z]/i.test(context.after) &&
    !/^ (?:to|until|till)\b/i.test(context.after)
  )
    return false;
  return !/^(?:sun|sat|mon|wed)$/i.test(short) || !/^ [a-z\p{Script=Han}]/iu.test(context.after);
}

// The 15th, alone or after "by": but the 5th floor, the 3rd attempt.
function readOrdinal({ named, day, which }: Groups, context: PhraseContext): Reading {
  const certain = named !== undefined || which !== undefined;
  if (!certain && (!context.linked || /^ [a-z]/i.test(context.after))) return null;
  const reading = dayOfMonth(
    Number(day),
    which === undefined ? undefined : shifts[lower(which)],
    context,
  );
  return agreeing(reading, nameIn(weekdayNames, named));
}

function readMonthDay(groups: Groups, context: PhraseContext): Reading {
  const name = groups["month"] ?? groups["monthFirst"] ?? "";
  // "may 3 clients", "march 20 deals": a verb and a number, unless written as a date.
  if (
    /^(?:may|march)$/.test(name) &&
    !context.linked &&
    groups["year"] === undefined &&
    /^ \S/.test(context.after)
  )
    return null;
  const month = monthNamed(name);
  const day = Number(groups["day"] ?? groups["dayAfter"]);
  const year = yearIn(groups["year"]);
  const reading =
    year === undefined ? nearestMonthDay(month, day, context) : existing(year, month, day);
  return agreeing(reading, nameIn(weekdayNames, groups["named"]));
}

function readEnd(groups: Groups, context: PhraseContext): Reading {
  const short = lower(groups["short"]);
  const kind =
    short === ""
      ? lower(groups["kind"])
      : { eom: "month", eoq: "quarter", eoy: "year", eow: "week" }[short];
  const shift = shifts[lower(groups["which"])] ?? 0;
  if (kind === "month" || kind === "quarter" || kind === "year")
    return endOf(kind, shift, context.today);
  // A week of work ends on Friday; at the weekend, on the next one.
  return groups["which"] === undefined
    ? dayOfWeek(5, undefined, context)
    : dayOfWeek(5, shift, context);
}

function readEndOfMonth(groups: Groups, context: PhraseContext): Reading {
  const month = monthNamed(groups["month"] ?? "") || Number(groups["quarter"] ?? 0) * 3;
  const endIn = (year: number): Reading => {
    const start = existing(year, month, 1);
    return start === null || start === "ambiguous" || start === "does-not-exist"
      ? start
      : endOf("month", 0, start);
  };
  const year = yearIn(groups["year"]);
  const thisYear = yearOf(context.today);
  if (year !== undefined) return endIn(year);
  const reading = endIn(thisYear);
  if (reading !== null && context.lean === "future" && reading < context.today)
    return endIn(thisYear + 1);
  return reading !== null && context.lean === "past" && reading > context.today
    ? endIn(thisYear - 1)
    : reading;
}

function readRelative(groups: Groups, context: PhraseContext): Reading {
  const count = counts[lower(groups["count"])] ?? Number(groups["count"]);
  const unit = lower(groups["unit"]).replace(/s$/, "") as "day" | "week" | "month" | "year";
  const ago = groups["ago"] !== undefined && /ago|earlier/i.test(groups["ago"]);
  return fromToday(
    ago ? -count : count,
    groups["work"] !== undefined && unit === "day" ? "workday" : unit,
    context,
  );
}

const beforeFigure = "(?=[:.]? ?[+-]?[\\p{Sc}]?\\d(?!\\d? ?(?:[ap]m|:\\d|o'clock)))";
const besideWord = new RegExp(`${begin}(?:${shortWeekdays})(?![a-z])`, "gi");

/** A weekday's short name beside a figure, without a word that leads it in: 12 mon 15 tue, mon 12 tue 15. */
export function weekdaysBesideFigures(text: string): readonly Rule[] {
  const [first, ...others] = text.match(besideWord) ?? [];
  if (first === undefined) return [];
  // Sun 5k may be a customer's.
  const isWord = others.length === 0 && /^(?:sun|sat)$/i.test(first);
  const read = ({ short }: Groups, context: PhraseContext): Reading =>
    dayOfWeek(nameIn(weekdayNames, short) ?? 1, undefined, context);
  return [
    rule(`${begin}(?<short>${shortWeekdays})${beforeFigure}`, (groups, context) =>
      isWord ? "ambiguous" : read(groups, context),
    ),
    rule(
      `(?<=\\d[\\d.,]*[kmw万]?(?: [a-z]{2,12})? )(?<short>${shortWeekdays})\\.?(?=$|[,;，；、。)]| (?:and|&|\\+) ?[\\p{Sc}\\d]| [+-]?[\\p{Sc}\\d])`,
      read,
    ),
  ];
}

const units = "(?<unit>days?|weeks?|months?|years?)";

export const englishRules: readonly Rule[] = [
  rule(
    `${begin}(?:the )?(?<word>${Object.keys(words)
      .sort((a, b) => b.length - a.length)
      .join("|")})${end}`,
    ({ word }, context) => fromToday(words[lower(word)] ?? Number.NaN, "day", context),
  ),
  rule(
    `${begin}(?<!(?:black|good|cyber|every|each) )(?:(?:the )?(?<which>this|next|last|coming) )?(?:(?<full>${fullWeekdays})|(?<short>${shortWeekdays})\\.?)${end}`,
    readWeekday,
  ),
  // The week comes first: "a week from Friday" is not "from Friday".
  rule(
    `${begin}(?<count>${countWords}) weeks? (?:from|after) (?<full>${fullWeekdays})${end}`,
    ({ count, full }, context) =>
      fromToday(counts[lower(count)] ?? Number(count), "week", {
        ...context,
        today: dayOfWeek(nameIn(weekdayNames, full) ?? 1, undefined, {
          ...context,
          lean: "future",
        }),
      }),
  ),
  rule(
    `${begin}(?:(?<full>${fullWeekdays}) (?:of )?(?<which>next|last|this) week|(?<before>next|last|this) week,? (?:on )?(?<then>${fullWeekdays}))${end}`,
    (groups, context) =>
      dayOfWeek(
        nameIn(weekdayNames, groups["full"] ?? groups["then"]) ?? 1,
        shifts[lower(groups["which"] ?? groups["before"])],
        context,
      ),
  ),
  rule(
    `${begin}(?:(?<named>(?:${fullWeekdays}|${shortWeekdays}))\\.?,? )?(?:(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]?(?<month>${monthWords})\\.?` +
      `|(?<monthFirst>${monthWords})\\.?[ -]?(?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?)(?:(?:, ?| |-)(?<year>\\d{4})(?![\\d.,:万千]))?(?![a-z0-9_万千百亿%]|[.,:]\\d)`,
    readMonthDay,
  ),
  rule(
    `${begin}(?:(?<named>${fullWeekdays}|${shortWeekdays}),? )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?: of (?<which>this|next|last) month)?${end}`,
    readOrdinal,
  ),
  rule(
    `${begin}(?:(?:the )?end of (?:(?<which>the|this|next|last) )?(?<kind>week|month|quarter|year)|(?<short>eo[wmqy]))${end}`,
    readEnd,
  ),
  rule(`${begin}(?:(?<which>this|next|last) )?(?<kind>month|quarter|year)[ -]end${end}`, readEnd),
  rule(
    `${begin}(?:the )?end of (?:(?<month>${monthWords})\\.?|q(?<quarter>[1-4]))(?:,? (?<year>\\d{4}))?${end}`,
    readEndOfMonth,
  ),
  rule(
    `${begin}(?:the )?(?:start|beginning) of (?<which>this|next|last) month${end}`,
    ({ which }, { today }) => addMonths(startOfMonth(today), shifts[lower(which)] ?? 0),
  ),
  rule(
    `${begin}(?:with)?in (?:the next )?(?<count>${countWords}) (?<work>(?:working|business|work) )?${units}(?:'? time)?${end}`,
    readRelative,
  ),
  rule(
    `${begin}(?<count>${countWords}) (?<work>(?:working|business|work) )?${units} (?<ago>ago|earlier|later|from now|from today)${end}`,
    readRelative,
  ),
];
