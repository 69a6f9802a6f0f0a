// 说错了应该是10万, sorry, it should be 12k, 把5万改成6万: what somebody wants to put right of what they logged.

const sorry = "(?:(?:啊|哎呀?|呃|不好意思|抱歉|对不起|糟了)[,，。!！~\\s]*)?";
const wrongZh = new RegExp(
  `^${sorry}我?(?:刚才|刚刚|上一?[条笔])?(?:的)?(?:说|报|写|打|记|填|输|发|弄|搞|多报|少报)错(?:数)?(?:了|啦)?[,，。:：!！\\s]*(?:(?:应?该?(?:是|为)|是|改成|改为)?\\s*(?<to>\\S.*))?$`,
  "u",
);
const notZh = new RegExp(
  `^${sorry}(?:不对|不是|错了)[,，。:：!！\\s]*(?:应?该?(?:是|为)|是|改成|改为)\\s*(?<to>\\S.*)$`,
  "u",
);
const shouldZh = /^(?:应该是|应为|应该为|正确的?是|实际(?:上)?是)\s*(?<to>\S.*)$/u;
const fromToZh =
  /^请?(?:帮我)?(?:把|将)(?:刚才的?|刚刚的?|上一?[条笔]的?)?(?<from>[^目标]{1,40}?)(?:改成|改为|改到|更正为|更正成|修改为|换成)(?<to>.+)$/u;
const wrongEn =
  /^(?:(?:sorry|oops|ups|no|wait|my mistake|my bad|wrong|correction|typo|actually)[,!:. ]+)+(?:(?:it|that|this)(?:'s)? )?(?:(?:should (?:be|have been|read)|was meant to be|must be|was(?: actually)?|is(?: actually)?|i meant|meant|make (?:it|that)) )?(?<to>\p{Sc}?\d.*)$/iu;
const meantEn =
  /^(?:i meant|i mean|make (?:it|that)|(?:it|that|this|the last one) (?:should (?:be|have been)|was meant to be)) (?<to>\p{Sc}?\d.*)$/iu;
const bareEn =
  /^(?:(?:sorry|oops)[,!:. ]+)?(?:(?:that|it|this)(?: one)? (?:was|is) (?:wrong|incorrect|a (?:mistake|typo))|(?:i (?:want|need) to )?correct(?: (?:something|it|that|an entry|the last(?: one| entry)?))?|wrong (?:number|figure|amount))[.! ]*$/iu;
const fromToEn =
  /^(?:please )?(?:change|correct|fix|make) (?:the |my |that )?(?<from>(?!goal|target|g\d)\S.{0,40}?) (?:to|into|→|->) (?<to>\p{Sc}?\d.*)$/iu;

/** Said of a goal, and of no entry: change the target of G7 to 600k. */
const ofGoal = /目标|截止|改名|(?<![a-z])(?:goals?|targets?|quota|title|due|deadline)(?![a-z])/iu;

/** What stands behind the verb of correcting; empty where nothing more is said, null for any other line. */
export function readCorrection(line: string): string | null {
  const text = line.trim().replace(/[。.!！~～]+$/u, "");
  if (text.length > 120 || text.includes("\n") || /[?？吗]$/u.test(text)) return null;
  if (ofGoal.test(text)) return null;
  if (bareEn.test(text)) return "";
  const plain = [wrongZh, notZh, shouldZh, wrongEn, meantEn].map((each) => each.exec(text));
  const found = plain.find((each) => each !== null);
  if (found) {
    const to = found.groups?.["to"] ?? "";
    return to === "" || /\d|[一二两三四五六七八九十百千万]/u.test(to) ? to : null;
  }
  const { from, to } = (fromToZh.exec(text) ?? fromToEn.exec(text))?.groups ?? {};
  if (from === undefined || to === undefined) return null;
  return /\d|[一二两三四五六七八九十百千万]/u.test(from) ? `${from.trim()} → ${to.trim()}` : null;
}
