// Cards as Block Kit. A message is rendered with as much of everything as fits; what is left out is counted where it is missing,
// and shown behind a button.
import type { Json } from "#src/view/action";
import {
  barSays,
  besideLine,
  card as cardOf,
  chipsOf,
  gladTitle,
  noticeOf,
  headingLine,
  inOneLine,
  otherCharts,
  rows as rowsOf,
  table as tableOf,
  type Bar,
  type Card,
  type Chip,
  type Columns,
  type Element,
  type Fact,
  type Group,
  type Row,
} from "#src/view/card";
import { sparkline, wayNow, waySpark, type Chart, type Trend } from "#src/view/chart";
import { blockBar } from "#src/view/plain";
import { plainLine, unbrokenLine, type Line } from "#src/view/line";
import type { Kept } from "../door/action-codec.ts";
import { more, renderButton, renderButtons, renderMenu } from "./buttons.ts";
import { cutOff, fits, type Block } from "./fit.ts";
import { limits } from "./limits.ts";
import type { SlackMessages } from "../messages/index.ts";
import {
  escape,
  fallbackText,
  isLive,
  plainNames,
  plainText,
  plainWithin,
  richText,
  type Named,
} from "./line.ts";
import { isNative, nativeChart, nativeGroups, nativeTable } from "./native.ts";
import { inChunks, rich, section, soft, type Drawing } from "./pieces.ts";
import { renderTable } from "./table.ts";

export type { Block } from "./fit.ts";

export interface Rendered {
  readonly blocks: readonly Block[];
  /** What a notification says. */
  readonly text: string;
  readonly kept: readonly Kept[];
  /** Whether anything in it is a chart or a table of Slack's own. */
  readonly native: boolean;
}

/** From generous to sparing: the first that fits is taken. */
const tries: readonly Pick<Drawing, "rows" | "textMost" | "compact">[] = [
  { rows: limits.rows, textMost: limits.text, compact: false },
  { rows: limits.rows, textMost: limits.text, compact: true },
  { rows: 12, textMost: limits.text, compact: true },
  { rows: 6, textMost: 1_200, compact: true },
  { rows: 4, textMost: 500, compact: true },
  { rows: 2, textMost: 200, compact: true },
];

export function renderCards(
  cards: readonly Card[],
  print: string,
  t: SlackMessages,
  {
    most = limits.blocks,
    named = plainNames,
    native = false,
  }: { most?: number; named?: Named; native?: boolean } = {},
): Rendered {
  const loud = cards.filter((each) => !each.quiet);
  const text = fallbackText((loud.length > 0 ? loud : cards).map(noticeOf), t);
  let last: { blocks: Block[]; kept: Kept[]; native: boolean } = {
    blocks: [],
    kept: [],
    native: false,
  };
  for (const room of tries) {
    const kept: Kept[] = [];
    const already = new Set<string>();
    const natives = native ? { charts: 0 } : null;
    const keep = (what: Json): string => {
      const id = `${print}.${kept.length}`;
      kept.push({ id, what });
      return id;
    };
    const blocks = cards.flatMap((each, i) => [
      ...(i === 0 ? [] : [{ type: "divider" }]),
      ...renderCard(each, {
        t,
        ...room,
        natives,
        keep,
        path: String(i),
        named: { ...named, already },
      }),
    ]);
    last = {
      blocks: blocks.map((block, i) => ({ ...block, block_id: `${print}:${i}` })),
      kept,
      native: blocks.some(isNative),
    };
    if (fits(last.blocks, most)) return { ...last, text };
  }
  return { ...last, blocks: cutOff(last.blocks, most, t), text };
}

function renderCard(card: Card, drawing: Drawing): Block[] {
  const about = [
    ...chipsOf(card).map((each): Line => [`${mark(each)} `, ...each.label]),
    card.context ?? [],
  ].filter((each) => plainLine(each) !== "");
  return [
    card.quiet ? soft([card.title], drawing) : renderTitle(gladTitle(card), drawing),
    ...(about.length === 0 ? [] : [soft(about, drawing)]),
    ...card.body.flatMap((element, i) =>
      renderElement(element, { ...drawing, path: `${drawing.path}.${i}` }),
    ),
    ...renderButtons(card.buttons, { ...drawing, path: `${drawing.path}.b` }, card.page),
    ...(card.sees ? [soft([["◔ ", ...card.sees]], drawing)] : []),
  ];
}

function renderTitle(title: Line, drawing: Drawing): Block {
  const { t, textMost } = drawing;
  const words = plainLine(title);
  const isPlain = !isLive(title, drawing) && words.trim() !== "" && !words.includes("\n");
  if (isPlain && escape(words).length <= limits.header)
    return { type: "header", text: plainText(title, limits.header, t) };
  return rich([section(richText([{ bold: title }], textMost, drawing))]);
}

function renderElement(element: Element, drawing: Drawing): Block[] {
  const { textMost } = drawing;
  switch (element.element) {
    case "text":
      return [
        element.soft
          ? soft([element.line], drawing, textMost)
          : rich([section(richText(element.line, textMost, drawing))]),
      ];
    case "heading":
      return [rich([section(richText(headingLine(element), textMost, drawing))])];
    case "quote":
      return [
        rich([{ type: "rich_text_quote", elements: richText(element.line, textMost, drawing) }]),
      ];
    case "bar":
      return [
        rich([
          section(
            richText([...barLine(element.bar), ...trendLine(element.trend)], textMost, drawing),
          ),
        ]),
      ];
    case "facts":
      return inChunks(element.facts, limits.fields).map((facts) => ({
        type: "section",
        fields: facts.map((each) => renderFact(each, drawing.t)),
      }));
    case "rows":
      return renderRows(element.rows, drawing);
    case "table": {
      const own = nativeTable(element.head[0] ?? [], element.head, element.rows, drawing);
      if (own) return [own];
      return [
        rich([renderTable(element.head, element.rows.slice(0, drawing.rows), drawing)]),
        ...more(
          element.rows.length - drawing.rows,
          () =>
            cardOf({
              title: plainLine(element.head[0] ?? []),
              body: [tableOf(element.head, element.rows.slice(drawing.rows))],
            }),
          drawing,
        ),
      ];
    }
    case "groups": {
      const own = nativeGroups(element.columns, element.groups, drawing);
      if (own) return [own];
      return element.groups.flatMap((group, i) =>
        renderGroup(group, element.columns, { ...drawing, path: `${drawing.path}.${i}` }),
      );
    }
    case "chart":
      return renderCharts(element.charts, drawing);
  }
}

function renderGroup(group: Group, columns: Columns, drawing: Drawing): Block[] {
  const { textMost } = drawing;
  const beside = besideLine(group, columns);
  const title = headingLine({ line: group.title, ...(beside.length > 0 ? { soft: beside } : {}) });
  return [rich([section(richText(title, textMost, drawing))]), ...renderRows(group.rows, drawing)];
}

/** What it says in one sentence, the drawing where Slack takes one, and the same in words: nobody has to see it. */
function renderCharts(charts: readonly [Chart, ...Chart[]], drawing: Drawing): Block[] {
  const { textMost } = drawing;
  const [first] = charts;
  const own = nativeChart(first, drawing);
  const now: Line = first.kind === "way" ? [`\n${waySpark(first)} `, ...wayNow(first)] : [];
  return [
    soft([first.about], drawing, textMost),
    rich([section(richText([{ bold: first.takeaway }, ...now], textMost, drawing))]),
    ...(own ? [own] : []),
    ...(first.kind === "standings"
      ? renderRows(
          first.bars.map(({ label: who, bar }) => ({
            line: [...who, " ", ...(own ? barSays(inOneLine(bar)) : barLine(inOneLine(bar)))],
          })),
          drawing,
        )
      : []),
    ...(charts.length > 1
      ? renderRows(otherCharts(charts), { ...drawing, path: `${drawing.path}.o` })
      : []),
  ];
}

/** Bold where nothing in it could be read as markup, plain otherwise. */
/** What Slack reads as more than words where markup is read, though & < > are escaped: a colon alone, as in an hour, is one. */
const isMarkup = /[*_~`\n\\]|:[^\s:]+:|^\s*>/u;

function renderFact(fact: Fact, t: SlackMessages): unknown {
  const words = plainWithin(unbrokenLine(fact.label), 300, t);
  const value = plainWithin(unbrokenLine(fact.value), limits.fieldText - 400, t);
  if (isMarkup.test(words) || /^\s|\s$|^$/.test(words) || isMarkup.test(value))
    return plainText([`${words}\n${value}`], limits.fieldText, t);
  return { type: "mrkdwn", text: `*${escape(words)}*\n${escape(value)}`, verbatim: true };
}

function renderRows(list: readonly Row[], drawing: Drawing): Block[] {
  const shown = list.slice(0, drawing.rows);
  const blocks: Block[] = [];
  let open: unknown[] = [];
  const close = (): void => {
    if (open.length > 0)
      blocks.push(rich([{ type: "rich_text_list", style: "bullet", elements: open }]));
    open = [];
  };
  for (const [i, row] of shown.entries()) {
    const path = `${drawing.path}.${i}`;
    // In a list with menus a row without one stands in line with the others.
    if ((row.buttons ?? []).length === 0 && !row.menu)
      open.push(section(richText(rowLine(row), drawing.textMost, drawing)));
    else {
      close();
      blocks.push(...rowWithButtons(row, { ...drawing, path }));
    }
  }
  close();
  return [
    ...blocks,
    ...more(
      list.length - drawing.rows,
      () =>
        cardOf({
          title: drawing.t.more(list.length - drawing.rows),
          body: [rowsOf(list.slice(drawing.rows))],
        }),
      drawing,
    ),
  ];
}

function rowWithButtons(row: Row, drawing: Drawing): Block[] {
  const buttons = row.buttons ?? [];
  const words = {
    type: "section",
    text: plainText(unbrokenLine(rowLine(row)), Math.min(limits.text, drawing.textMost), drawing.t),
  };
  const [only] = buttons;
  if (!only) return [words];
  if (buttons.length === 1)
    return [{ ...words, accessory: renderButton(only, { ...drawing, path: `${drawing.path}.0` }) }];
  const menu = drawing.compact || row.menu ? renderMenu(buttons, drawing) : null;
  return menu ? [{ ...words, accessory: menu }] : [words, ...renderButtons(buttons, drawing)];
}

function rowLine(row: Row): Line {
  return [
    ...row.line,
    ...chipsOf(row).flatMap((each) => [` ${mark(each)} `, ...each.label]),
    ...(row.bar ? ["\n", ...barLine(row.bar)] : []),
    ...trendLine(row.trend),
    ...(row.soft ? ["\n", ...row.soft] : []),
  ];
}

const trendLine = (trend: Trend | undefined): Line =>
  trend ? [`\n${sparkline(trend)} `, ...trend.says] : [];

/** Ten blocks with a stroke where the time is. */
function barLine(bar: Bar): Line {
  const blocks = blockBar(bar.done);
  if (bar.mark === undefined) return [blocks, " ", ...barSays(bar)];
  const at = Math.round(Math.max(0, Math.min(1, bar.mark)) * 10);
  const marked = `${blocks.slice(0, at)}┃${blocks.slice(at)}`;
  const words = barSays(bar);
  const label = plainLine(bar.markLabel ?? []);
  // Mostly the words say already how much of the time is gone.
  const isSaid = plainLine(words).toLowerCase().includes(label.toLowerCase());
  return [marked, " ", ...words, ...(isSaid || !bar.markLabel ? [] : ["\n┃ ", ...bar.markLabel])];
}

const marks = { plain: "⚪", good: "🟢", warning: "🟡", bad: "🔴", info: "🔵" } as const;
const mark = (chip: Chip): string => marks[chip.tone];
