// Questions people ask of their numbers, turned into what stands behind a verb.

const end = "[\\s?？!！。.~～]*$";
const only = (words: string): RegExp => new RegExp(`^(?:${words})${end}`, "iu");

/** 这个月完成多少了: of the goals that run, which is what is answered. */
const nowZh = "(?:(?:这|本)个?(?:周|月|季度?|年度?)|今[天年]|目前|现在|到现在|截至目前)?";

const ofMine = only(
  [
    String.raw`(?:so,? )?how am i doing(?: (?:so far|this (?:week|month|quarter)|today))?`,
    String.raw`how (?:far|close) am i(?: from (?:my )?(?:goal|target|quota)s?)?`,
    String.raw`where do i stand|where am i(?: at)?`,
    String.raw`what(?:'?s| is| are) my (?:goals?|targets?|quota|numbers?|progress|pace|pipeline target|attainment)`,
    String.raw`(?:show )?my (?:goal|progress|numbers|target|quota|pace|attainment)`,
    String.raw`how much (?:more )?(?:(?:is|do i) )?(?:still )?(?:left|have left|need|missing|to go)(?: to (?:go|do|hit (?:my )?(?:goal|target)))?(?: this (?:week|month|quarter|year))?`,
    String.raw`what(?:'?s| is)(?: still)? (?:left|missing|to go)(?: to (?:go|do))?(?: this (?:week|month|quarter|year))?`,
    String.raw`how much (?:have i|did i|i've|i have) (?:done|made|sold|closed|got|logged|achieved|collected)(?: so far| until now)?(?: (?:today|this (?:week|month|quarter|year)))?`,
    String.raw`how far (?:along )?(?:am i|have i (?:got|come))`,
    String.raw`am i on (?:track|pace)`,
    String.raw`我?${nowZh}我?(?:[离距]离?目标)?(?:还|一共|总共)?(?:差|剩|缺|欠)(?:下|了)?多少(?:业绩|钱)?(?:才能?(?:完成|达标))?`,
    String.raw`我?${nowZh}我?(?:已经)?(?:做|干|完成|达成)(?:到|得|了)?(?:怎么样|如何|多少|几成|百分之几|到哪(?:儿|里|一步)?)了?|我${nowZh}怎么样了?`,
    String.raw`我的?${nowZh}的?(?:进度|进展|业绩|完成率|达成率|完成情况|达成情况|指标)(?:怎么样|如何|是多少|多少|到哪(?:儿|里)?)?了?`,
    String.raw`${nowZh}的?(?:进度|进展|业绩|完成率|达成率|完成情况|达成情况|目标)(?:怎么样|如何|是?多少|到哪(?:儿|里)?|完成多少|还差多少)了?`,
    String.raw`我的?目标(?:是多少|是什么|完成(?:了)?多少了?|怎么样了?|还差多少)`,
  ].join("|"),
);
const ofTeam = only(
  [
    String.raw`(?:who|which rep)(?:'s| is| are)? (?:falling |lagging )?(?:behind|at risk|off track|struggling|lagging)(?: this (?:week|month|quarter))?`,
    String.raw`how(?:'s| is| are) (?:the|my|our) team(?: doing)?|how are we doing`,
    String.raw`where do(?:es)? (?:we|the team|my team) stand`,
    String.raw`(?:现在)?谁(?:落后|掉队|没跟上|有风险|没达标|完不成)了?`,
    String.raw`(?:团队|大家|我们|组里)${nowZh}(?:怎么样|进度如何|进度怎么样|做得怎么样|还差多少|完成(?:了|到)?多少|做(?:了|到)?多少)了?`,
  ].join("|"),
);

/** How many calls do I still need, 回款还差多少: of the goals of that name. */
const ofMetric =
  /^(?:how (?:much|many) (?<en>[\p{L}][\p{L} ]{1,40}?) (?:(?:is|are) (?:still )?(?:left|missing|to go)|(?:do i|have i|did i|i) (?:still )?(?:need|have left|done|made|have|do|make|close|got|get|logged))(?: (?:done|so far|to (?:go|do|make)|left))?(?: (?:today|this (?:week|month|quarter|year)))?|how(?:'s| is| are) my (?<how>[\p{L}][\p{L} ]{1,40}?)(?: doing| going| looking)?|(?<left>[\p{L}][\p{L} ]{1,40}?) (?:left|to go)\?|(?:(?:这|本)个?(?:周|月|季度?|年度?)|今[天年])?我?的?(?<zh>[\p{L}]{1,12}?)(?:这个?月|本月|目前|现在)?(?:还[差剩缺]多少|(?:完成|做|打|跑|签|收)(?:到|了)?多少|(?:的?(?:进度|完成率|达成率|完成情况))(?:怎么样|如何|是?多少))了?)[\s?？!！。.]*$/iu;

const ofSomebody =
  /^(?:how(?:'s| is) @?(?!it\b|that\b|this\b|every|the\b|your\b|my\b|our\b|life\b|you\b)(?<en>[^?]{1,60}?)(?: doing| going| getting on)?|@?(?<zh>[^\s?？,，我你他她它这那]{1,20}?)(?:最近|现在|这个?月|这个?季度)?(?:怎么样|做得怎么样|进度如何|进度怎么样|业绩如何|业绩怎么样|还差多少)了?)[\s?？!！。.]*$/iu;

const span = String.raw`(?:last|this|next|previous) (?:week|month|quarter|half|year)|(?:上|本|这|下)个?(?:周|月|季度?|半年|年度?)|[去今明]年(?:上半年|下半年|第?[一二三四1-4]季度)?|(?:20\d{2}年?)?(?:[qh][1-4]|第?[一二三四]季度)(?: 20\d{2})?|20\d{2}年`;
const spanFirst = new RegExp(
  String.raw`^(${span})(?:\s*的|['’]s?)?\s*(?:我的|my )?(?:目标|goals?|targets?)${end}`,
  "iu",
);

const nameAndSpan = new RegExp(
  String.raw`^@?(?<name>[^\s?？,，我你他她它这那]{1,20}?)(?: |的|['’]s ){1,2}(?<span>${span})(?:\s*的)?\s*(?:目标|goals?|targets?)${end}`,
  "iu",
);

const ofGoal = only(
  String.raw`(?:(?:how(?:'s| is)|how far is|show|目标|看看?) ?)?(?<goal>#?g\d{1,9})(?: (?:doing|going|status|progress))?(?:现在|目前|还|的)*(?:[差剩]多少|完成(?:了|到)?多少|怎么样|进度(?:怎么样|如何)?|如何)?了?`,
);

/** How am I doing, 我还差多少: nothing behind `goals`. How is anna, 林晓怎么样: her name. 上季度的目标: 上季度. 林晓 上季度 目标: both. Null for anything else. */
export function askedAbout(line: string): string | null {
  if (line.length > 100 || ofTeam.test(line) || ofGoal.test(line)) return null;
  if (ofMine.test(line)) return "";
  const { how, left, ...named } = ofMetric.exec(line)?.groups ?? {};
  const about = how ?? left ?? named["en"] ?? named["zh"];
  if (about !== undefined) return `@${about.trim()}`;
  const period = spanFirst.exec(line)?.[1];
  if (period !== undefined) return period;
  const others = nameAndSpan.exec(line)?.groups;
  if (others) return `@${others["name"]} ${others["span"]}`;
  const { en, zh } = ofSomebody.exec(line)?.groups ?? {};
  const name = en ?? zh;
  return name === undefined ? null : `@${name.trim()}`;
}

/** G7, how is G7, G7 还差多少: the goal alone. */
export const askedAboutGoal = (line: string): string | null =>
  ofGoal.exec(line)?.groups?.["goal"] ?? null;

/** Who is behind, 谁落后了. */
export const askedAboutTeam = (line: string): string | null =>
  line.length <= 100 && ofTeam.test(line) ? "" : null;
