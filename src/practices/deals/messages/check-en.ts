// What deals says of those that need a look, in English.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import type { Ailment, Finding } from "../check/hygiene.ts";
import type { Deal } from "../model.ts";

const deals = (count: number): string => `${String(count)} ${count === 1 ? "deal" : "deals"}`;
const days = (count: number): string => `${String(count)} ${count === 1 ? "day" : "days"}`;

const kinds: Readonly<Record<Ailment, string>> = {
  overdue: "close day passed",
  pushed: "put off again and again",
  quiet: "nothing heard",
  long: "long in its stage",
  "no step": "no next step",
  "no amount": "no amount",
};

function finding({ kind, count }: Finding): string {
  switch (kind) {
    case "overdue":
      return `close day passed ${days(count ?? 0)} ago`;
    case "pushed":
      return `close day put off ${String(count)} times`;
    case "quiet":
      return `nothing heard for ${days(count ?? 0)}`;
    case "long":
      return `${days(count ?? 0)} in this stage, over twice the usual`;
    case "no step":
      return count === null ? "no next step" : `next step was due ${days(count)} ago`;
    case "no amount":
      return "no amount";
  }
}

export const check = (f: Formatter) => ({
  checkTitle: (count: number): Line =>
    count === 0 ? line`Deals: nothing to look at` : line`${deals(count)} to look at`,
  checkGood: (): Line => line`Every open deal has a day ahead, a next step and an amount.`,
  checkMore: (count: number): Line => line`${deals(count)} more can wait: these come first.`,
  checkHow: (): Line =>
    line`Update them where your deals are kept; nothing is closed or moved from here.`,
  checkSees: (): Line => line`Your manager sees your deals, and of this list how many of each kind`,
  findings: (found: readonly Finding[]): Line => line`${found.map(finding).join(" · ")}`,
  checkButton: (): Line => line`Check deals`,
  dealsButton: (): Line => line`Their deals`,
  myDeals: (): Line => line`My deals`,
  stillReal: (): Line => line`Still real because…`,
  realTitle: (): Line => line`Still real`,
  realIntro: (deal: Deal, found: readonly Finding[]): Line =>
    line`${said(deal.name)}: ${found.map(finding).join(" · ")}`,
  realField: (): Line => line`Why`,
  realHint: (): Line => line`e.g. the budget round ends on the 20th`,
  realSave: (): Line => line`Leave it for 14 days`,
  realSaved: (name: string, until: LocalDate): Line =>
    line`${said(name)} is left alone until ${f.date(until)}.`,
  overAlready: (name: string): Line => line`${said(name)} is over already.`,
  team: (): Line => line`Your team`,
  teamHow: (): Line =>
    line`How many, in the order of their names; which ones, each sees for themselves.`,
  counts: (counts: readonly { readonly kind: Ailment; readonly deals: number }[]): Line =>
    counts.length === 0
      ? line`nothing to look at`
      : line`${counts.map((each) => `${kinds[each.kind]} ${String(each.deals)}`).join(" · ")}`,
  aboutTitle: (): Line => line`Open deals`,
  digest: (count: number, people: number): Line =>
    line`${deals(count)} of ${String(people)} ${people === 1 ? "person" : "people"} to look at`,
  nudgeLabel: (): Line => line`Deals to look at`,
  nudgeWhy: (): Line => line`Mondays and Thursdays, while there is something to look at`,
});
