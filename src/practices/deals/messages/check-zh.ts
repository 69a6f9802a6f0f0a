// 商机体检说的话。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { Ailment, Finding } from "../check/hygiene.ts";
import type { check as english } from "./check-en.ts";

const kinds: Readonly<Record<Ailment, string>> = {
  overdue: "过了预计成交日",
  pushed: "多次改期",
  quiet: "久未跟进",
  long: "阶段停留久",
  "no step": "没有下一步",
  "no amount": "没填金额",
};

function finding({ kind, count }: Finding): string {
  switch (kind) {
    case "overdue":
      return `预计成交日过了 ${String(count)} 天`;
    case "pushed":
      return `成交日推迟了 ${String(count)} 次`;
    case "quiet":
      return `${String(count)} 天没跟进`;
    case "long":
      return `在这个阶段 ${String(count)} 天了，超过平时的两倍`;
    case "no step":
      return count === null ? "没写下一步" : `下一步过期 ${String(count)} 天`;
    case "no amount":
      return "没填金额";
  }
}

export const check = (f: Formatter): ReturnType<typeof english> => ({
  checkTitle: (count) =>
    count === 0 ? line`商机体检：没有要看的` : line`有 ${String(count)} 单商机该看看了`,
  checkGood: () => line`进行中的商机都有成交日、下一步和金额。`,
  checkMore: (count) => line`另外 ${String(count)} 单可以晚点看，先看这几单。`,
  checkHow: () => line`请到原来的系统里更新，这里不会替你关单或改阶段。`,
  checkSees: () => line`主管能看到你的商机；体检只看到各类有几单`,
  findings: (found) => line`${found.map(finding).join(" · ")}`,
  checkButton: () => line`商机体检`,
  dealsButton: () => line`看商机`,
  myDeals: () => line`我的商机`,
  stillReal: () => line`还在推进，因为…`,
  realTitle: () => line`还在推进`,
  realIntro: (deal, found) => line`${said(deal.name)}：${found.map(finding).join(" · ")}`,
  realField: () => line`原因`,
  realHint: () => line`比如：客户 20 号过完预算`,
  realSave: () => line`14 天内不再提`,
  realSaved: (name, until) => line`${said(name)}到${f.date(until)}前不再提了。`,
  overAlready: (name) => line`${said(name)}已经结束了。`,
  team: () => line`团队`,
  teamHow: () => line`按姓名排，只看各类有几单；具体是哪几单，各人自己看。`,
  counts: (counts) =>
    counts.length === 0
      ? line`没有要看的`
      : line`${counts.map((each) => `${kinds[each.kind]} ${String(each.deals)}`).join(" · ")}`,
  aboutTitle: () => line`进行中的商机`,
  digest: (count, people) => line`${String(people)} 人共 ${String(count)} 单商机该看看了`,
  nudgeLabel: () => line`商机体检`,
  nudgeWhy: () => line`周一、周四，有要看的才提醒`,
});
