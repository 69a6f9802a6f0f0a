// Cards as one message of Lark: the first card's title is its header, the others follow below a line.
import { onlyOne } from "#src/language/lists";
import { sparkline, type Trend } from "#src/view/chart";
import { blockBar } from "#src/view/plain";
import { plainLine, type Line } from "#src/view/line";
import {
  barSays,
  chipsOf,
  gladTitle,
  noticeOf,
  headingLine,
  type Bar,
  type Button,
  type Card,
  type Element,
  type PageButton,
  type Row,
  type Tone,
} from "#src/view/card";
import { markOf, menuValue, pressValue, type Stamp } from "../door/action-codec.ts";
import {
  beside,
  flowing,
  plainText,
  type ButtonJson,
  type CardJson,
  type ElementJson,
  type OverflowJson,
  type Template,
  type ValueColour,
} from "./card-json.ts";
import { createCharts, type Charts } from "./charts.ts";
import { fitting } from "./fit.ts";
import { limits, widthOf, type Room } from "./limits.ts";
import type { LarkMessages } from "../messages/index.ts";
import {
  escapeMarkdown,
  markdownOf,
  renderLine,
  renderPlain,
  renderPrefixed,
  renderWithin,
} from "./line.ts";
import { shadeOf, type Shade } from "#src/view/shade";
import { colours, createTables, type Tables } from "./table.ts";

const templates: Readonly<Record<Tone, Template>> = {
  plain: "default",
  good: "green",
  warning: "orange",
  bad: "red",
  info: "blue",
};
/** Of what somebody is praised for: in the order of the shades. */
const valueColours: Readonly<Record<Shade, ValueColour>> = {
  0: "violet",
  1: "turquoise",
  2: "yellow",
  3: "indigo",
  4: "carmine",
  5: "wathet",
};
const soft = { text_size: "notation", text_color: "grey" } as const;

/** `told`: the accounts of those it tells, by person. */
export function renderCards(
  cards: readonly Card[],
  stamp: Stamp,
  t: LarkMessages,
  told: ReadonlyMap<string, string> = new Map(),
): CardJson {
  const tells = [...told.values()].filter((account) => /^[\w-]{1,100}$/.test(account));
  return fitting((room) => renderIn(room, cards, stamp, t, tells));
}

interface Drawing {
  readonly room: Room;
  readonly t: LarkMessages;
  readonly stamp: Stamp;
  readonly tables: Tables;
  readonly charts: Charts;
}

function renderIn(
  room: Room,
  cards: readonly Card[],
  stamp: Stamp,
  t: LarkMessages,
  tells: readonly string[],
): CardJson {
  const drawing: Drawing = {
    room,
    t,
    stamp,
    tables: createTables(room, t),
    charts: createCharts(room, t),
  };
  const [first] = cards;
  const title = first === undefined ? "" : renderPlain(gladTitle(first), room.label, t);
  const inHeader =
    first !== undefined &&
    first.quiet !== true &&
    title !== "" &&
    widthOf(title) <= limits.headerWidth;
  const elements = cards.flatMap((card, i) => [
    ...(i === 0 && tells.length > 0 ? [mentionsOf(tells)] : []),
    ...(i > 0 ? [{ tag: "hr" } as const] : []),
    ...renderCard(card, i, i === 0 && inHeader, drawing),
  ]);
  return {
    schema: "2.0",
    config: {
      update_multi: true,
      summary: { content: renderWithin(first === undefined ? [] : noticeOf(first), 120) },
    },
    ...(inHeader
      ? {
          header: {
            title: plainText(title),
            template: valueColour(first) ?? templates[first.tone],
            ...(first.chip
              ? {
                  text_tag_list: chipsOf(first).map((each) =>
                    tagOf(each, room, t, valueColour(first)),
                  ),
                }
              : {}),
          },
        }
      : {}),
    // Lark refuses a body without an element.
    body: {
      elements: marked(
        elements.length > 0 ? elements : [{ tag: "div", text: plainText(" ") }],
        stamp,
      ),
    },
  };
}

/** A header holds plain text only: …/content-components/rich-text "@ 人". */
const mentionsOf = (tells: readonly string[]): ElementJson => ({
  tag: "markdown",
  content: tells.map((account) => `<at id=${account}></at>`).join(" "),
});

/** A table has no id: …/content-components/table. */
function marked(elements: readonly ElementJson[], stamp: Stamp): ElementJson[] {
  const at = elements.findIndex((element) => element.tag !== "table");
  return elements.map((element, i) =>
    i === at ? { ...element, element_id: markOf(stamp.rendering) } : element,
  );
}

function renderCard(card: Card, at: number, titled: boolean, drawing: Drawing): ElementJson[] {
  const { room, t } = drawing;
  return [
    ...(titled ? [] : renderTitle(card, drawing)),
    ...(card.context ? [renderLine(card.context, room.text, t, soft)] : []),
    ...card.body.flatMap((element, i) => renderElement(element, at, i, drawing)),
    ...renderButtons(card.buttons, (i) => `${at}-${i}`, drawing, card.page),
    ...(card.sees ? [renderPrefixed("◔ ", card.sees, room.text, t, soft)] : []),
  ];
}

function renderTitle(card: Card, { room, t }: Drawing): ElementJson[] {
  const look = card.quiet === true ? soft : ({ text_size: "heading" } as const);
  // A sentence is not a heading: long titles are refusals and answers of one line.
  const size = widthOf(plainLine(card.title)) > limits.headerWidth ? {} : look;
  const title = card.title.length === 0 ? [] : [renderLine(gladTitle(card), room.text, t, size)];
  const chips = chipsOf(card).map((each) => chipOf(each, room, t));
  return chips.length > 0 ? [...title, { tag: "markdown", content: chips.join(" ") }] : title;
}

function renderElement(
  element: Element,
  card: number,
  at: number,
  drawing: Drawing,
): ElementJson[] {
  const { room, t, tables, charts } = drawing;
  switch (element.element) {
    case "text":
      return [renderLine(element.line, room.text, t, element.soft === true ? soft : {})];
    case "heading":
      return [renderLine(headingLine(element), room.text, t)];
    case "quote":
      return [
        {
          tag: "column_set",
          flex_mode: "none",
          background_style: "grey",
          columns: [
            {
              tag: "column",
              width: "weighted",
              weight: 1,
              padding: "8px",
              elements: [renderLine(element.line, room.text, t)],
            },
          ],
        },
      ];
    case "bar":
      return [renderBar(element.bar, drawing), ...renderTrend(element.trend, drawing)];
    case "facts":
      return element.facts.length === 0
        ? []
        : [
            {
              tag: "column_set",
              flex_mode: "bisect",
              columns: element.facts.map((fact) => ({
                tag: "column",
                elements: [
                  renderLine(fact.label, room.label, t, soft),
                  renderLine(fact.value, room.text, t),
                ],
              })),
            },
          ];
    case "rows":
      return renderRows(element.rows, (row, button) => `${card}-${at}-${row}-${button}`, drawing);
    case "table":
      return tables.render(element.head, element.rows);
    case "groups":
      return tables.renderGroups(element.columns, element.groups);
    case "chart":
      return charts.render(element.charts);
  }
}

/** The words mostly say how much of the time is gone; where they do not, the mark on the bar is said behind them. */
function renderBar(bar: Bar, { room, t }: Drawing): ElementJson {
  const words = barSays(bar);
  const label = plainLine(bar.markLabel ?? []);
  const isSaid =
    label === "" ||
    bar.mark === undefined ||
    plainLine(words).toLowerCase().includes(label.toLowerCase());
  const says: Line = isSaid
    ? words
    : [...words, ` · ${label} ${Math.round((bar.mark ?? 0) * 100)} %`];
  return renderPrefixed(`${blockBar(bar.done)} `, says, room.text, t);
}

const renderTrend = (trend: Trend | undefined, { room, t }: Drawing): ElementJson[] =>
  trend ? [renderPrefixed(`${sparkline(trend)} `, trend.says, room.text, t, soft)] : [];

function renderRows(
  rows: readonly Row[],
  path: (row: number, button: number) => string,
  drawing: Drawing,
): ElementJson[] {
  const { room, t } = drawing;
  const left = rows.length - room.rows;
  // Two columns are three elements more, of which a card has few.
  const mayStandBeside = rows.length <= limits.rowsBeside;
  const shown = rows
    .slice(0, room.rows)
    .flatMap((row, r) => renderRow(row, (b) => path(r, b), drawing, mayStandBeside));
  return left > 0 ? [...shown, renderLine([t.more(left)], room.label, t, soft)] : shown;
}

function renderRow(
  row: Row,
  path: (button: number) => string,
  drawing: Drawing,
  mayStandBeside: boolean,
): ElementJson[] {
  const { room, t } = drawing;
  const words = [
    renderRowLine(row, drawing),
    ...(row.soft ? [renderLine(row.soft, room.text, t, soft)] : []),
    ...(row.bar ? [renderBar(row.bar, drawing)] : []),
    ...renderTrend(row.trend, drawing),
  ];
  const buttons = row.buttons ?? [];
  // Lark asks about a menu as a whole.
  if (row.menu && buttons.length > 0 && !buttons.some((each) => each.confirm))
    return beside(words, renderMenu(buttons, path, drawing));
  const [only, ...others] = buttons;
  // A bar and its words need the whole width.
  if (
    mayStandBeside &&
    only &&
    others.length === 0 &&
    !row.bar &&
    widthOf(plainLine(only.label)) <= limits.buttonBeside
  )
    return beside(words, renderButton(only, path(0), drawing));
  return [...words, ...renderButtons(buttons, path, drawing)];
}

const renderMenu = (
  buttons: readonly Button[],
  path: (button: number) => string,
  { stamp }: Drawing,
): OverflowJson => ({
  tag: "overflow",
  options: buttons.map((each, i) => ({
    text: plainText(renderWithin(each.label, limits.button)),
    value: String(i),
  })),
  behaviors: [
    {
      type: "callback",
      value: menuValue(
        buttons.map((each) => each.act),
        path,
        stamp,
      ),
    },
  ],
});

function renderRowLine(row: Row, { room, t }: Drawing): ElementJson {
  const line = renderLine(row.line, room.text, t);
  const chips = chipsOf(row).map((each) => chipOf(each, room, t));
  if (chips.length === 0) return line;
  const words = line.tag === "markdown" ? line.content : escapeMarkdown(line.text.content);
  return { tag: "markdown", content: [words, ...chips].join(" ") };
}

function renderButtons(
  buttons: readonly Button[],
  path: (at: number) => string,
  drawing: Drawing,
  page?: PageButton,
): ElementJson[] {
  const { room, t } = drawing;
  const left = buttons.length - room.buttons;
  const shown = [
    ...(page?.href === undefined ? [] : [openerOf(page.label, page.href)]),
    ...buttons.slice(0, room.buttons).map((button, i) => renderButton(button, path(i), drawing)),
  ];
  if (shown.length === 0) return [];
  return [
    onlyOne(shown) ?? flowing(shown),
    ...(left > 0 ? [renderLine([t.more(left)], room.label, t, soft)] : []),
  ];
}

const openerOf = (label: Line, href: string): ButtonJson => ({
  tag: "button",
  text: plainText(renderWithin(label, limits.button)),
  type: "primary_filled",
  behaviors: [{ type: "open_url", default_url: href }],
});

const types = { primary: "primary_filled", plain: "default", quiet: "text" } as const;

function renderButton(button: Button, path: string, { stamp, room, t }: Drawing): ButtonJson {
  const label = plainText(renderWithin(button.label, limits.button));
  return {
    tag: "button",
    text: label,
    type: types[button.style],
    ...(button.confirm
      ? { confirm: { title: label, text: plainText(renderPlain(button.confirm, room.label, t)) } }
      : {}),
    behaviors: [{ type: "callback", value: pressValue(button.act, path, stamp) }],
  };
}

const valueColour = ({ joy, chip }: Card): ValueColour | null =>
  joy === "praise" && chip ? valueColours[shadeOf(plainLine(chip.label))] : null;

const tagOf = (
  chip: NonNullable<Card["chip"]>,
  room: Room,
  t: LarkMessages,
  colour: ValueColour | null = null,
) =>
  ({
    tag: "text_tag",
    text: plainText(renderPlain(chip.label, room.label, t)),
    color: colour ?? colours[chip.tone],
  }) as const;

const chipOf = (chip: NonNullable<Card["chip"]>, room: Room, t: LarkMessages): string =>
  `<text_tag color='${colours[chip.tone]}'>${escapeMarkdown(renderPlain(chip.label, room.label, t))}</text_tag>`;

/** A card of one sentence of our own. */
export function renderNotice(sentence: string, tone: Tone): CardJson {
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: sentence.slice(0, 120) } },
    body: {
      elements: [
        tone === "bad"
          ? { tag: "markdown", content: `<font color='red'>${markdownOf([sentence])}</font>` }
          : { tag: "div", text: plainText(sentence) },
      ],
    },
  };
}
