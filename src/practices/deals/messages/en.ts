// What deals says in English.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed, type Line } from "#src/view/line";
import type { Deal, Resting } from "../model.ts";
import type { DealSum } from "../sums.ts";
import { check } from "./check-en.ts";
import { forecast } from "./forecast-en.ts";

const deals = (count: number): string => `${String(count)} ${count === 1 ? "deal" : "deals"}`;

export const en = (f: Formatter) => {
  const money = (value: Decimal, currency: string): string =>
    f.amount(value, { kind: "money", currency });
  const sums = ({ values }: Pick<DealSum, "values">): string =>
    values.map((each) => money(each.value, each.currency)).join(" + ");
  return {
    ...check(f),
    ...forecast(f),
    title: (): Line => line`Deals`,
    titleOf: (name: string): Line => line`Deals · ${said(name)}`,
    sum: (sum: DealSum): Line =>
      joinLines(
        [
          line`${deals(sum.deals)} open`,
          line`${sums(sum)}`,
          sum.noAmount === 0 ? [] : line`${String(sum.noAmount)} without an amount`,
        ],
        " · ",
      ),
    stageHead: (): readonly Line[] => [line`Stage`, line`Deals`, line`Amount`],
    stageRow: (stage: string, sum: DealSum): readonly Line[] => [
      line`${said(stage)}`,
      line`${String(sum.deals)}`,
      joinLines(
        [line`${sums(sum)}`, sum.noAmount === 0 ? [] : line`${String(sum.noAmount)} without`],
        " · ",
      ),
    ],
    closing: (end: LocalDate): Line => line`To close by ${f.date(end)}`,
    noneClosing: (): Line => line`None is to close this quarter.`,
    andMore: (count: number): Line => line`and ${deals(count)} more`,
    deal: (name: string): Line => line`${said(name)}`,
    dealMore: (deal: Deal): Line =>
      joinLines(
        [
          deal.amount === null ? line`no amount` : line`${money(deal.amount, deal.currency)}`,
          line`${said(deal.stage)}`,
          deal.closeOn === null ? [] : line`${f.date(deal.closeOn)}`,
          deal.nextStep ? line`next: ${said(deal.nextStep)}` : [],
        ],
        " · ",
      ),
    teamRow: (name: string, sum: DealSum): Line =>
      joinLines([line`${said(name)}`, line`${deals(sum.deals)}`, line`${sums(sum)}`], " · "),
    overdueChip: (): Line => line`close day passed`,
    resting: (): Line => line`Still real, looked at later`,
    restsUntil: ({ reason, until }: Resting): Line =>
      line`${said(reason)} · until ${f.date(until)}`,
    wake: (): Line => line`Check it again`,
    woken: (name: string): Line => line`${said(name)} is checked again.`,
    none: (): Line => line`You have no open deal here.`,
    noneOf: (name: string): Line => line`${said(name)} has no open deal here.`,
    howToImport: (): Line => line`Deals come in with ${typed("npm run import -- FILE --deals")}.`,
    someoneElse: (): Line => line`You can see your own deals and those of the people you lead.`,
    seenByOwn: (): Line => line`Seen by you and your manager`,
    seenByLead: (): Line => line`Seen by you and the person`,
    helpDeals: () => ({
      does: line`See open deals by stage and what is to close`,
      usage: "deals [@name]",
      example: "deals",
    }),
    helpCheck: () => ({
      does: line`Find deals that need a look`,
      usage: "deals check",
      example: "deals check",
    }),
    isOff: (): Line => line`Deals are off here. An admin can turn them on in ${typed("setup")}.`,
  };
};

export type DealMessages = ReturnType<typeof en>;
