// A card: one thought, as plain data. Adapters decide how it looks; the degradation table says what becomes of an
// element that a surface does not have.
import type { BoundAction } from "./action.ts";
import type { Bar, Chart, Trend } from "./chart.ts";
import { joinLines, toLine, type Line, type Lineish, type Said } from "./line.ts";
import type { Tone } from "./tone.ts";

export type { Bar } from "./chart.ts";
export type { Tone } from "./tone.ts";

export interface Chip {
  readonly label: Line;
  readonly tone: Tone;
}

export interface Button {
  readonly label: Line;
  readonly act: BoundAction;
  readonly style: "primary" | "plain" | "quiet";
  /** Asked before it is done, for what cannot be taken back. */
  readonly confirm?: Line;
}

/**
 * A page of ours that opens in a browser, once. `href` comes with the surface that shows it, since what opens the page is written down
 * nowhere; without one nothing is shown.
 */
export interface PageButton {
  readonly label: Line;
  readonly organisation: string;
  readonly link: string;
  readonly href?: string;
}

export interface Fact {
  readonly label: Line;
  readonly value: Line;
}

/** Names of people whose faces stand beside the words, where a surface draws faces; the words name them too. */
export type Faces = readonly Said[];

export interface Row {
  readonly faces?: Faces;
  readonly line: Line;
  readonly soft?: Line;
  readonly chip?: Chip;
  readonly aside?: Chip | undefined;
  readonly bar?: Bar;
  readonly trend?: Trend;
  readonly buttons?: readonly Button[];
  /** Its buttons stand in one menu beside it: for long lists, whose rows are read and seldom changed. */
  readonly menu?: true;
}

/** Rows of one person, with what is said of that person beside all of them. */
export interface Group {
  readonly title: Line;
  readonly faces?: Faces;
  readonly rows: readonly Row[];
  readonly beside: readonly Beside[];
}
export interface Beside {
  readonly line: Line;
  readonly tone?: Tone;
}

/** What the columns of groups are, where they are drawn as a table. */
export interface Columns {
  readonly group: Line;
  readonly row: Line;
  readonly chip: Line;
  readonly bar: Line;
  readonly trend: Line;
  readonly beside: readonly Line[];
}

export type Element =
  | { readonly element: "text"; readonly line: Line; readonly soft?: true }
  /** What the elements below it are about: a person, a kind. */
  | {
      readonly element: "heading";
      readonly line: Line;
      readonly faces?: Faces;
      /** What stands behind it and is no part of its name: a sum. */
      readonly soft?: Line;
    }
  | { readonly element: "quote"; readonly line: Line }
  | { readonly element: "bar"; readonly bar: Bar; readonly trend?: Trend }
  | { readonly element: "facts"; readonly facts: readonly Fact[] }
  | { readonly element: "rows"; readonly rows: readonly Row[] }
  | {
      readonly element: "table";
      readonly head: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
    }
  | { readonly element: "groups"; readonly columns: Columns; readonly groups: readonly Group[] }
  /** One of them is seen at a time where one can be chosen; elsewhere the first, and what the others say. */
  | { readonly element: "chart"; readonly charts: readonly [Chart, ...Chart[]] };

export type Joy = "praise" | "reached";
/** Before the title, where there is no drawing of it. */
export const joySigns: Readonly<Record<Joy, string>> = { praise: "👏", reached: "🎉" };

/** A small file of text; `otherwise` is said where the chat takes none from us. */
interface CardFile {
  readonly name: string;
  readonly text: string;
  readonly otherwise: Line;
}

export interface Card {
  readonly title: Line;
  /** What a notification says of it, where its title does not say what happened. */
  readonly notice?: Line;
  readonly tone: Tone;
  /** A foot to the cards above it: small and soft. */
  readonly quiet?: true;
  /** Something to be glad about: somebody's praise, or a goal reached. */
  readonly joy?: Joy;
  readonly faces?: Faces;
  readonly chip?: Chip;
  /** What stands beside the chip and is no part of it: how long nothing was heard. */
  readonly aside?: Chip;
  /** One soft line for where it comes from. */
  readonly context?: Line;
  readonly body: readonly Element[];
  readonly buttons: readonly Button[];
  /** Before its other buttons. */
  readonly page?: PageButton;
  /** Who else will see this; printed at the bottom. */
  readonly sees?: Line;
  /** Put into the reader's own chat behind it. */
  readonly file?: CardFile;
  /** The name of the message it would be by itself, where several are one: by that it is found and changed. Nobody sees it. */
  readonly standing?: string;
}

export interface CardParts {
  readonly title: Lineish;
  readonly notice?: Lineish | undefined;
  readonly tone?: Tone;
  readonly quiet?: boolean;
  readonly joy?: Joy | undefined;
  readonly faces?: Faces;
  readonly chip?: Chip | undefined;
  readonly aside?: Chip | undefined;
  readonly context?: Lineish | undefined;
  readonly body?: readonly (Element | undefined)[];
  readonly buttons?: readonly (Button | undefined)[];
  readonly page?: PageButton;
  readonly sees?: Lineish | undefined;
  readonly file?: CardFile;
}

/** Parts that are undefined are left out, so a view can be written without ifs. */
export function card(parts: CardParts): Card {
  return {
    title: toLine(parts.title),
    tone: parts.tone ?? "plain",
    ...(parts.quiet ? { quiet: true as const } : {}),
    ...(parts.notice === undefined ? {} : { notice: toLine(parts.notice) }),
    ...(parts.joy ? { joy: parts.joy } : {}),
    ...(parts.faces ? { faces: parts.faces } : {}),
    ...(parts.chip ? { chip: parts.chip } : {}),
    ...(parts.aside ? { aside: parts.aside } : {}),
    ...(parts.context === undefined ? {} : { context: toLine(parts.context) }),
    body: (parts.body ?? []).filter((each) => each !== undefined),
    buttons: (parts.buttons ?? []).filter((each) => each !== undefined),
    ...(parts.page ? { page: parts.page } : {}),
    ...(parts.sees === undefined ? {} : { sees: toLine(parts.sees) }),
    ...(parts.file ? { file: parts.file } : {}),
  };
}

/** All its words, for where figures have one size. */
export const barSays = ({ figure, says }: Pick<Bar, "figure" | "says">): Line =>
  figure ? [...figure, " ", ...says] : says;

/** A figure and its words stand in columns of their own where there are some; elsewhere a dot comes between. */
export const inOneLine = (bar: Bar): Bar =>
  bar.figure ? { ...bar, figure: [...bar.figure, " ·"] } : bar;

/** Its title with the sign of what there is to be glad about. */
/** What a phone says of it. */
export const noticeOf = ({ notice, title }: Pick<Card, "notice" | "title">): Line =>
  notice ?? title;

export const gladTitle = ({ joy, title }: Pick<Card, "joy" | "title">): Line =>
  joy && title.length > 0 ? [`${joySigns[joy]} `, ...title] : title;

/** In the order in which they are read. */
export const chipsOf = ({ chip: first, aside }: Pick<Row, "chip" | "aside">): readonly Chip[] =>
  [first, aside].filter((each) => each !== undefined);

export const chip = (label: Lineish, tone: Tone): Chip => ({ label: toLine(label), tone });

export function button(
  label: Lineish,
  act: BoundAction,
  style: Button["style"] = "plain",
  confirm?: Lineish,
): Button {
  return {
    label: toLine(label),
    act,
    style,
    ...(confirm === undefined ? {} : { confirm: toLine(confirm) }),
  };
}

export const text = (content: Lineish): Element => ({ element: "text", line: toLine(content) });
export const softText = (content: Lineish): Element => ({
  element: "text",
  line: toLine(content),
  soft: true,
});
export const heading = (
  content: Lineish,
  { faces = [], soft = [] }: { readonly faces?: Faces; readonly soft?: Line } = {},
): Element => ({
  element: "heading",
  line: toLine(content),
  ...(faces.length > 0 ? { faces } : {}),
  ...(soft.length > 0 ? { soft } : {}),
});

/** The words of a heading where what is soft in it can only be less bold. */
export const headingLine = ({
  line,
  soft,
}: Pick<Extract<Element, { element: "heading" }>, "line" | "soft">): Line => [
  { bold: line },
  ...(soft ? [" · ", ...soft] : []),
];
export const quote = (content: Lineish): Element => ({ element: "quote", line: toLine(content) });
export const bar = (content: Bar, trend?: Trend): Element => ({
  element: "bar",
  bar: content,
  ...(trend ? { trend } : {}),
});
export const rows = (content: readonly Row[]): Element => ({ element: "rows", rows: content });
export const chart = (...charts: readonly [Chart, ...Chart[]]): Element => ({
  element: "chart",
  charts,
});
export const groups = (columns: Columns, content: readonly Group[]): Element => ({
  element: "groups",
  columns,
  groups: content,
});

/** What the other charts of its place say, each under its name: for where one cannot be chosen. */
export const otherCharts = ([, ...others]: readonly [Chart, ...Chart[]]): readonly Row[] =>
  others.map((each) => ({ line: [{ bold: each.name }, " · ", ...each.takeaway] }));

/** What stands beside a group, each under the head of its column, in one line. */
export const besideLine = ({ beside }: Group, columns: Columns): Line =>
  joinLines(
    beside.map(({ line }, i): Line =>
      line.length === 0 ? [] : [...(columns.beside[i] ?? []), " ", ...line],
    ),
    " · ",
  );
export const table = (head: readonly Line[], content: readonly (readonly Line[])[]): Element => ({
  element: "table",
  head,
  rows: content,
});
export const fact = (label: Lineish, value: Lineish): Fact => ({
  label: toLine(label),
  value: toLine(value),
});

export function facts(...content: readonly (Fact | undefined)[]): Element {
  return { element: "facts", facts: content.filter((each) => each !== undefined) };
}

/** The same card, each button doing what `change` makes of what it did. */
export function changeActs(shown: Card, change: (act: BoundAction) => BoundAction): Card {
  const changed = (each: Button): Button => ({ ...each, act: change(each.act) });
  return {
    ...shown,
    buttons: shown.buttons.map(changed),
    body: shown.body.map((each) =>
      each.element === "rows"
        ? {
            ...each,
            rows: each.rows.map((row) =>
              row.buttons ? { ...row, buttons: row.buttons.map(changed) } : row,
            ),
          }
        : each,
    ),
  };
}

/** The same with what opens its page; null where nothing does there. */
export const withPage = (shown: Card, hrefOf: (page: PageButton) => string | null): Card => {
  const href = shown.page ? hrefOf(shown.page) : null;
  return shown.page && href !== null ? { ...shown, page: { ...shown.page, href } } : shown;
};

/** The same to be read only. */
export const withoutButtons = (shown: Card): Card => ({
  ...shown,
  buttons: [],
  body: shown.body.map((each) =>
    each.element === "rows"
      ? { ...each, rows: each.rows.map(({ buttons: _, menu: __, ...row }) => row) }
      : each,
  ),
});

/** Everything that can be pressed on it. */
export const actsOn = ({ buttons, body }: Card): readonly BoundAction[] =>
  [
    ...buttons,
    ...body.flatMap((each) =>
      each.element === "rows" ? each.rows.flatMap((row) => row.buttons ?? []) : [],
    ),
  ].map((each) => each.act);
