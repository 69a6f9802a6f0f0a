// What of a goal is to change, in words: G3 target 130k, 把目标改成120万, G3 截止 3月31日, rename G3 to ...
import { readAmount } from "#src/language/amount/amount";
import { readDate } from "#src/language/dates/dates";
import { findDays } from "#src/language/dates/find-days";
import type { LocalDate } from "#src/calendar/local-date";

export type ChangedField = "target" | "due" | "title";

export interface WantedChange {
  /** The 3 of G3; null where the goal is named otherwise, or not at all. */
  readonly goal: number | null;
  /** What stood where a goal's name may stand: 回款 in 把回款目标改成120万. */
  readonly named: string;
  /** Null where only the value says what it is: G3 改成 120万. */
  readonly field: ChangedField | null;
  readonly value: string;
  readonly reason: string | null;
}

const fieldsEn = "target|due date|due|deadline|title|name";
const fieldsZh = "目标值|目标数|目标|截止日期|截止时间|截止日|截止|到期日|期限|日期|名字|名称|标题";
const goal = "#?g(?<goal>\\d{1,9})";
const changesEn =
  "(?:please )?(?:change|set|move|update|raise|lower|increase|reduce|extend|postpone|push)";
const changesZh =
  "(?:改|调整|调|修改|换|推迟|延期|延长|延|提前|提高|提|降低|降|上调|下调|变更|变)(?:成|为|到|至|叫|名为)+";

const patterns = [
  `${goal}(?:'s)? (?:new )?(?<field>${fieldsEn}) ?(?:[:=] ?|is |to |as |by )?(?:now )?(?<value>.+)`,
  `${changesEn} (?:the |my )?(?:${goal}(?:'s)? )?(?:(?<named>[\\p{L} ]{1,40}?) )?(?<field>${fieldsEn}) (?:(?:to|as) |(?=[\\d$€£¥]))(?<value>.+)`,
  `${changesEn} (?:the |my )?(?<field>${fieldsEn}) (?:of|for) (?:${goal}|(?:my )?(?<named>[\\p{L} ]{1,40}?)) (?:to|as) (?<value>.+)`,
  `(?<renames>rename) ${goal} (?:to |as )?(?<value>.+)`,
  `${changesEn} ${goal} (?:to|as) (?<value>.+)`,
  `请?(?:把|将)?(?:我的)?(?:${goal} ?)?(?<named>(?!表扬|点赞|赞|感谢|报|反馈|给|日报|周报|决策|建议|卡|求助|提醒|记)(?:(?![把将])[\\p{Script=Han}]){0,12}?)的?(?<field>${fieldsZh}) ?${changesZh} ?:? ?(?<value>.+)`,
  `${goal} ?的?(?<field>${fieldsZh}) ?[:=]? ?(?<value>.+)`,
  `(?:把|将)?${goal} ?(?<renames>改名)(?:为|成|叫)? ?(?<value>.+)`,
  `(?<renames>改名) ?(?:${goal} ?)?(?:为|成|叫)? ?(?<value>.+)`,
  `(?:把|将)?${goal} ?(?:目标)? ?${changesZh} ?(?<value>.+)`,
].map((each) => new RegExp(`^(?:${each})$`, "iu"));
const bare = new RegExp(`^${goal} (?<value>.+)$`, "iu");

const because = /\s*[,，;；]?\s*(?:\bbecause\b|因为|由于|原因是?)\s*:?\s*(?<reason>\S.*)$/iu;
const longest = 300;

/** Null where the line changes nothing. `asked`: it stands behind a verb that does, so that G3 and a value are enough. */
export function readChange(line: string, asked = false): WantedChange | null {
  if (line.length > longest) return null;
  const text = line.trim();
  const found =
    patterns.map((each) => each.exec(text)).find((each) => each !== null) ??
    (asked ? bare.exec(text) : null);
  if (!found?.groups) return null;
  const { goal: number, named = "", field, renames, value = "" } = found.groups;
  const what = renames === undefined ? fieldNamed(field) : "title";
  const why = what === "title" ? null : because.exec(value);
  const wanted = why ? value.slice(0, why.index) : value;
  return {
    goal: number === undefined ? null : Number(number),
    named: named.trim(),
    field: what,
    value: wanted.trim().replace(/^["'“”]+|\s*[吧了]?["'“”。.!！]*$/gu, ""),
    reason: why?.groups?.["reason"]?.trim() ?? null,
  };
}

function fieldNamed(word: string | undefined): ChangedField | null {
  if (word === undefined) return null;
  if (/^(?:title|name|名|标题)/iu.test(word)) return "title";
  return /^(?:target|目标)/iu.test(word) ? "target" : "due";
}

/** By its value: an amount is a target, a day a due date; null where it is neither. */
export function fieldOf(value: string, today: LocalDate): ChangedField | null {
  if (readAmount(value)) return "target";
  return dueIn(value, today) === null ? null : "due";
}

/** The day a due date names, or the last one of a span (Q1 2027, 年底); null where the text is neither. */
export function dueIn(value: string, today: LocalDate): LocalDate | null {
  const around = { today, lean: "future" } as const;
  const read = readDate(value, around);
  if ("date" in read) return read.date;
  const [only, ...more] = findDays(value, around);
  const whole = only?.start === 0 && only.end === value.length && more.length === 0;
  return whole && only.reads === "span" ? only.period.end : null;
}

const editing =
  /^(?:(?:please )?(?:edit|change|modify|update|adjust|rework)(?: ?(?:the |my )?(?:goal|target))?|(?:我要|我想|想|请|帮我)?(?:修改|编辑|调整|更改|变更|改)(?:一下)?(?:目标)?) ?#?(?<goal>g\d{1,9})(?:目标)?(?:吧|一下)?$/iu;

/** 修改 G7, edit G7: nothing says what, so its form is opened. */
export const readEdit = (line: string): string | null =>
  editing.exec(line.trim())?.groups?.["goal"] ?? null;

const closing = [
  /^(?:please )?(?:close|end|finish|wrap up|complete)(?: the| my)?(?: goal)? #?(?<goal>g\d{1,9})$/iu,
  /^(?:请|我要|我想)?(?:把|将)?(?:结束|关闭|完结|了结|完成)(?:了|掉)?(?:目标)? ?#?(?<goal>g\d{1,9})(?:目标)?(?:了|吧)?$/iu,
  /^(?:把|将)?#?(?<goal>g\d{1,9}) ?(?:目标)?(?:结束|关闭|完结|了结)(?:掉)?(?:了|吧)?$/iu,
];

/** close G7, 结束目标 G7: the goal alone. */
export function readClose(line: string): string | null {
  for (const pattern of closing) {
    const number = pattern.exec(line.trim())?.groups?.["goal"];
    if (number !== undefined) return number;
  }
  return null;
}

const dropping = [
  /^(?:please )?(?:drop|cancel|delete|remove|abandon)(?: the)?(?: goal)? #?(?<goal>g\d{1,9})(?<why>[\s,].*)?$/iu,
  /^请?(?:把|将)?(?:取消|放弃|删除|删掉|作废)(?:了|掉)?(?:目标)? ?#?(?<goal>g\d{1,9})(?:目标)?(?:了|吧)?(?<why>[\s,，。因].*)?$/iu,
  /^(?:把|将)?#?(?<goal>g\d{1,9}) ?(?:目标)?(?:取消|作废|不要|不做|删)(?:了|掉|吧)*(?<why>[\s,，。因].*)?$/iu,
];

/** drop G3, 取消目标 G3, G3 不做了: the goal and why, as they stand behind the verb. */
export function readDrop(line: string): string | null {
  for (const pattern of dropping) {
    const { goal: number, why = "" } = pattern.exec(line.trim())?.groups ?? {};
    if (number !== undefined) return `${number} ${why}`.trim();
  }
  return null;
}
