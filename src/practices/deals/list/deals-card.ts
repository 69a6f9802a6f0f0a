// What deals look like as a list: sums by stage, what is to close, what rests; and a team's as counts.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import {
  button,
  card,
  chip,
  heading,
  rows,
  softText,
  table,
  text,
  type Card,
  type Element,
} from "#src/view/card";
import { showCheck, showDeals, wakeDeal } from "../actions.ts";
import type { Ailment } from "../check/hygiene.ts";
import type { DealMessages } from "../messages/en.ts";
import type { Deal } from "../model.ts";
import { byStage, sumOf } from "../sums.ts";

const mostClosing = 8;

export interface TeamCount {
  readonly id: PersonId;
  readonly name: string;
  readonly open: readonly Deal[];
  readonly counts: readonly { readonly kind: Ailment; readonly deals: number }[];
}

export interface DealsShown {
  /** Null: the reader's own. */
  readonly name: string | null;
  readonly open: readonly Deal[];
  readonly today: LocalDate;
  /** The last day of what "this period" is. */
  readonly until: LocalDate;
  /** Of whoever leads somebody, on their own card. */
  readonly team: readonly TeamCount[];
  readonly isAdmin: boolean;
}

export function dealsCard(shown: DealsShown, t: DealMessages): Card {
  const { name, open, team, isAdmin } = shown;
  return card({
    title: name === null ? t.title() : t.titleOf(name),
    body: [
      ...(open.length === 0
        ? [text(name === null ? t.none() : t.noneOf(name))]
        : [text(t.sum(sumOf(open))), stages(open, t), ...closing(shown, t)]),
      ...resting(shown, t),
      ...teamElements(team, t),
      open.length === 0 && isAdmin ? softText(t.howToImport()) : undefined,
    ],
    buttons: [
      name === null && open.length > 0 ? button(t.checkButton(), showCheck({})) : undefined,
    ],
    sees: name === null ? t.seenByOwn() : t.seenByLead(),
  });
}

const stages = (open: readonly Deal[], t: DealMessages): Element =>
  table(
    t.stageHead(),
    byStage(open).map((each) => t.stageRow(each.stage, each)),
  );

function closing(
  { open, today, until }: DealsShown,
  t: DealMessages,
): readonly (Element | undefined)[] {
  const soon = open.filter(({ closeOn }) => closeOn !== null && closeOn <= until);
  const more = soon.length - mostClosing;
  return [
    heading(t.closing(until)),
    soon.length === 0
      ? softText(t.noneClosing())
      : rows(
          soon.slice(0, mostClosing).map((deal) => ({
            line: t.deal(deal.name),
            soft: t.dealMore(deal),
            ...(deal.closeOn !== null && deal.closeOn < today
              ? { chip: chip(t.overdueChip(), "warning") }
              : {}),
          })),
        ),
    more > 0 ? softText(t.andMore(more)) : undefined,
  ];
}

function resting({ name, open }: DealsShown, t: DealMessages): readonly Element[] {
  const all = open.flatMap((deal) =>
    deal.resting === null ? [] : [{ deal, resting: deal.resting }],
  );
  if (all.length === 0) return [];
  return [
    heading(t.resting()),
    rows(
      all.map((each) => ({
        line: t.deal(each.deal.name),
        soft: t.restsUntil(each.resting),
        ...(name === null
          ? { buttons: [button(t.wake(), wakeDeal({ deal: each.deal.id }), "quiet")] }
          : {}),
      })),
    ),
  ];
}

/** How many of each kind, person by person. */
export const teamElements = (team: readonly TeamCount[], t: DealMessages): readonly Element[] =>
  team.length === 0
    ? []
    : [
        heading(t.team()),
        rows(
          team.map((each) => ({
            line: t.teamRow(each.name, sumOf(each.open)),
            soft: t.counts(each.counts),
            buttons: [button(t.dealsButton(), showDeals({ person: each.id }), "quiet")],
          })),
        ),
        softText(t.teamHow()),
      ];
