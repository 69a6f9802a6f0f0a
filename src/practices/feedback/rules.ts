// What makes feedback useful, as questions to its words: they advise and never stop anybody. Source: design/domain.md 2.9.
import { findDate } from "#src/language/dates/dates";
import type { LocalDate } from "#src/calendar/local-date";
import { foldCase } from "#src/language/text";
import type { Words } from "./model.ts";

export type Finding =
  /** The situation names neither when nor where. */
  | { readonly about: "situation" }
  /** The behaviour judges the person instead of saying what they did. */
  | { readonly about: "behaviour"; readonly labels: readonly string[] }
  /** Advice without anything to try next. */
  | { readonly about: "next" };

const whenOrWhere: readonly RegExp[] = [
  /[今昨前明]天|今早|昨晚|刚才|刚刚|上周|本周|这周|上个?月|这个?月|(?:周|星期|礼拜)[一二三四五六日天]|[上下中]午|早上|晚上|\d+\s*[点月日号]|[时期]间|的?时候|[中时]$|之[前后]|以[前后]/u,
  /会上|例会|晨会|周会|早会|会议|拜访|现场|电话|群里|邮件|办公室|展会|饭局|门店|医院|[在于去到从].{1,12}/u,
  /\b(?:today|yesterday|tonight|morning|afternoon|evening|noon|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?::\d{2}|\s?[ap]m)|when|while|during|after|before)\b/i,
  /\b(?:meeting|stand-?up|call|visit|demo|office|review|e-?mail|chat|lunch|dinner|trip|fair|workshop|kick-?off|(?:at|in|on) (?:the |our |your |a |my )?\w+)\b/i,
];

/** Whether the situation says when or where it was. */
export const saysWhenOrWhere = (situation: string, today: LocalDate): boolean =>
  whenOrWhere.some((each) => each.test(situation)) ||
  findDate(situation, { today, lean: "past" }) !== null;

const labelsZh = [
  "懒",
  "态度差",
  "态度不好",
  "态度有问题",
  "不专业",
  "不负责",
  "没责任心",
  "没有责任心",
  "粗心",
  "马虎",
  "自私",
  "情商低",
  "没上进心",
  "不上进",
  "敷衍",
  "散漫",
  "小气",
  "傲慢",
  "懦弱",
  "笨",
  "蠢",
  "消极",
];
const labelsEn = [
  "lazy",
  "unprofessional",
  "careless",
  "rude",
  "selfish",
  "bad attitude",
  "poor attitude",
  "attitude problem",
  "arrogant",
  "incompetent",
  "sloppy",
  "stupid",
  "irresponsible",
  "negative person",
  "passive",
  "immature",
  "difficult person",
];

/** Words that judge a person, as they stand in the text; the longer one where one holds another. */
export function labelsIn(behaviour: string): readonly string[] {
  const folded = foldCase(behaviour);
  const zh = labelsZh.filter((each) => folded.includes(each));
  const en = labelsEn.filter((each) => new RegExp(`\\b${each}\\b`).test(folded));
  const found = [...zh, ...en];
  return found.filter((each) => !found.some((other) => other !== each && other.includes(each)));
}

/** What could still be better, in the order of the form. */
export function look(words: Words, today: LocalDate): readonly Finding[] {
  const findings: Finding[] = [];
  if (!saysWhenOrWhere(words.situation, today)) findings.push({ about: "situation" });
  const labels = labelsIn(words.behaviour);
  if (labels.length > 0) findings.push({ about: "behaviour", labels });
  if (words.kind === "change" && words.next === "") findings.push({ about: "next" });
  return findings;
}
