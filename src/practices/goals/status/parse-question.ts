// Questions people ask of their numbers, turned into what stands behind a verb.

const end = "[\\s?？!！。.~～]*$";
const only = (words: string): RegExp => new RegExp(`^(?:${words})${end}`, "iu");

const ofMine = only(
  [
    String.raw`(?:so,? )?how am i doing(?: (?:so far|this (?:week|month|quarter)|today))?`,
    String.raw`how (?:far|close) am i(?: from (?:my )?(?:goal|target|quota)s?)?`,
    String.raw`where do i stand|where am i(?: at)?`,
    String.raw`what(?:'?s| is| are) my (?:goals?|targets?|quota|numbers?|progress|pace|pipeline target|attainment)`,
    String.raw`(?:show )?my (?:progress|numbers|target|quota|pace|attainment)`,
    String.raw`how much (?:is|do i) (?:left|have left|still need|need)(?: to (?:go|hit (?:my )?(?:goal|target)))?`,
    String.raw`am i on (?:track|pace)`,
    String.raw`我?(?:现在)?还?差多少(?:业绩|钱)?(?:才能?(?:完成|达标))?|我还差多少`,
    String.raw`我?(?:现在)?(?:做|干|完成)得?(?:怎么样|如何|多少)了?|我(?:现在)?怎么样了?`,
    String.raw`我的?(?:进度|业绩|完成率|达成率|指标)(?:怎么样|如何|是多少|多少)?了?`,
    String.raw`我的?目标(?:是多少|是什么|完成多少了?|怎么样了?|还差多少)`,
  ].join("|"),
);
const ofTeam = only(
  [
    String.raw`(?:who|which rep)(?:'s| is| are)? (?:falling |lagging )?(?:behind|at risk|off track|struggling|lagging)(?: this (?:week|month|quarter))?`,
    String.raw`how(?:'s| is| are) (?:the|my|our) team(?: doing)?|how are we doing`,
    String.raw`where do(?:es)? (?:we|the team|my team) stand`,
    String.raw`(?:现在)?谁(?:落后|掉队|没跟上|有风险|没达标|完不成)了?`,
    String.raw`(?:团队|大家|我们|组里)(?:现在)?(?:怎么样|进度如何|进度怎么样|做得怎么样|还差多少)了?`,
  ].join("|"),
);

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

/** How am I doing, 我还差多少: nothing behind `goals`. How is anna, 林晓怎么样: her name. 上季度的目标: 上季度. 林晓 上季度 目标: both. Null for anything else. */
export function askedAbout(line: string): string | null {
  if (line.length > 100 || ofTeam.test(line)) return null;
  if (ofMine.test(line)) return "";
  const period = spanFirst.exec(line)?.[1];
  if (period !== undefined) return period;
  const others = nameAndSpan.exec(line)?.groups;
  if (others) return `@${others["name"]} ${others["span"]}`;
  const { en, zh } = ofSomebody.exec(line)?.groups ?? {};
  const name = en ?? zh;
  return name === undefined ? null : `@${name.trim()}`;
}

/** Who is behind, 谁落后了. */
export const askedAboutTeam = (line: string): string | null =>
  line.length <= 100 && ofTeam.test(line) ? "" : null;
