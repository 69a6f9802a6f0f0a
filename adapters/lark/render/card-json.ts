// The parts of card JSON 2.0 that are used here, and nothing else: a property Lark does not know is an error for the whole card.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure
import type { Json } from "#src/view/action";

/** What a header and a tag can both have, beyond the tones. */
export type ValueColour = "violet" | "turquoise" | "yellow" | "indigo" | "carmine" | "wathet";
export type Colour = "neutral" | "green" | "orange" | "red" | "blue" | ValueColour;
export type Template = "default" | "green" | "orange" | "red" | "blue" | ValueColour;

export interface PlainText {
  readonly tag: "plain_text";
  readonly content: string;
  readonly text_size?: "normal" | "notation" | "heading";
  readonly text_color?: "default" | "grey" | "red";
}

export interface Callback {
  readonly type: "callback";
  readonly value: { readonly [key: string]: Json };
}

/** Opens an address by itself and tells nobody: …/card-json-v2-components/interactive-components/button "open_url". */
export interface OpenUrl {
  readonly type: "open_url";
  readonly default_url: string;
}

export interface ButtonJson {
  readonly tag: "button";
  readonly name?: string;
  readonly text: PlainText;
  readonly type: "primary_filled" | "default" | "text";
  readonly confirm?: { readonly title: PlainText; readonly text: PlainText };
  readonly form_action_type?: "submit";
  readonly behaviors: readonly (Callback | OpenUrl)[];
}

export interface OptionJson {
  readonly text: PlainText;
  readonly value: string;
}

/** Behind three dots; which one was chosen comes back beside what `behaviors` hold: …/interactive-components/overflow. */
export interface OverflowJson {
  readonly tag: "overflow";
  readonly options: readonly OptionJson[];
  readonly behaviors: readonly Callback[];
}

interface Control {
  readonly element_id: string;
  readonly name: string;
  readonly required?: boolean;
}

export type TextJson =
  | { readonly tag: "div"; readonly element_id?: string; readonly text: PlainText }
  | {
      readonly tag: "markdown";
      readonly element_id?: string;
      readonly content: string;
      readonly text_size?: "normal" | "notation" | "heading";
    };

/** Of a column of tags a list of them. */
export type TableCell = string | readonly { readonly text: string; readonly color: Colour }[];

/** The kinds and fields of VChart that are used here. */
export interface ChartJson {
  readonly tag: "chart";
  readonly aspect_ratio: "16:9" | "1:1";
  readonly chart_spec: {
    readonly data: { readonly values: readonly Readonly<Record<string, string | number>>[] };
    readonly seriesField: string;
    readonly legends: { readonly visible: true; readonly orient: "bottom" };
    /** One for each series, in the order of the values. */
    readonly color: readonly [string, string];
  } & (
    | {
        readonly type: "line";
        readonly xField: string;
        readonly yField: string;
        readonly point: { readonly visible: false };
        /** The series of `domain` are drawn with the dashes of `range`. */
        readonly line: {
          readonly style: {
            readonly lineDash: {
              readonly type: "ordinal";
              readonly field: string;
              readonly domain: readonly string[];
              readonly range: readonly (readonly [number, number])[];
            };
          };
        };
      }
    | {
        readonly type: "bar";
        readonly direction: "horizontal";
        readonly xField: string;
        readonly yField: readonly string[];
      }
  );
}

export type ElementJson =
  | TextJson
  | { readonly tag: "hr" }
  | {
      readonly tag: "table";
      readonly page_size: number;
      readonly row_height: "auto";
      readonly columns: readonly {
        readonly name: string;
        readonly display_name: string;
        readonly data_type: "text" | "options";
      }[];
      readonly rows: readonly Readonly<Record<string, TableCell>>[];
    }
  | ChartJson
  | {
      readonly tag: "column_set";
      readonly flex_mode: "none" | "flow" | "bisect";
      readonly background_style?: "grey";
      readonly columns: readonly ColumnJson[];
    }
  | ButtonJson
  | OverflowJson
  | ({
      readonly tag: "input";
      readonly input_type: "text" | "multiline_text";
      readonly rows?: number;
      readonly max_length: number;
      readonly default_value?: string;
      readonly width: "fill";
    } & Control)
  | ({
      readonly tag: "date_picker";
      readonly placeholder: PlainText;
      readonly initial_date?: string;
      readonly width: "fill";
    } & Control)
  | ({
      readonly tag: "select_static";
      readonly placeholder: PlainText;
      readonly options: readonly OptionJson[];
      readonly initial_option?: string;
      readonly width: "fill";
    } & Control)
  | ({
      readonly tag: "multi_select_static";
      readonly placeholder: PlainText;
      readonly options: readonly OptionJson[];
      readonly selected_values?: readonly string[];
      readonly width: "fill";
    } & Control)
  | ({
      readonly tag: "multi_select_person";
      readonly placeholder: PlainText;
      readonly options: readonly { readonly value: string }[];
      readonly selected_values?: readonly string[];
      readonly width: "fill";
    } & Control)
  | {
      readonly tag: "checker";
      readonly element_id: string;
      readonly name: string;
      readonly checked: boolean;
      readonly text: PlainText;
    }
  | { readonly tag: "form"; readonly name: string; readonly elements: readonly ElementJson[] };

export interface ColumnJson {
  readonly tag: "column";
  readonly width?: "weighted" | "auto";
  readonly weight?: number;
  readonly padding?: string;
  readonly vertical_align?: "center";
  readonly elements: readonly ElementJson[];
}

export interface CardJson {
  readonly schema: "2.0";
  /** Version 2.0 knows shared cards only, and only those can be changed. `summary` is what the list of chats and a push show. */
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } };
  readonly header?: {
    readonly title: PlainText;
    readonly template: Template;
    readonly text_tag_list?: readonly {
      readonly tag: "text_tag";
      readonly text: PlainText;
      readonly color: Colour;
    }[];
  };
  readonly body: { readonly elements: readonly ElementJson[] };
}

export const plainText = (
  content: string,
  more: Omit<PlainText, "tag" | "content"> = {},
): PlainText => ({ tag: "plain_text", content, ...more });

/** Columns that flow may not say how wide they are: …/containers/column-set. */
export const flowing = (
  elements: readonly ElementJson[],
  mode: "flow" | "bisect" = "flow",
): ElementJson => ({
  tag: "column_set",
  flex_mode: mode,
  columns: elements.map((element) => ({ tag: "column", elements: [element] })),
});

/** What can be pressed at the right of what it is about. */
export const beside = (words: readonly ElementJson[], pressed: ElementJson): ElementJson[] => [
  {
    tag: "column_set",
    flex_mode: "none",
    columns: [
      { tag: "column", width: "weighted", weight: 1, elements: words },
      { tag: "column", width: "auto", vertical_align: "center", elements: [pressed] },
    ],
  },
];

/** Everything that has a tag counts against the limit of elements. */
export function countElements(json: unknown): number {
  if (Array.isArray(json)) return json.reduce((sum: number, each) => sum + countElements(each), 0);
  if (typeof json !== "object" || json === null) return 0;
  const own = "tag" in json && json.tag !== "plain_text" ? 1 : 0;
  return (
    own +
    Object.entries(json).reduce(
      (sum, [key, each]) =>
        key === "behaviors" || key === "rows" || key === "chart_spec"
          ? sum
          : sum + countElements(each),
      0,
    )
  );
}
