// How long reminders are to be quiet: "until Friday", "until next week", "for 2 weeks", 到周五, 两周.
import { findDate } from "#src/language/dates/dates";
import { afterLength, findLength } from "#src/language/dates/length";
import { findSpans } from "#src/language/dates/spans";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { date, type Argument } from "#src/bot/declare/arguments";

const openEnded =
  /^(?:for now|until (?:further notice|i say so)|for a while|先|暂时|一阵子?|一段时间)$/iu;
const lead = /(?:\b(?:for|the next|next)|接下来|未来|今后|一共)\s*$/iu;

const until = /\b(?:until|till?|before)(?: the)? *$/iu;

/** "until next week" ends as it begins, 下个月 and "this week" as they end. Null where anything else is said. */
function behindSpan(rest: string, whole: string, today: LocalDate): LocalDate | null {
  const [span, ...others] = findSpans(rest, { today, lean: "future" });
  if (!span || others.length > 0 || span.period.end < today) return null;
  if (span.start > 0 || span.end < rest.length) return null;
  const ahead = whole.slice(0, whole.length - rest.length);
  if (until.test(ahead) || /^(?:until|before|前)$/iu.test(span.lead))
    return span.period.start > today ? span.period.start : null;
  // What begins later is no pause from now on.
  return span.lead === "" && span.period.start <= today ? addDays(span.period.end, 1) : null;
}

/**
 * The day on which they come again; null where no end is named. In English the day named is that day; 到周五 takes Friday with it; a
 * length counts from today.
 */
export function firstDayAfter(): Argument<LocalDate | null> {
  const day = date("future");
  return {
    namesPeople: false,
    mayHold: () => true,
    read(reading) {
      if (openEnded.test(reading.rest.trim())) reading.rest = "";
      const behind = behindSpan(reading.rest.trim(), reading.whole.trim(), reading.today);
      if (behind !== null) {
        reading.rest = "";
        return behind;
      }
      const length = findLength(reading.rest);
      if (
        length &&
        findDate(reading.rest.slice(length.end), { today: reading.today, lean: "future" }) === null
      ) {
        const before = reading.rest.slice(0, length.start).replace(lead, "");
        reading.rest = `${before} ${reading.rest.slice(length.end)}`.trim();
        return afterLength(length, reading.today);
      }
      const isChinese = /\p{Script=Han}/u.test(reading.rest);
      const until = day.read(reading);
      return until !== null && isChinese ? addDays(until, 1) : until;
    },
  };
}
