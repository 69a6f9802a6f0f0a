// The words of a line that say what a figure beside them is. To teach another one, add it to its row.

const now = "(?:今天?|今日|现在|目前|当前)";
/** From a time's beginning until now. */
const untilNow = `(?:从)?(?:年|月|季度?|周|上周|上个?月)初?(?:一|初)?(?:开始)?(?:到|至)${now}|(?:截至|截止到?|到)${now}(?:为止)?`;

const period =
  "(?:本|这个?|当|今|上个?)(?:周|月|季度?|年度?)|(?:今|昨|当)[天日]|全?年度?|(?:this|the) (?:week|month|quarter|year)(?:'s)?|today(?:'s)?";

/** 累计52万, total of 520k, MTD 52k. `period` stands with a sum of a part of the goal's time. */
export const sumAhead = new RegExp(
  `(?<period>${period})? ?(?:累[计積]到?|总共|共计|总计|合计)(?:完成|达到?|为|是)?` +
    `|(?<![a-z])(?:(?<span>mtd|wtd|ytd|qtd|(?:month|week|year|quarter)[ -]to[ -]date)|(?:running |grand )?total(?: of)?|cumulative|in total|altogether|(?:now |currently |stand(?:s|ing)? |(?:is|are) )(?:now |currently )?at)(?![a-z])` +
    `|(?<until>${untilNow})(?:一共|共|的)?|(?<==|^|\\s|\\p{Script=Han})=`,
  "giu",
);
/** 52k so far, 52k MTD. */
export const sumBehind = new RegExp(
  `(?<=[\\p{L}\\p{N}%] ?)(?<![a-z])(?:(?<span>(?:so far|to date) (?:${period})|(?:${period}),? (?:so far|to date)|so far|to date|mtd|wtd|ytd|qtd)|in total|total|altogether|cumulative)(?![\\p{L}\\p{N}]| ?[\\d\\p{Sc}])`,
  "giu",
);

/** 本周电话60: what stands right before a figure or its metric. */
export const periodAhead =
  /(?:本|这个?|当)(?:周|月|季度?|年度?)|(?<![a-z])this (?:week|month|quarter|year)(?:'s)?(?![a-z])/giu;

/** What is hoped for, until the next mark. */
export const planAhead =
  /(?:计划|预计|预期|预估|打算|争取|有望|应收|待收|意向|在谈|将[要会]?|下周|下个?月|下季度?)|(?<![a-z])(?:expect(?:ing|ed|s)?|forecast(?:ed|ing)?|pipeline|plan(?:ning|ned|s)?(?: (?:for|to))?|will|hop(?:e|ing)(?: (?:for|to))?|upcoming|open|committed|pending|due to come|next (?:week|month|quarter))(?![a-z])/giu;
export const planBehind =
  /^ ?(?:(?:is |are )?(?:expected|planned|pending|forecast|to come|in (?:the )?pipeline|likely)(?![a-z])|(?:待回|待收|在谈|预计|待签))/iu;

/** A target beside the result. */
export const targetAhead =
  /(?:(?:本|这个?|当)?(?:日|周|月|季度?|年)?度?(?:目标|任务|指标(?!名))(?:是|为)?|(?:距离?目标)?(?:还|仅|只|尚)差(?:了)?)|(?:still )?(?:need|short (?:of|by)|missing)(?![a-z])|(?<![a-z])(?:(?:daily|weekly|monthly|quarterly) )?(?:target|quota|budget|goal)(?: (?:of|is|was))?(?![a-z])/giu;
export const targetBehind =
  /^ ?(?:(?:target|quota|budget|to go|short|left to)(?![a-z])|(?:的?(?:目标|任务)(?!达)))/iu;

/** Parts and properties of a deal: 定金2万, incl. VAT 3,000, contract 100k. They stay in the note. */
export const partAhead =
  /(?:(?<!退)[定订]金|首付款?|尾款|余款|预付款?|含税|不含税|(?<!退)税[额款费]?|其中|合同额?|合同总额|总价|原价|单价|折扣|优惠|手续费|运费|(?<!退)押金|成本|毛利|利润|预算|价值|尚欠|还欠|欠款|比[^,，。;；\d]{1,8}?[多少高低增减涨跌](?:加|了|出|长)*)(?:是|为|约)? ?$|(?:^|[^a-z])(?:deposit|incl(?:\.|uding)?|excl(?:\.|uding)?|vat|tax|of which|contract|worth|value[d]?|discount|fee|shipping|cost|margin|price|list price|balance|was|from|instead of|out of|budget|at)(?: (?:of|is|at))? ?$/iu;
export const partBehind =
  /^ ?(?:vat|tax|discount|deposit|定金|订金|尾款|税)(?!\p{L}| ?[\d\p{Sc}])/iu;

/** How the result came about: after 2 calls. */
export const asideAhead =
  /(?<![a-z])(?:after|following|thanks to|because of|in only|in just|with only|within)(?: (?:just|only|about))? ?$|(?:经过|通过|靠|前后|只用了?|用了)(?:打了?)? ?$/iu;

/** A figure that goes back unless it says otherwise. */
export const givesBack =
  /(?<![a-z])(?:refund(?:ed|s)?|chargeback|credit note|returned goods|goods returned|clawback|write[- ]?off|rebate|cancell?ation)(?![a-z])|(?<![a-z])less(?= ?\p{Sc}? ?\d)|退[了回掉]?(?= ?\p{Sc}?[\d一二两三四五六七八九十])|少了|减少了?|扣[了除掉减]?(?= ?\p{Sc}?[\d一二两三四五六七八九十])|退款|退货|退单|退税|退费|退押金|退定金|退订金|冲红|红冲|冲销|坏账|扣回/iu;

/** Idioms that are no figures: 24/7. */
export const idioms =
  /(?<![\d.,/:-])(?:24 ?[/x*] ?7|7 ?[/x*] ?24|365|80\/20|50\/50|b2b|b2c|360°?)(?![\d.,/:-]|[万千百亿k%])(?:小时)?/giu;

/** Words that join without meaning anything by themselves. */
export const joiner =
  /^(?:and|und|et|plus|then|also|及|和|与|以及|还有|另外?|加|并|又|共|的|了|&|\+)$/iu;

/** Words before a figure that say nothing about what it counts: with 3 people. */
export const preposition =
  /^(?:with|in|of|at|over|by|within|on|from|to|for|about|around|mit|bei)$/iu;

/** The sum of a pasted table, and its heading. */
export const tableTotal =
  /^(?:合计|总计|总和|小计|共计|汇总|grand total|sub ?total|total|sum|summe|gesamt)(?![\p{L}])/iu;
