// The practices an organisation may do without: which are on, who switched them last, and when.
import { button, card, chip, rows, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import { showSetup, switchPractice } from "../actions.ts";
import type { SetupMessages } from "../messages/en/index.ts";

export interface ShownSwitch {
  readonly name: string;
  readonly called: string;
  readonly on: boolean;
  /** Null: it is as it began. `by` is null where that person is not known any more. */
  readonly last: { readonly at: Date; readonly by: string | null } | null;
}

/** `news`: what was done just now. */
export function switchesCard(
  switches: readonly ShownSwitch[],
  t: SetupMessages,
  news?: Line,
): Card {
  return card({
    title: news ?? t.switches(),
    ...(news === undefined ? {} : { tone: "good" as const }),
    context: t.switchesIntro(),
    body: [
      rows(
        switches.map(({ name, called, on, last }) => ({
          line: t.switchIs(called),
          soft: last === null ? t.switchBegan(on) : t.switchedBy(on, last.at, last.by),
          chip: chip(t.switchState(on), on ? "good" : "plain"),
          buttons: [
            on
              ? button(
                  t.turnOff(),
                  switchPractice({ practice: name, on: false }),
                  "plain",
                  t.turnOffSure(called),
                )
              : button(t.turnOn(), switchPractice({ practice: name, on: true })),
          ],
        })),
      ),
    ],
    buttons: [button(t.toSetup(), showSetup({}), "quiet")],
    sees: t.sees(),
  });
}
