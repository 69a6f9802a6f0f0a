// The wall of praise and wins, and what it says on Fridays in the team's place.
import { localDateAt } from "#src/calendar/zones";
import {
  button,
  card,
  chip,
  fact,
  facts,
  rows,
  softText,
  text,
  type Card,
  type Element,
} from "#src/view/card";
import { joinLines } from "#src/view/line";
import { askPraise } from "../actions.ts";
import type { ShownShout, Tongues } from "../context.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { Value } from "../model.ts";
import { framed, reached } from "../praise-card.ts";
import { namedIn } from "../rules.ts";

export interface WallData {
  readonly shown: readonly ShownShout[];
  readonly more: number;
  readonly zone: string;
  readonly month: {
    readonly count: number;
    readonly pairs: number;
    readonly mix: readonly (readonly [Value, number])[];
  };
}

function wallRows(all: readonly ShownShout[], zone: string, tongues: Tongues): Element {
  const [first, ...others] = tongues;
  return rows(
    all.map(({ shout, value }) => {
      const visible = namedIn(shout).filter((each) => !each.hidden);
      return {
        // The names stand once: for another language only the word is added.
        line:
          shout.kind === "win"
            ? joinLines([first.wallWin(shout.byName), ...others.map((t) => t.winAlone())], " · ")
            : first.wallRow(shout.byName, visible),
        ...(value === null
          ? {}
          : {
              chip: chip(
                framed(tongues, (t) => t.value(value)),
                "good",
              ),
            }),
        soft: joinLines(
          [
            framed(tongues, (t) => t.wallDay(localDateAt(shout.givenAt ?? shout.madeAt, zone))),
            first.wallWords(shout.reason),
            shout.facts === null ? [] : reached(shout.facts, tongues),
          ],
          " · ",
        ),
      };
    }),
  );
}

/** Newest first; who got how much is nobody's business. */
export function wallCard({ shown, more, zone, month }: WallData, t: RecognitionMessages): Card {
  if (shown.length === 0)
    return card({
      title: t.wallTitle(),
      body: [text(t.wallEmpty())],
      buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
    });
  return card({
    title: t.wallTitle(),
    body: [
      facts(
        fact(t.wallMonth(), t.wallMonthIs(month.count, month.pairs)),
        month.mix.length === 0 ? undefined : fact(t.wallValues(), t.wallValuesAre(month.mix)),
      ),
      wallRows(shown, zone, [t]),
      more > 0 ? softText(t.wallMore(more)) : undefined,
    ],
    buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
  });
}

/** On Fridays, in the team's place: in each of its readers' languages, what people said once. */
export function digestCard(
  team: string,
  all: readonly ShownShout[],
  more: number,
  zone: string,
  tongues: Tongues,
): Card {
  const [first, ...others] = tongues;
  return card({
    title: first.digestTitle(team),
    tone: "good",
    context:
      others.length === 0
        ? undefined
        : joinLines(
            others.map((t) => t.digestAlone()),
            " · ",
          ),
    body: [
      wallRows(all, zone, tongues),
      more > 0 ? softText(framed(tongues, (t) => t.digestMore(more))) : undefined,
    ],
  });
}
