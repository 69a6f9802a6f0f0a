// 每周拜访5家, revenue 100k before Christmas: so much in every week, or by a day to come, is hardly what happened today. It is asked about.
import { say } from "#src/bot/declare/actions";
import { show, type Answer } from "#src/bot/declare/answer";
import type { LocalDate } from "#src/calendar/local-date";
import { findAmounts } from "#src/language/amount/amount";
import { findDays, type DayMention } from "#src/language/dates/find-days";
import { button, card, softText } from "#src/view/card";
import { notMeant } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import { readRate } from "../define/rate.ts";

const happened =
  /[了过]|[昨今]天|今[早晚日]|刚|(?<![\p{L}])(?:today|yesterday|did|made|done|was|were|got|closed|signed|collected|received|this morning)(?![\p{L}])/iu;
const until = /^(?:by|before|until|till?|due)\b|^(?:截止|截至)|(?:之前|以前|前)\s*$/iu;
const longest = 80;

const endOf = (day: DayMention): LocalDate | null => {
  if (day.reads === "day") return day.date;
  return day.reads === "span" ? day.period.end : null;
};

/** The line without what makes it a goal; null where it says nothing of the kind. */
function withoutGoal(
  line: string,
  today: LocalDate,
): { readonly line: string; readonly why: "rate" | "ahead" } | null {
  if (line.length > longest || line.includes("\n") || happened.test(line)) return null;
  const rate = readRate(line);
  if (rate) return { line: rate.line, why: "rate" };
  const ahead = findDays(line, { today, lean: "future" }).find((day) => {
    const end = endOf(day);
    return end !== null && end > today && until.test(line.slice(day.start, day.end).trim());
  });
  return ahead
    ? { line: `${line.slice(0, ahead.start)} ${line.slice(ahead.end)}`.trim(), why: "ahead" }
    : null;
}

/** The question whether a goal is meant; null where the line is no such one. `verb`: it was said as progress, so that may be meant. */
export function askIfGoal(line: string, verb: boolean, context: GoalContext): Answer | null {
  const { t, today, person } = context;
  const found = withoutGoal(line, today);
  if (!found || (verb && found.why === "rate") || findAmounts(found.line).length === 0) return null;
  const [goalNew, log] = person.locale === "zh" ? ["定目标", "报"] : ["goal new", "log"];
  return show(
    card({
      title: t.likeGoal(),
      tone: "info",
      body: [softText(t.listNotYet())],
      buttons: [
        button(t.newGoal(), say({ text: `${goalNew} ${line}` }), "primary"),
        found.why === "rate" || verb
          ? button(t.logAsToday(), say({ text: `${log} ${found.line}` }))
          : undefined,
        button(t.offerLeave(), notMeant({})),
      ],
    }),
  );
}
