// The hour of a reminder: 3pm, at 15:30, noon, 下午3点半, 今晚8点; and how far off: in 2 hours, 半小时后. Pure.
import { readChineseWhole } from "#src/language/amount/chinese";
import { timeOf, type LocalTime } from "#src/calendar/zones";

/** A stretch of a line, and what it says. */
export interface FoundTime {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly says:
    | { readonly time: LocalTime }
    /** So long from now. */
    | { readonly minutes: number }
    /** There is no such hour. */
    | "no such time";
}

const numeral = "[一二两三四五六七八九十]";
const partZh = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|(?<![今明昨])[早晚]";
const countEn = "\\d{1,4}(?:\\.\\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve";
const unitEn = "(?:hours?|hrs?|h|minutes?|mins?|m)";

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])in (?:(?<half>half an hour)|(?<count>${countEn})(?<plus> and a half)? ?(?<unit>${unitEn})(?:(?: and)? (?<rest>\\d{1,2}) ?(?:minutes?|mins?|m))?)(?![\\p{L}\\d])`,
    "giu",
  ),
  new RegExp(
    `(?:再?过)?(?:(?<half>半)个?(?:小时|钟头)|(?<count>\\d{1,4}(?:\\.\\d)?|${numeral}{1,3})个?(?<plus>半)?(?<unit>小时|钟头|分钟|刻钟)(?<plusAfter>半)?(?:零?(?<rest>\\d{1,2})分钟?)?)(?:[之以过]?后)`,
    "giu",
  ),
  new RegExp(
    `(?:(?<part>${partZh}) ?)?(?<![\\d第.:])(?<hour>\\d{1,2}|${numeral}{1,3})(?:[点时](?!间|候|儿)(?:钟|整|(?<half>半)|(?<quarter>[一三])刻|(?<minute>\\d{1,2}(?=分)|\\d{2}(?![\\d个家单万千])|${numeral}{1,3}(?=分))分?)?|:(?<colon>\\d{2})(?!\\d))(?:左右|之?前)?`,
    "giu",
  ),
  new RegExp(
    "(?<![\\p{L}\\d:.])(?:at |@ ?)?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<part>[ap])\\.?m\\b\\.?",
    "giu",
  ),
  new RegExp("(?<![\\p{L}\\d:.])(?:at |@ ?)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?![\\d:])", "giu"),
  new RegExp("(?<![\\p{L}\\d])at (?<hour>\\d{1,2})(?: o'?clock)?(?![\\d:.%]|\\p{L})", "giu"),
  new RegExp(`(?<word>${partZh})`, "giu"),
  new RegExp(
    "(?<![\\p{L}\\d])(?:at |this |in the )?(?<word>noon|midday|morning|afternoon|evening)(?!\\p{L})",
    "giu",
  ),
];

/** Where the word for a part of the day stands alone. */
const hoursOfWords: readonly (readonly [RegExp, LocalTime])[] = [
  [/^(?:凌晨|清晨)$/u, "06:00"],
  [/^(?:早|早上|早晨|上午|morning)$/iu, "09:00"],
  [/^(?:中午|noon|midday)$/iu, "12:00"],
  [/^(?:下午|afternoon)$/iu, "14:00"],
  [/^(?:傍晚|evening)$/iu, "18:00"],
  [/./u, "19:00"],
];

const english = "one two three four five six seven eight nine ten eleven twelve".split(" ");

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (/^\d/.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  return english.includes(word) ? english.indexOf(word) + 1 : Number(readChineseWhole(word) ?? NaN);
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Every such stretch of a line, the earliest first, the longest where two begin alike. `evening`: a day such as tonight or 明晚 was named. */
export function timesIn(text: string, evening = false): readonly FoundTime[] {
  return patterns
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match): FoundTime => ({
        start: match.index,
        end: match.index + match[0].length,
        says: readTime(match.groups ?? {}, evening),
      })),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function readTime(groups: Groups, evening: boolean): FoundTime["says"] {
  if (groups["unit"] !== undefined || (groups["half"] && groups["hour"] === undefined))
    return { minutes: minutesAhead(groups) };
  const { word } = groups;
  if (word !== undefined)
    return { time: hoursOfWords.find(([words]) => words.test(word))?.[1] ?? "19:00" };
  const minute = minuteOf(groups);
  const hour = hourOf(groups["hour"] ?? "", groups["part"] ?? (evening ? "晚上" : ""));
  return hour === null || !(minute < 60) ? "no such time" : { time: timeOf(hour * 60 + minute) };
}

function minutesAhead({ half, count = "1", plus, plusAfter, unit = "hour", rest }: Groups): number {
  if (half !== undefined) return 30;
  const each = minutesOf(unit);
  const more = plus === undefined && plusAfter === undefined ? 0 : 0.5;
  return Math.round((numberOf(count) + more) * each) + Number(rest ?? 0);
}

function minutesOf(unit: string): number {
  if (/刻/u.test(unit)) return 15;
  return /^m|分/iu.test(unit) ? 1 : 60;
}

function minuteOf({ half, quarter, minute, colon }: Groups): number {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter === "一" ? 15 : 45;
  return numberOf(colon ?? minute ?? "0");
}

/** A bare 3 is three in the afternoon, as people at work mean it; 03:00 is what it says. */
function hourOf(typed: string, part: string): number | null {
  const hour = numberOf(typed);
  if (!(hour <= 23)) return null;
  if (/^(?:下午|傍晚|晚|晚上|晚间|夜里|p)$/iu.test(part)) {
    if (hour === 12) return /^(?:下午|p)$/iu.test(part) ? 12 : null;
    return hour < 12 ? hour + 12 : hour;
  }
  if (/^(?:凌晨|清晨|早|早上|早晨|上午|a)$/iu.test(part)) return hour === 12 ? 0 : hour;
  if (part === "中午") return hour < 3 ? hour + 12 : hour;
  return hour >= 1 && hour <= 6 && typed.length === 1 ? hour + 12 : hour;
}
