// Deals to look at: the worst five, each with what is found and the one button that helps.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, rows, softText, text, type Card, type Tone } from "#src/view/card";
import { form, longTextField, type Form } from "#src/view/form";
import { askReal, saveReal, showDeals } from "../actions.ts";
import type { TeamCount } from "../list/deals-card.ts";
import { teamElements } from "../list/deals-card.ts";
import type { DealMessages } from "../messages/en.ts";
import type { Deal } from "../model.ts";
import { mostShown, type Checked, type Finding } from "./hygiene.ts";

export const longestReason = 300;

export interface CheckShown {
  readonly list: readonly Checked[];
  /** Whether whoever reads has any open deal of their own. */
  readonly hasDeals: boolean;
  readonly team: readonly TeamCount[];
}

export function checkCard({ list, hasDeals, team }: CheckShown, t: DealMessages): Card {
  const more = list.length - mostShown;
  return card({
    title: hasDeals ? t.checkTitle(list.length) : t.checkButton(),
    tone: toneOf(list.length, hasDeals),
    body: [
      list.length === 0 ? text(hasDeals ? t.checkGood() : t.none()) : undefined,
      list.length === 0
        ? undefined
        : rows(
            list.slice(0, mostShown).map(({ deal, findings }) => ({
              line: t.deal(deal.name),
              soft: t.findings(findings),
              buttons: [button(t.stillReal(), askReal({ deal: deal.id }), "quiet")],
            })),
          ),
      more > 0 ? softText(t.checkMore(more)) : undefined,
      list.length === 0 ? undefined : softText(t.checkHow()),
      ...teamElements(team, t),
    ],
    buttons: [hasDeals ? button(t.myDeals(), showDeals({ person: null }), "quiet") : undefined],
    sees: t.checkSees(),
  });
}

function toneOf(found: number, hasDeals: boolean): Tone {
  if (found > 0) return "warning";
  return hasDeals ? "good" : "plain";
}

export const realForm = (deal: Deal, findings: readonly Finding[], t: DealMessages): Form =>
  form({
    title: t.realTitle(),
    ...(findings.length === 0 ? {} : { intro: t.realIntro(deal, findings) }),
    fields: [
      longTextField("reason", t.realField(), {
        required: true,
        max: longestReason,
        hint: t.realHint(),
      }),
    ],
    submit: t.realSave(),
    act: saveReal({ deal: deal.id }),
    sees: t.seenByOwn(),
  });

export const restedCard = (deal: Deal, until: LocalDate, t: DealMessages): Card =>
  card({ title: t.realSaved(deal.name, until), tone: "good" });
