// What help shows: eight lines in groups, all of one group, and how one verb is used.
import { helpOn, say } from "#src/bot/declare/actions";
import { helpGroups, type HelpGroup, type ListedCommand } from "#src/bot/declare/product-guide";
import type { HouseMessages } from "#src/bot/messages/index";
import { foldCase, shorten, type Locale } from "#src/language/text";
import { button, card, rows, softText, text, type Card, type Row } from "#src/view/card";
import { bold, typed } from "#src/view/line";

type Commands = readonly ListedCommand[];

const mostLines = 8;
/** More of one group would push the others off the screen. */
const mostOfGroup = 2;

/** The groups somebody has verbs in; a manager's own comes first. `unknown`: what help was asked about in vain. */
export function overviewCard(
  commands: Commands,
  unknown: string | null,
  locale: Locale,
  t: HouseMessages,
): Card {
  const theirs = helpGroups.filter((group) => commands.some((each) => each.group === group));
  const shown = firstLines(commands, theirs);
  return card({
    title: t.helpTitle(),
    body: [
      unknown === null ? undefined : softText(t.helpUnknown(shorten(unknown, 40))),
      ...theirs.flatMap((group) => {
        const lines = shown.filter((each) => each.group === group);
        return lines.length === 0
          ? []
          : [text(bold(t.helpGroup(group))), rows(lines.map((each) => verbRow(each, locale)))];
      }),
      softText(t.helpMore()),
    ],
    buttons: theirs
      .filter((group) => commands.some((each) => each.group === group && !shown.includes(each)))
      .map((group) => button(t.helpMoreOf(group), helpOn({ group }), "quiet")),
  });
}

/** Each group's first, then its second, as long as there is room. */
function firstLines(commands: Commands, groups: readonly HelpGroup[]): Commands {
  const heads = groups.map((group) =>
    commands
      .filter((each) => each.group === group && each.first !== null)
      .toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0)),
  );
  return Array.from({ length: mostOfGroup }, (_, nth) => heads.flatMap((each) => each[nth] ?? []))
    .flat()
    .slice(0, mostLines)
    .toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0));
}

export function groupCard(
  group: HelpGroup,
  commands: Commands,
  locale: Locale,
  t: HouseMessages,
): Card {
  const known = commands.filter((each) => each.group === group);
  return card({
    title: t.helpGroup(group),
    body: [rows(known.map((each) => verbRow(each, locale))), softText(t.helpMore())],
    buttons: [button(t.helpAll(), helpOn({ group: null }), "quiet")],
  });
}

/** What only shows something is done by its button; what stores something is explained first. */
function verbRow({ words, help: told, looks }: ListedCommand, locale: Locale): Row {
  const word = words[locale][0];
  const press = say({ text: looks ? told.example : `help ${word}` });
  return {
    line: [typed(told.usage)],
    soft: told.does,
    buttons: [button(typed(word), press, "quiet")],
  };
}

export function usageCard(
  { words, help: told, looks }: ListedCommand,
  locale: Locale,
  t: HouseMessages,
): Card {
  const shown = foldCase(words[locale][0]);
  const others = [...new Set([...words.en, ...words.zh].map(foldCase))].filter(
    (word) => word !== shown,
  );
  return card({
    title: typed(told.usage),
    body: [
      text(told.does),
      text(t.helpExample(told.example)),
      softText(t.alsoWords(others.join(" · "))),
    ],
    // An example that would store something is to be typed, not pressed by the way.
    buttons: looks ? [button(typed(told.example), say({ text: told.example }))] : [],
  });
}
