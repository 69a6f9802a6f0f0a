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
    "figure? -500 EUR “refund” + calls 20 | 500 EUR “refund” + calls 20",
  ],
  [
    "退款5000 林晓",
    "manager",
    "mixed? @linxiao -5000 “退款” | -5000 “退款 林晓” | @linxiao 5000 “退款” | 5000 “退款 林晓”",
  ],
  ["€500 refund, €400 refund, €300 refund", "german", "tangled: €500, €400, €300"],
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
  ["1 234,56 €", "german", "nothing"],
  ["5k dollars Acme", "german", "5000 USD “Acme”"],
  ["5万刀", "rep", "50000 USD"],
  ["minus €500 refund", "german", "-500 EUR “refund”"],
  ["-3万 退货", "rep", "-30000 “退货”"],
  ["calls 20/30", "german", "calls 20 “20/30”"],
]);

table("a figure that may be two", [
  ["€12.000 Nordstadt", "german", "figure? 12000 EUR “Nordstadt” | 12 EUR “Nordstadt”"],
  ["(€500) refund", "german", "figure? -500 EUR “refund” | 500 EUR “refund”"],
  ["€500 refund", "german", "figure? -500 EUR “refund” | 500 EUR “refund”"],
  ["退款5000", "rep", "figure? -5000 “退款” | 5000 “退款”"],
]);

table("several figures", [
  ["€5k and 20 calls", "german", "5000 EUR + calls 20"],
  ["€5k Acme after 2 calls", "german", "5000 EUR “Acme”; left out (aside): after 2 calls"],
  ["5万 仁济 打了3个电话", "rep", "50000 “仁济 打了” + calls 3 个"],
  ["打了20个电话3个拜访", "rep", "calls 20 个 “打了” + visits 3 个"],
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

table("sums so far and plans", [
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
