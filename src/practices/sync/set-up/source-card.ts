// One source as an admin sets it up: what is missing and where it is found, what a test found, what counts, and what a dry run came to.
import type { Locale } from "#src/language/text";
import type { CrmHealth } from "#src/ports/crm";
import type { Metric } from "#src/practices/setup/api";
import { decimal } from "#src/language/decimal";
import { say } from "#src/bot/declare/actions";
import {
  button,
  card,
  chip,
  fact,
  facts,
  heading,
  rows,
  softText,
  text,
  type Button,
  type Card,
  type Element,
} from "#src/view/card";
import * as act from "../actions.ts";
import type { SeenSource } from "../context.ts";
import type { SyncMessages } from "../messages/en.ts";
import type { Choice, PullReport, SourceState, Trouble } from "../model.ts";
import { mendOf } from "../rules/mend.ts";
import { chipOf } from "../status-card.ts";

export interface SourceShown extends SeenSource {
  readonly metrics: readonly Metric[];
  readonly locale: Locale;
  readonly now: Date;
}

const mostSums = 12;

export function sourceCard(shown: SourceShown, t: SyncMessages): Card {
  const { source, offer, state } = shown;
  const found = state?.found ?? null;
  const trouble = state?.trouble ?? found?.trouble ?? null;
  return card({
    title: t.named(source),
    chip: state?.asked ? chip(t.working(), "info") : chipOf(shown, shown.now, t),
    body: [
      ...missingElements(shown, t),
      trouble === null ? undefined : text(t.trouble(trouble)),
      ...mendElements(trouble, shown, t),
      ...(found?.health ? healthElements(found.health, t) : []),
      ...(state?.choice ? choiceElements(state.choice, shown, t) : []),
      ...(found?.tried ? triedElements(found.tried, shown, t) : []),
      softText(t.readOnly()),
    ],
    buttons: offer.missing.length > 0 || state?.asked ? [] : buttonsOf(source, state, t),
    sees: t.seenByAdmins(),
  });
}

function missingElements({ offer, locale }: SourceShown, t: SyncMessages): readonly Element[] {
  const missing = offer.about.settings.filter(({ name }) => offer.missing.includes(name));
  return missing.length === 0
    ? []
    : [
        heading(t.missingTitle()),
        rows(
          missing.map(({ name, where }) => ({
            line: t.setting(name),
            soft: t.inItsWords(where[locale]),
          })),
        ),
        softText(t.missingHow()),
      ];
}

function mendElements(
  trouble: Trouble | null,
  { offer, locale }: SourceShown,
  t: SyncMessages,
): readonly Element[] {
  const mend = trouble && mendOf(trouble, offer.about);
  return mend ? [softText(t.inItsWords(mend[locale]))] : [];
}

function healthElements(health: CrmHealth, t: SyncMessages): readonly Element[] {
  const lacking = health.rights.filter(({ granted }) => !granted).map(({ which }) => which);
  return [
    facts(
      fact(t.organisation(), t.inItsWords(health.organisation.name)),
      health.user === null ? undefined : fact(t.readAs(), t.inItsWords(health.user.name)),
      health.currency === null ? undefined : fact(t.currency(), t.inItsWords(health.currency)),
      health.fiscalYearStart === null
        ? undefined
        : fact(t.fiscalYear(), t.month(health.fiscalYearStart)),
      health.left === null ? undefined : fact(t.callsLeft(), t.count(health.left)),
      fact(t.rights(), lacking.length === 0 ? t.allRights() : t.lacks(lacking)),
    ),
  ];
}

function choiceElements(
  { counts, deals, metric, unit }: Choice,
  { metrics, locale, state }: SourceShown,
  t: SyncMessages,
): readonly Element[] {
  const object = state?.found?.objects.find(({ id }) => id === counts.object);
  const said = (
    ids: readonly string[],
    of: readonly { readonly id: string; readonly said: string }[],
  ) => ids.map((id) => of.find((each) => each.id === id)?.said ?? id);
  const as = metrics.find(({ id }) => id === metric);
  const won = said(counts.won, object?.stages ?? []);
  return [
    heading(t.countsTitle()),
    facts(
      fact(t.countsWhat(), t.inItsWords(counts.said)),
      counts.hasStages
        ? fact(t.wonStages(), won.length === 0 ? t.noWonStage() : t.listed(won))
        : undefined,
      fact(t.amountField(), t.listed(said([counts.amount], object?.amounts ?? []))),
      fact(t.dayField(), t.listed(said([counts.day], object?.days ?? []))),
      as && fact(t.countsAs(), t.inItsWords(locale === "zh" ? as.nameZh : as.nameEn)),
      unit === "1" ? undefined : fact(t.unitField(), t.unit(unit)),
      deals === null ? undefined : fact(t.dealsFrom(), t.inItsWords(deals.said)),
    ),
  ];
}

function triedElements(
  tried: PullReport,
  { metrics, state }: SourceShown,
  t: SyncMessages,
): readonly Element[] {
  const unit = metrics.find(({ id }) => id === state?.choice?.metric)?.unit;
  return [
    heading(t.triedTitle()),
    text(t.triedRows(tried.rows, tried.owners)),
    tried.owners === 1 && tried.rows > 1 ? softText(t.oneOwner(tried.rows)) : undefined,
    tried.noAmount > 0 ? softText(t.noAmount(tried.noAmount)) : undefined,
    tried.noDay > 0 ? softText(t.noDay(tried.noDay)) : undefined,
    tried.unread > 0 ? softText(t.unread(tried.unread)) : undefined,
    rows(
      tried.sums.slice(0, mostSums).map((each) => ({
        line: t.wonSum(
          each.owner,
          decimal(each.value),
          each.currency === null
            ? (unit ?? { kind: "count" })
            : { kind: "money", currency: each.currency },
          each.rows,
        ),
        ...(each.isKnown ? {} : { chip: chip(t.unknownOwner(), "warning") }),
      })),
    ),
    tried.sums.length > mostSums ? softText(t.moreOwners(tried.sums.length - mostSums)) : undefined,
  ].filter((each) => each !== undefined);
}

function buttonsOf(source: string, state: SourceState | null, t: SyncMessages): readonly Button[] {
  const payload = { source };
  const hasObjects = (state?.found?.objects.length ?? 0) > 0;
  const choice = state?.choice ?? null;
  return [
    button(t.testButton(), act.testSource(payload), hasObjects ? "quiet" : "primary"),
    ...(hasObjects ? [button(t.countsButton(), act.askWhatCounts(payload))] : []),
    ...(hasObjects && choice ? [button(t.detailsButton(), act.askDetails(payload))] : []),
    ...(choice && !state?.isOn ? [button(t.tryButton(), act.tryPull(payload))] : []),
    ...(choice ? [button(t.peopleButton(), say({ text: t.peopleTyped() }))] : []),
    ...(choice && !state?.isOn
      ? [button(t.switchOn(), act.switchSource({ source, on: true }), "primary")]
      : []),
    ...(state?.isOn
      ? [
          button(t.pullButton(), act.pullNow(payload)),
          button(t.pullAllButton(), act.pullAll(payload), "quiet"),
          button(t.switchOff(), act.switchSource({ source, on: false }), "quiet"),
        ]
      : []),
  ];
}
