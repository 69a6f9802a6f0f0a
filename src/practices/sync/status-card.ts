// How current each source is, for whoever asks.
import { button, card, chip, rows, softText, text, type Card, type Chip } from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import { openSource, pullNow } from "./actions.ts";
import type { SeenSource } from "./context.ts";
import type { SyncMessages } from "./messages/en.ts";
import { isStale } from "./rules/when.ts";

export interface StatusShown {
  readonly sources: readonly SeenSource[];
  readonly isAdmin: boolean;
  readonly now: Date;
}

export function statusCard({ sources, isAdmin, now }: StatusShown, t: SyncMessages): Card {
  if (sources.length === 0)
    return card({ title: t.statusTitle(), tone: "info", body: [text(t.filesOnly())] });
  return card({
    title: t.statusTitle(),
    body: [
      rows(
        sources.map((each) => ({
          line: t.named(each.source),
          chip: chipOf(each, now, t),
          soft: joinLines(linesOf(each, t), " · "),
          ...(isAdmin
            ? {
                buttons: [
                  button(t.openButton(), openSource({ source: each.source })),
                  ...(each.state?.isOn
                    ? [button(t.pullButton(), pullNow({ source: each.source }), "quiet")]
                    : []),
                ],
              }
            : {}),
        })),
      ),
      softText(t.readOnly()),
    ],
  });
}

export function chipOf({ state }: Pick<SeenSource, "state">, now: Date, t: SyncMessages): Chip {
  if (state === null || !state.isOn) return chip(t.isOffChip(), "plain");
  if (state.asked !== null) return chip(t.working(), "info");
  if (state.trouble !== null) return chip(t.troubleChip(), "warning");
  return isStale(state.okAt, now) ? chip(t.oldChip(), "warning") : chip(t.onChip(), "good");
}

function linesOf({ state, offer }: SeenSource, t: SyncMessages): readonly Line[] {
  if (state === null)
    return [offer.missing.length > 0 ? t.notSet(offer.missing.length) : t.notChosen()];
  return [
    state.okAt === null ? t.neverPulled() : t.pulledAt(state.okAt),
    ...(state.last === null ? [] : [t.lastEnd(state.last)]),
    ...(state.trouble === null && state.isOn && state.nextAt !== null
      ? [t.nextAt(state.nextAt)]
      : []),
    ...(state.trouble === null ? [] : [t.trouble(state.trouble)]),
  ];
}
