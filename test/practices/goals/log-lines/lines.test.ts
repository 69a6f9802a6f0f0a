// Lines of progress and what they read as. To add a case, add a line: typed (without its verb), who reads, the right reading.
import { describe, expect, it } from "vitest";
import { read, type Who } from "./reader.ts";

type Case = readonly [typed: string, who: Who, right: string];

function table(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    it.each(cases)("%s, read by a %s, is %s", (typed, who, right) => {
      expect(read(typed, who)).toBe(right);
    });
  });
}

table("several doubts are one question", [
  [
    "€12.000 Acme, €9.500 Beta",
    "german",
    "mixed? 12000 EUR “Acme” + 9500 EUR “Beta” | 12 EUR “Acme” + 9.5 EUR “Beta” | 12000 EUR “Acme, €9.500 Beta” | 12 EUR “Acme, €9.500 Beta” | 9500 EUR “€12.000 Acme Beta” | 9.5 EUR “€12.000 Acme Beta”",
  ],
  [
    "€500 refund and 20 calls",
    "german",
    "sign? -500 EUR “refund” + calls 20 | 500 EUR “refund” + calls 20",
  ],
  [
    "退款5000 林晓",
    "manager",
    "mixed? @linxiao -5000 “退款” | -5000 “退款 林晓” | @linxiao 5000 “退款” | 5000 “退款 林晓”",
  ],
  [
    "€500 refund, €400 refund, €300 refund",
    "german",
    "mixed? -500 EUR “refund” + -400 EUR “refund” + -300 EUR “refund” | 500 EUR “refund” + 400 EUR “refund” + 300 EUR “refund” | -500 EUR “refund, €400 refund, €300 refund” | 500 EUR “refund, €400 refund, €300 refund”",
  ],
]);

table("a share of the figure beside it is worked out, and asked about", [
  [
    "€15k deal, we got 30%",
    "german",
    "figure? 15000 EUR “deal, we got 30%” | 4500 EUR “deal, we got 30%”",
  ],
  [
    "€20k Acme 40% upfront",
    "german",
    "figure? 20000 EUR “Acme 40% upfront” | 8000 EUR “Acme 40% upfront”",
  ],
  ["€20k at 10% discount", "german", "20000 EUR “at 10% discount”"],
  [
    "签了50万合同，首付30%",
    "rep",
    "figure? 500000 “签了 合同,首付30%” | 150000 “签了 合同,首付30%”",
  ],
  ["回款5万 先收三成", "rep", "figure? revenue 50000 “先收三成” | revenue 15000 “先收三成”"],
  ["回款5万，收款进度30%", "rep", "revenue 50000 “收款进度30%”"],
  ["首付30%", "rep", "nothing"],
]);

table("so many times is how often something was done, or how often a figure counts", [
  ["called 5 times", "german", "calls 5"],
  ["we called 5 times today", "german", "calls 5 11-11"],
]);

table("what goes back by a word, beside what came in", [
  [
    "回款5万，退税3000",
    "rep",
    "mixed? revenue 50000 “退税” + -3000 | revenue 50000 “退税” + 3000 | revenue 50000 “退税3000”",
  ],
  ["回款5万，退押金2000", "rep", "revenue 50000; left out (unknown): 退押金2000"],
  [
    "€5k and -€250 refund",
    "german",
    "several? 5000 EUR + -250 EUR “refund” | 5000 EUR “and -€250 refund” | -250 EUR “€5k refund”",
  ],
]);

table("a day still to come is no result's", [
  ["昨天回款5万 明天拜访华山", "rep", "revenue 50000 11-10 “明天拜访华山”"],
  ["€5k yesterday, follow-up tomorrow", "german", "5000 EUR 11-10 “follow-up tomorrow”"],
  ["€5k Acme, signs tomorrow", "german", "plan? 5000 EUR “Acme, signs tomorrow”"],
  ["回款5万，明天到账", "rep", "plan? revenue 50000 “明天到账”"],
  // Refused when it is stored.
  ["€5k tomorrow Acme", "german", "5000 EUR 11-12 “Acme”"],
]);

table("fresh lines that were read wrong once", [
  ["5000刀给仁济", "rep", "5000 USD “给仁济”"],
  ["回款5万欧莱雅", "rep", "revenue 50000 “欧莱雅”"],
  ["回款5万 单号A1234 2台设备", "rep", "revenue 50000 “单号A1234 2台设备”"],
  ["回款 2 0000", "rep", "nothing"],
  ["还差20万", "rep", "nothing"],
  ["20k to go", "german", "nothing"],
  ["回款比上周少2万", "rep", "part? 20000 “回款比上周少”"],
  ["客户退了1台，2.5万", "rep", "sign? -25000 “客户退了1台” | 25000 “客户退了1台”"],
  ["revenue +5k", "german", "revenue 5000"],
  ["3万+2万", "rep", "50000 “3万+2万”"],
  ["revenue now at 400k", "german", "revenue =400000"],
  ["5k to G7 and 3 calls to G8", "german", "5000 G7 + calls 3 G8"],
  ["5k for last Thursday and 3k for Friday", "german", "5000 11-05 + 3000 11-06"],
  ["received €3k deposit Acme", "german", "3000 EUR “received deposit Acme”"],
  [
    "今天收了仁济8万尾款，华山的3万明天到",
    "rep",
    "80000 11-11 “收了仁济 尾款,华山的 到”; left out (plan): 3万明天",
  ],
  ["今天完成：1）电话15 2）回款2万", "rep", "calls 15 11-11 + revenue 20000 11-11"],
  ["昨天下午签了5万的单 客户：华山", "rep", "50000 11-10 “签了 的单 客户:华山”"],
  [
    "€99/month for 12 months",
    "german",
    "figure? 1188 EUR “/month for 12 months” | 99 EUR “/month for 12 months”",
  ],
]);

table("weekdays beside figures", [
  ["calls 12 mon 15 tue", "german", "calls 12 11-09 + calls 15 11-10"],
  ["calls mon 12, tue 15 and wed 8", "german", "calls 12 11-09 + calls 15 11-10 + calls 8 11-11"],
  ["calls 12 thu", "german", "calls 12 11-05"],
  ["€5k Sun Microsystems", "german", "5000 EUR “Sun Microsystems”"],
  ["Sun 5k", "german", "which day: Sun"],
  ["电话 周一12 周二15", "rep", "calls 12 11-09 + calls 15 11-10"],
]);

table("one amount", [
  ["12k", "rep", "12000"],
  ["回款12萬", "rep", "revenue 120000"],
  ["₹2.5 lakh", "rep", "250000 INR"],
  ["42k Nordstadt phase two", "german", "42000 “Nordstadt phase two”"],
  ["1 234,56 €", "german", "1234.56 EUR"],
  ["3 500 € Bauer", "german", "3500 EUR “Bauer”"],
  ["3 500 Bauer", "german", "nothing"],
  ["3万5", "rep", "35000"],
  ["3w5 瑞金", "rep", "35000 “瑞金”"],
  ["叁万伍仟", "rep", "35000"],
  ["twenty calls", "german", "calls 20"],
  ["a dozen calls Acme", "german", "calls 12 “Acme”"],
  ["a couple of calls", "german", "nothing"],
  ["5k dollars Acme", "german", "5000 USD “Acme”"],
  ["5万刀", "rep", "50000 USD"],
  ["minus €500 refund", "german", "-500 EUR “refund”"],
  ["-3万 退货", "rep", "-30000 “退货”"],
  ["calls 20/30", "german", "calls 20 “20/30”"],
]);

table("a figure that may be two", [
  ["€12.000 Nordstadt", "german", "figure? 12000 EUR “Nordstadt” | 12 EUR “Nordstadt”"],
  ["(€500) refund", "german", "sign? -500 EUR “refund” | 500 EUR “refund”"],
  ["€500 refund", "german", "sign? -500 EUR “refund” | 500 EUR “refund”"],
  ["退款5000", "rep", "sign? -5000 “退款” | 5000 “退款”"],
]);

table("several figures", [
  ["€5k and 20 calls", "german", "5000 EUR + calls 20"],
  ["€5k Acme after 2 calls", "german", "5000 EUR “Acme”; left out (aside): after 2 calls"],
  ["5万 仁济 打了3个电话", "rep", "50000 “仁济 打了” + calls 3 个"],
  ["打了20个电话3个拜访", "rep", "calls 20 个 + visits 3 个"],
  [
    "calls 20 meetings 3 revenue 12k",
    "german",
    "calls 20 + revenue 12000; left out (unknown): meetings 3",
  ],
  [
    "5 calls 3 meetings 2 emails",
    "german",
    "calls 5; left out (unknown): 3 meetings; left out (unknown): 2 emails",
  ],
  ["€2k next week", "german", "plan? 2000 EUR"],
  ["€12k + €3k Acme", "german", "15000 EUR “€12k + €3k Acme”"],
  ["€12k+€3k=€16k Acme", "german", "sum is 15000: €12k+€3k=€16k"],
  [
    "€5k Acme, €3k Beta",
    "german",
    "several? 5000 EUR “Acme” + 3000 EUR “Beta” | 5000 EUR “Acme, €3k Beta” | 3000 EUR “€5k Acme Beta”",
  ],
  ["20 30", "german", "several? 20 + 30 | 20 “30” | 30 “20”"],
  ["5k G7, 20 G8", "german", "5000 G7 + 20 G8"],
]);

table("a figure that belongs to a name, a part, a share or a number of something", [
  ["3M €5k", "german", "5000 EUR “3M”"],
  ["58同城 5万", "rep", "50000 “58同城”"],
  ["€5k 24/7 support", "german", "5000 EUR “24/7 support”"],
  ["€5k PO 4500012345", "german", "5000 EUR “PO 4500012345”"],
  ["5万 三一重工 合同号20261111", "rep", "50000 “三一重工 合同号20261111”"],
  [
    "€5k 2026 renewal https://x.example/?amount=900",
    "german",
    "5000 EUR “2026 renewal https://x.example/?amount=900”",
  ],
  ["12万 定金2万", "rep", "120000 “定金2万”"],
  ["回款12万 含税3000", "rep", "revenue 120000 “含税3000”"],
  ["1万 约￥2万 “二期”款", "rep", '10000 “约¥2万 "二期"款”'],
  [
    "calls 20 revenue €3,200 (target €5,000, 64%)",
    "german",
    "calls 20 + revenue 3200 EUR “(target €5,000, 64%)”",
  ],
  [
    "今日回款 8.53万元，达成日目标(8万元)的 106.6%",
    "rep",
    "revenue 85300 CNY 11-11 “达成日目标(8万元)的 106.6%”",
  ],
]);

table("days", [
  ["15 calls, same as yesterday", "german", "calls 15 “same as yesterday”"],
  ["电话15 比昨天少", "rep", "calls 15 “比昨天少”"],
  ["三月回款5万", "rep", "which day: 三月"],
  ["October revenue 5k", "german", "which day: October"],
  ["€5k October renewal", "german", "5000 EUR “October renewal”"],
  ["上周五回款6万 瑞金", "rep", "revenue 60000 11-06 “瑞金”"],
  ["calls: 14 (yesterday 12)", "german", "calls 14 + calls 12 11-10"],
  ["周一12个电话 周二15个", "rep", "calls 12 个 11-09 + calls 15 个 11-10"],
  ["11.9 回款6万", "rep", "which day: 11.9"],
  ["yesterday calls 15, today calls 20", "german", "calls 15 11-10 + calls 20 11-11"],
  ["昨天电话15 今天电话20", "rep", "calls 15 11-10 + calls 20 11-11"],
  [
    "calls 20 yesterday 15 today 10",
    "german",
    "days? calls 20 + calls 15 11-10 + calls 10 11-11 | calls 20 11-10 + calls 15 11-11 + calls 10",
  ],
  ["12k last month", "german", "which day: last month"],
  ["12k 11/5", "german", "which day: 11/5"],
  ["1万 30.10. G1", "rep", "10000 10-30 G1"],
  ["5k 2026-02-30", "rep", "no such day: 2026-02-30"],
]);

table("a figure to be worked out", [
  ["40% of €10k", "german", "figure? 4000 EUR “40% of” | 10000 EUR “40% of”"],
  ["half of €9k", "german", "figure? 4500 EUR “half of” | 9000 EUR “half of”"],
  [
    "5 calls per hour for 4 hours",
    "german",
    "figure? calls 20 “per hour for 4 hours” | calls 5 “per hour for 4 hours”",
  ],
  ["€5k twice", "german", "figure? 10000 EUR “twice” | 5000 EUR “twice”"],
  ["2x €3k Bauer", "german", "figure? 6000 EUR “2x Bauer” | 3000 EUR “2x Bauer”"],
  ["€3k each from Bauer", "german", "figure? 3000 EUR “each from Bauer”"],
  ["€2k/month", "german", "figure? 2000 EUR “/month”"],
  [
    "€8k minus 10% discount",
    "german",
    "figure? 7200 EUR “minus 10% discount” | 8000 EUR “minus 10% discount”",
  ],
  ["3 deals worth €30k", "german", "figure? 30000 EUR “3 deals worth” | 90000 EUR “3 deals worth”"],
  ["两单各3万", "rep", "figure? 60000 “两单各” | 30000 “两单各”"],
  ["5万 打八折", "rep", "figure? 40000 “打八折” | 50000 “打八折”"],
  ["10万的40%", "rep", "figure? 40000 “的40%” | 100000 “的40%”"],
  ["每天5个电话", "rep", "figure? calls 5 个 “每天”"],
  ["€12k (incl. 19% VAT)", "german", "12000 EUR “(incl. 19% VAT)”"],
  ["20 calls €5k", "german", "calls 20 + 5000 EUR"],
]);

table("said roughly", [
  ["about 6k", "german", "about? 6000"],
  ["五千左右", "rep", "about? 5000"],
  ["回款大概6万", "rep", "about? revenue 60000"],
  ["大概20个电话", "rep", "about? calls 20 个"],
  ["12万 约2万定金", "rep", "120000 “约2万定金”"],
]);

table("figures beside the metric's own", [
  [
    "12 calls done, 3 meetings booked",
    "german",
    "calls 12 “booked”; left out (unknown): 3 meetings",
  ],
  ["打了15个电话约了3家", "rep", "calls 15 个; left out (unknown): 约了3家"],
  ["12 calls 15/20", "german", "calls 12 “15/20”"],
  ["7 of my 10 calls", "german", "calls 7 “7 of my 10”"],
  ["两笔 3万 2万", "rep", "several? 30000 “两笔” + 20000 | 30000 “两笔 2万” | 20000 “两笔 3万”"],
  ["5万 定金 合同20万", "rep", "several? 50000 “定金 合同20万” | 200000 “5万 定金 合同”"],
]);

table("what goes back", [
  [
    "€5k Acme refund €250",
    "german",
    "mixed? 5000 EUR “Acme refund” + -250 EUR | 5000 EUR “Acme refund” + 250 EUR | 5000 EUR “Acme refund €250”",
  ],
  [
    "€9k less €500 rebate",
    "german",
    "mixed? 9000 EUR “less” + -500 EUR “rebate” | 9000 EUR “less” + 500 EUR “rebate” | 9000 EUR “less €500 rebate”",
  ],
  ["回款少了5000", "rep", "sign? -5000 “回款少了” | 5000 “回款少了”"],
]);

table("sums so far and plans", [
  [
    "€6k closed, will close €12k on Friday",
    "german",
    "6000 EUR “closed”; left out (plan): will close €12k on Friday",
  ],
  ["预计周五回款10万", "rep", "plan? revenue 100000 “周五”"],
  ["本周电话60", "rep", "sum? calls =60 | calls 60"],
  ["this week 60 calls", "german", "sum? calls =60 | calls 60"],
  ["月初到现在回款40万", "rep", "sum? revenue =400000 | revenue 400000"],
  ["累计52万", "rep", "=520000"],
  ["回款累计52万", "rep", "revenue =520000"],
  ["累计回款52万", "rep", "revenue =520000"],
  ["本月累计52万", "rep", "sum? =520000 | 520000"],
  ["12k so far this month", "german", "sum? =12000 | 12000"],
  [
    "今日回款3万，本周累计回款20万，本月累计回款52万",
    "rep",
    "revenue 30000 11-11; left out (sum): 本周累计回款20万; left out (sum): 本月累计回款52万",
  ],
  ["今天回款3万，明天回款5万", "rep", "revenue 30000 11-11; left out (plan): 明天回款5万"],
  ["今日回款3万 明日预计回款5万", "rep", "revenue 30000 11-11; left out (plan): 明日预计回款5万"],
  [
    "€3k today, expecting €5k revenue tomorrow",
    "german",
    "3000 EUR 11-11; left out (plan): expecting €5k revenue tomorrow",
  ],
  ["expected 5k", "german", "plan? 5000"],
]);

table("people", [
  [
    "€10k for @anna and @renke",
    "manager",
    "people? @anna 5000 EUR + @renke 5000 EUR | @anna 10000 EUR + @renke 10000 EUR",
  ],
  ["林晓 2万", "manager", "people? @linxiao 20000 | 20000 “林晓”"],
  ["2万 林晓", "manager", "people? @linxiao 20000 | 20000 “林晓”"],
  ["林晓 2万", "rep", "20000 “林晓”"],
  ["@林晓 2万，替王磊报3万", "manager", "@linxiao 20000 + @wanglei 30000"],
  ["5k for @nobodyhere", "manager", "who: nobodyhere"],
]);
