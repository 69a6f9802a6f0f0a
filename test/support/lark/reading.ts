// Reads a card as somebody sees it in Lark: plain_text as it stands, Markdown as drawn, buttons, the fields of a form. Independent of
// adapters/: what Markdown would act on (a mention, a link, emphasis) is found here by its own rules.
import type { LocalDate } from "#src/calendar/local-date";
import { pickedDay } from "#test/support/picked-day";
import { asRead, type SeenField, type SeenForm } from "#test/support/story/surface";
import { asList, asObject, textIn, type Node } from "#test/support/lark/platform/cards";

export interface SeenButton {
  readonly label: string;
  readonly node: Node;
  /** Which one of a menu. */
  readonly option?: string;
}

export interface SeenCard {
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly form: Node | null;
}

export function readCard(card: unknown): SeenCard {
  const root = asObject(card);
  const header = asObject(root["header"]);
  const elements = asList(asObject(root["body"])["elements"]) as readonly Node[];
  const head = [
    asObject(header["title"])["content"],
    ...asList(header["text_tag_list"]).map((tag) => asObject(asObject(tag)["text"])["content"]),
  ]
    .map(textIn)
    .filter((each) => each !== "");
  const form = elements.find((each) => each.tag === "form") ?? null;
  const text = [head.join(" "), ...elements.map(textOf)]
    .filter((each) => each.trim() !== "")
    .join("\n");
  return { text: seenText(text), buttons: buttonsOf(elements), form };
}

/** What a component shows, one line per block; buttons and inputs are not text. */
function textOf(node: Node): string {
  switch (node.tag) {
    case "div":
      return textIn(asObject(node["text"])["content"] ?? "");
    case "markdown":
      return drawn(textIn(node["content"]));
    case "column_set":
      return asList(node["columns"])
        .flatMap((column) => (asList(asObject(column)["elements"]) as readonly Node[]).map(textOf))
        .filter((each) => each !== "")
        .join("\n");
    case "table": {
      const columns = asList(node["columns"]).map(asObject);
      const rows = asList(node["rows"]).map(asObject);
      return [
        columns.map((column) => column["display_name"]),
        ...rows.map((row) => columns.map((column) => cellIn(row[textIn(column["name"])]))),
      ]
        .map((cells) => cells.join(" "))
        .join("\n");
    }
    default:
      return "";
  }
}

const cellIn = (cell: unknown): string =>
  Array.isArray(cell)
    ? asList(cell)
        .map((each) => textIn(asObject(each)["text"]))
        .join(" ")
    : textIn(cell);

function buttonsOf(nodes: readonly Node[]): readonly SeenButton[] {
  return nodes.flatMap((node) => {
    if (node.tag === "button")
      return [{ label: seenText(textIn(asObject(node["text"])["content"])), node }];
    if (node.tag === "overflow")
      return asList(node["options"])
        .map(asObject)
        .map((option) => ({
          label: seenText(textIn(asObject(option["text"])["content"])),
          node,
          option: textIn(option["value"]),
        }));
    if (node.tag === "column_set")
      return asList(node["columns"]).flatMap((column) =>
        buttonsOf(asList(asObject(column)["elements"]) as readonly Node[]),
      );
    return [];
  });
}

/** Markdown as Lark draws it: its own tags and emphasis become what they mean, then entities become characters. */
function drawn(markdown: string): string {
  const marks = markdown
    .replace(/<(font|text_tag)[^<>]*>([^<>]*)<\/\1>/g, "$2")
    .replace(/<(font|text_tag)[^<>]*>([^<>]*)<\/\1>/g, "$2")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/<at id=([^>]*)><\/at>/g, "@$1")
    .replace(/\[([^\]]*)\]\(https?:[^)\s]*\)/g, "$1");
  return entities(marks);
}

const entities = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&nbsp;", " ");

/** What Markdown would act on: nothing that somebody typed may be found here. */
export function activeMarks(markdown: string): readonly string[] {
  const left = markdown
    .replace(/<(font|text_tag) color='[a-z]+'>([^<>]*)<\/\1>/g, "$2")
    .replace(/<(font|text_tag) color='[a-z]+'>([^<>]*)<\/\1>/g, "$2")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    // An address of its own words goes where it says.
    .replace(/\[([^\]]*)\]\((https?:[^)\s]*)\)/g, (link: string, says: string, url: string) =>
      new URL(entities(says)).href.replaceAll("*", "%2a") === url ? "" : link,
    )
    .replace(/&(#\d+|nbsp);/g, "");
  return left.match(/[<>*_~`[\]\\|#]|\$\{|\{\{|!\[|https?:|:[A-Z]+:|^\s*(?:[-+]|\d+\.)\s/gm) ?? [];
}

/** Isolates and hair spaces are not seen. */
export const seenText = (text: string): string => asRead(text.replaceAll("\u200A", ""));

/** All Markdown of a card. */
export function markdownIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markdownIn);
  if (typeof value !== "object" || value === null) return [];
  const own =
    "tag" in value && value.tag === "markdown" && "content" in value ? [textIn(value.content)] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, each]) =>
      key === "behaviors" ? [] : markdownIn(each),
    ),
  ];
}

/** Values by field name, as the client would send them: text, a list, true or false; nothing where nothing stands. */
export type Filled = Readonly<Record<string, string | readonly string[] | boolean>>;

const kinds = [
  "input",
  "date_picker",
  "select_static",
  "multi_select_static",
  "multi_select_person",
  "checker",
];

export function initialValues(form: Node): Filled {
  const fields = (asList(form["elements"]) as readonly Node[]).filter((node) =>
    kinds.includes(node.tag),
  );
  return Object.fromEntries(
    fields.flatMap((node): [string, string | readonly string[] | boolean][] => {
      const value =
        node["default_value"] ??
        node["initial_date"] ??
        node["initial_option"] ??
        node["selected_values"] ??
        node["checked"];
      return value === undefined ? [] : [[textIn(node["name"]), value as string]];
    }),
  );
}

export function readForm(card: unknown, filled: Filled): SeenForm {
  const root = asObject(card);
  const elements = asList(asObject(root["body"])["elements"]) as readonly Node[];
  const form = elements.find((each) => each.tag === "form")!;
  const inside = asList(form["elements"]) as readonly Node[];
  const outside = elements.filter((each) => each.tag !== "form");
  const error = outside.find((each) => each["element_id"] === "error_general");
  return {
    title: seenText(textIn(asObject(asObject(root["header"])["title"])["content"])),
    text: outside
      .filter((each) => each !== error)
      .map((each) => seenText(textOf(each)))
      .join("\n"),
    fields: inside
      .filter((node) => kinds.includes(node.tag))
      .map((node) => readField(node, inside, filled)),
    submit: buttonsOf(inside)[0]?.label ?? "",
    ...(error === undefined ? {} : { error: seenText(textOf(error)) }),
  };
}

function readField(node: Node, siblings: readonly Node[], filled: Filled): SeenField {
  const [kind = "", at = ""] = textIn(node["element_id"]).split("_");
  const near = (what: string): string | undefined => {
    const found = siblings.find((each) => each["element_id"] === `${what}_${at}`);
    return found === undefined ? undefined : seenText(textOf(found));
  };
  const name = textIn(node["name"]);
  const options = asList(node["options"]).map(asObject);
  const labelled = (value: string): string =>
    textIn(asObject(options.find((option) => option["value"] === value)?.["text"])["content"]) ||
    value;
  const value = filled[name];
  const shownValue = (): string => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return typeof value === "string" ? labelled(value) : (value ?? []).map(labelled).join(", ");
  };
  const label = near("label") ?? seenText(textIn(asObject(node["text"])["content"]));
  const error = near("error");
  const hint = near("hint");
  return {
    name,
    kind,
    label: label.replace(/(?: \(optional\)|（选填）)$/, ""),
    value: shownValue(),
    options: options.map((option) => seenText(textIn(asObject(option["text"])["content"]))),
    ...(error === undefined ? {} : { error }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Values for a field named by label or name, options by label or value; null where there is no such thing. */
export function choose(
  card: unknown,
  asked: string,
  values: readonly string[],
  filled: Filled,
  today: LocalDate | undefined,
): Filled | null {
  const field = readForm(card, filled).fields.find(
    (each) => each.name === asked || each.label === asked,
  );
  const form = (asList(asObject(asObject(card)["body"])["elements"]) as readonly Node[]).find(
    (each) => each.tag === "form",
  );
  const node = (asList(form?.["elements"]) as readonly Node[]).find(
    (each) => each["name"] === field?.name,
  );
  if (field === undefined || node === undefined) return null;
  if (node.tag === "checker") return { ...filled, [field.name]: values[0] === "yes" };
  if (node.tag === "date_picker")
    return { ...filled, [field.name]: pickedDay(values[0] ?? "", today) };
  if (node.tag === "input") return { ...filled, [field.name]: values[0] ?? "" };
  const options = asList(node["options"]).map(asObject);
  const chosen = values.map(
    (value) =>
      options.find(
        (option) => option["value"] === value || asObject(option["text"])["content"] === value,
      )?.["value"] as string | undefined,
  );
  if (chosen.includes(undefined)) return null;
  return {
    ...filled,
    [field.name]: node.tag === "select_static" ? (chosen[0] ?? "") : (chosen as string[]),
  };
}
