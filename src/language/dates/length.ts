// "two weeks", 三天, "5 working days": how long something lasts, as people say it.
import { addDays, addMonths, type LocalDate } from "#src/calendar/local-date";

export interface FoundLength {
  readonly count: number;
  readonly unit: "day" | "workday" | "week" | "month";
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const digits = "一二三四五六七八九十";
const many = String.raw`(?<many>\d{1,3}|[一二两三四五六七八九十]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten))`;
const lasting = new RegExp(
  String.raw`(?<![周期拜月第\d])(?<!(?<![周期拜])[一二三四五六七八九十百])${many}\s*(?:个)?(?<unit>天|工作日|周|星期|礼拜|月|working days?|workdays?|days?|weeks?|months?)(?:假)?(?!\p{Script=Han}?[前后内])(?![\d])`,
  "iu",
);
const inWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function numberOf(text: string): number {
  const word = text.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  if (word === "两") return 2;
  return (inWords.includes(word) ? inWords.indexOf(word) : digits.indexOf(word)) + 1;
}

function unitOf(text: string): FoundLength["unit"] {
  if (/工作日|work/iu.test(text)) return "workday";
  if (/[周星礼]|week/iu.test(text)) return "week";
  return /月|month/iu.test(text) ? "month" : "day";
}

/** The first length in a line, or null. 11月 and 十一月 are months of a year, and no lengths: 两个月 is one. */
export function findLength(line: string): FoundLength | null {
  const found = lasting.exec(line);
  if (!found) return null;
  const unit = unitOf(found.groups?.["unit"] ?? "");
  if (/月/u.test(found[0]) && !found[0].includes("个")) return null;
  return {
    count: numberOf(found.groups?.["many"] ?? ""),
    unit,
    start: found.index,
    end: found.index + found[0].length,
  };
}

/** The first day after it, where it begins with `today`; working days count as days. */
export function afterLength({ count, unit }: FoundLength, today: LocalDate): LocalDate {
  if (unit === "month") return addMonths(today, count);
  return addDays(today, unit === "week" ? 7 * count : count);
}
