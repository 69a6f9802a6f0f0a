// The foot of every message that nobody asked for: why it came, later, and not this kind again.
import { button, card, type Card } from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import { muteKind, showReminders, snooze } from "../declare/actions.ts";
import type { HouseMessages } from "../messages/index.ts";

export interface WhyItCame {
  readonly rule: string;
  /** What it is called where a person chooses what to be reminded of. */
  readonly label: Line;
  readonly line: Line;
}

export function footer(delivery: string, reasons: readonly WhyItCame[], t: HouseMessages): Card {
  const kinds = [...new Map(reasons.map((each) => [each.rule, each])).values()];
  const [first, ...others] = kinds;
  return card({
    title: t.whyNow(),
    quiet: true,
    body: [],
    context: joinLines(
      kinds.map((each) => each.line),
      " · ",
    ),
    buttons: [
      button(t.snoozeHour(), snooze({ delivery, to: "hour" }), "quiet"),
      button(t.snoozeTomorrow(), snooze({ delivery, to: "tomorrow" }), "quiet"),
      button(t.snoozeNextWeek(), snooze({ delivery, to: "next week" }), "quiet"),
      first && others.length === 0
        ? button(t.mute(first.label), muteKind({ rule: first.rule }), "quiet")
        : button(t.whichOnes(), showReminders({}), "quiet"),
    ],
  });
}
