// A goal said as one would say it to a colleague, without the verb: 我这个月目标100万, my target this month is 100k.

const spanZh =
  "(?:(?:这|本|下|今|明)?个?(?:周|月|季度?|年度?)|[今明]年|(?:上|下)半年|第?[一二三四]季度|\\d{1,2}月份?)";
const counter = "[万亿千百kwm%个通家次单台元块套份笔位人户件]";
/** A figure that can be a target, which 2026, 12月 and G7 are not. */
const target = `(?<![a-z\\d./-])\\p{Sc}?\\d[\\d,.]*(?: ?${counter}|(?<!(?:19|20)\\d\\d)(?![\\d./-]| ?[年月日号天周季点])(?=$|[\\s,，。]))`;
/** About a goal that is there: changed, asked about, reached. */
const aboutOne =
  /g\d|[?？吗改调]|还?差|达成|完成|多少|没|变|降|提|\b(?:reached|hit|missed|left|to go|of my|change[sd]?|set)\b/iu;

const zh = new RegExp(
  `^(?:(?:我们?的?)(?:给自己)?)?(?<ahead>${spanZh}?(?:的)?\\p{Script=Han}{0,6}?)(?:的)?目标(?:就)?(?:是|为|定为|定在|定成|设为|[:：])?\\s*(?<rest>\\S.*)$`,
  "iu",
);
const en =
  /^(?:(?<whose>my|our|the|new) )?(?<ahead>(?:(?:new|sales|monthly|quarterly) )?(?:[\p{L}]+ ){0,2}?)(?:goal|target|quota)(?: for)?(?:\s*[:=]|\s+(?=\S))\s*(?<rest>\S.*)$/iu;
/** 我想定个目标：回款100万. */
const setsOne =
  /^(?:我|请|帮我)?(?:要|想|来)?(?:定|设|立)(?:一?个|下)小?目标[:：,，\s]*(?<rest>\S.*)$/u;
/** The verbs of goals themselves: 定目标, goal new. */
const hasVerb =
  /^(?:[^目]{0,4}(?:定|新|改|消|弃|束|闭|完成|查|认|解|拆|看|设)(?:个|了)?目标|(?:goal|set|edit|change|cancel|drop|close|end|finish) ?(?:new|edit|drop|split|confirm|check|close|goal)\b)/iu;
const isTo = /(?:^|\s)(?:is|will be|would be|shall be|of|to reach|=|:)\s+(?=\p{Sc}?\d)/iu;

/** The same behind the verb `goal new`; null for any other line. */
export function readSaidGoal(line: string): string | null {
  const text = line.trim().replace(/[\s。.!！]+$/u, "");
  if (text.length > 120 || text.includes("\n")) return null;
  const plain = setsOne.exec(text)?.groups?.["rest"];
  if (plain !== undefined) return plain;
  if (hasVerb.test(text)) return null;
  const { ahead = "", rest = "" } = (zh.exec(text) ?? en.exec(text))?.groups ?? {};
  const found = new RegExp(target, "iu").test(rest);
  if (!found || aboutOne.test(text)) return null;
  if (/^(?:团队|整个团队|我们团队)/u.test(ahead.trim())) return `给团队 ${rest}`;
  if (/^(?:team|our team) $/iu.test(ahead)) return `for the team ${rest}`;
  const words = ahead.replace(/(?:^|\s)(?:new|sales)(?=\s)/giu, " ").replace(/的$/u, "");
  return `${words} ${rest.replace(isTo, " ")}`.replace(/\s+/gu, " ").trim();
}
