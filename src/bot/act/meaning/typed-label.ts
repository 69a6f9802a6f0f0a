// Words on a button, typed: meant is the button of what the person was shown last. Several of one label are asked about.
import { plainLine, type Line } from "#src/view/line";
import { button, card, type Button, type Card } from "#src/view/card";
import { foldCase, normalise } from "#src/language/text";
import { show, type Answer } from "../../declare/answer.ts";
import type { HouseMessages } from "../../messages/index.ts";
import type { ActContext } from "../context.ts";

const longestLabel = 60;
const mostChoices = 8;
/** Older ones nobody has before their eyes. */
const sinceMs = 12 * 3_600_000;

interface Labelled {
  readonly pressed: Button;
  /** What it stands beside. */
  readonly of: Line;
}

const folded = (text: string): string =>
  foldCase(normalise(text))
    .replace(/^[[【「“"'\s]+|[\]】」”"'\s.。!！]+$/gu, "")
    .trim();

/** The one button that is meant, or the question which of several; null where nothing shown is called so. */
export async function buttonTyped(
  spoken: string,
  now: Date,
  act: ActContext,
  t: HouseMessages,
): Promise<{ readonly pressed: Button } | { readonly asks: Answer } | null> {
  if (spoken.length > longestLabel || spoken.includes("\n") || (act.place ?? null) !== null)
    return null;
  const wanted = folded(spoken);
  if (wanted === "") return null;
  const shown = await act.stores.acts.shownLately(
    act.person.id,
    new Date(now.getTime() - sinceMs),
    now,
  );
  for (const cards of shown) {
    const found = distinct(
      cards.flatMap(labelled).filter(({ pressed }) => folded(plainLine(pressed.label)) === wanted),
    );
    const [only, ...others] = found;
    if (!only) continue;
    if (others.length > 0) return { asks: show(whichCard(found, t)) };
    const { confirm } = only.pressed;
    // Asked already: the card that asks has the sentence as its title.
    return confirm === undefined || plainLine(confirm) === plainLine(only.of)
      ? { pressed: only.pressed }
      : { asks: show(card({ title: confirm, tone: "warning", buttons: [only.pressed] })) };
  }
  return null;
}

const whichCard = (found: readonly Labelled[], t: HouseMessages): Card =>
  card({
    title: t.whichOne(),
    buttons: found
      .slice(0, mostChoices)
      .map(({ pressed, of }) => ({ ...button(of, pressed.act), ...confirmOf(pressed) })),
  });

const confirmOf = ({ confirm }: Button): Partial<Button> =>
  confirm === undefined ? {} : { confirm };

const labelled = ({ title, body, buttons }: Card): readonly Labelled[] => [
  ...buttons.map((pressed) => ({ pressed, of: title })),
  ...body.flatMap((each) =>
    each.element === "rows"
      ? each.rows.flatMap((row) =>
          (row.buttons ?? []).map((pressed) => ({ pressed, of: row.line })),
        )
      : [],
  ),
];

/** The same thing on two cards, or in two languages, is one. */
const distinct = (all: readonly Labelled[]): readonly Labelled[] => [
  ...new Map(
    all.map((each) => [JSON.stringify([each.pressed.act.name, each.pressed.act.payload]), each]),
  ).values(),
];
