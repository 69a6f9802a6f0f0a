// Card JSON 2.0 as the platform checks it: unknown tags and properties, nesting, names, limits. Independent of adapters/. Rules from
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure and the page of each component.
import { isLocalDate } from "#src/calendar/local-date";
import { properties, textProperties } from "./properties.ts";

export interface Node {
  readonly tag: string;
  readonly [property: string]: unknown;
}

const controls = [
  "input",
  "select_static",
  "multi_select_static",
  "multi_select_person",
  "checker",
  "button",
];

/** Everything the platform would refuse (230099), one sentence each. */
export function problemsOfCard(card: unknown): string[] {
  const problems: string[] = [];
  const root = asObject(card);
  if (root["schema"] !== "2.0") problems.push("schema is not 2.0");
  only(root, ["schema", "config", "card_link", "header", "body"], "card", problems);
  const config = asObject(root["config"]);
  only(
    config,
    [
      "streaming_mode",
      "streaming_config",
      "summary",
      "locales",
      "enable_forward",
      "update_multi",
      "width_mode",
      "use_custom_translation",
      "enable_forward_interaction",
      "style",
    ],
    "config",
    problems,
  );
  if (config["update_multi"] !== true)
    problems.push(
      "config.update_multi is not true: version 2.0 knows shared cards only, and only those are changed",
    );
  checkHeader(root["header"], problems);
  const elements = asList(asObject(root["body"])["elements"]);
  if (elements.length === 0) problems.push("body.elements is empty");
  const seen: Seen = { ids: new Set(), names: new Set(), tables: 0, count: 0 };
  for (const element of elements)
    checkNode(element, { root: true, form: false, depth: 1 }, seen, problems);
  if (seen.tables > 5) problems.push(`${seen.tables} tables`);
  if (seen.count > 200) problems.push(`${seen.count} elements`);
  return problems;
}

interface Seen {
  readonly ids: Set<string>;
  readonly names: Set<string>;
  tables: number;
  count: number;
}
interface Place {
  readonly root: boolean;
  readonly form: boolean;
  readonly depth: number;
}

function checkHeader(header: unknown, problems: string[]): void {
  if (header === undefined) return;
  const made = asObject(header);
  only(
    made,
    ["title", "subtitle", "text_tag_list", "i18n_text_tag_list", "template", "icon", "padding"],
    "header",
    problems,
  );
  checkText(made["title"], "header.title", problems);
  if (textIn(asObject(made["title"])["content"] ?? "") === "")
    problems.push("header.title is empty");
  if (
    ![
      "blue",
      "wathet",
      "turquoise",
      "green",
      "yellow",
      "orange",
      "red",
      "carmine",
      "violet",
      "purple",
      "indigo",
      "grey",
      "default",
      undefined,
    ].includes(made["template"] as string)
  )
    problems.push("header.template is no colour");
  const tags = asList(made["text_tag_list"] ?? []);
  if (tags.length > 3) problems.push("more than three tags in the header");
  for (const tag of tags) checkText(asObject(tag)["text"], "text_tag", problems);
}

function checkNode(value: unknown, place: Place, seen: Seen, problems: string[]): void {
  const node = asObject(value) as Node;
  const known = properties[node.tag];
  if (known === undefined) return void problems.push(`tag ${node.tag} is not of version 2.0`);
  seen.count += 1;
  only(node, ["tag", ...known], node.tag, problems);
  if (place.depth > 5) problems.push(`${node.tag} is nested ${place.depth} deep`);
  const id = node["element_id"];
  if (id !== undefined) {
    if (!/^[a-zA-Z]\w{0,19}$/.test(textIn(id)))
      problems.push(`element_id ${textIn(id)} is not of that form`);
    if (seen.ids.has(textIn(id))) problems.push(`element_id ${textIn(id)} twice`);
    seen.ids.add(textIn(id));
  }
  if (controls.includes(node.tag) && place.form) checkName(node, seen, problems);
  checkKind(node, place, seen, problems);
}

function checkName(node: Node, seen: Seen, problems: string[]): void {
  const name = node["name"];
  if (typeof name !== "string" || name === "") problems.push(`${node.tag} in a form has no name`);
  else if (seen.names.has(name)) problems.push(`name ${name} twice in the card`);
  else seen.names.add(name);
}

function checkKind(node: Node, place: Place, seen: Seen, problems: string[]): void {
  switch (node.tag) {
    case "div":
      return checkText(node["text"], "div.text", problems);
    case "markdown":
      return checkMarkdown(node["content"], problems);
    case "table":
      seen.tables += 1;
      return checkTable(node, place, problems);
    case "chart":
      return checkChart(node, problems);
    case "column_set":
      return checkColumns(node, place, seen, problems);
    case "form":
      return checkForm(node, place, seen, problems);
    case "button":
      return checkButton(node, place, problems);
    case "overflow":
      return checkMenu(node, problems);
    case "input":
      return checkInput(node, problems);
    case "date_picker":
      return checkDay(node, place, problems);
    case "select_static":
    case "multi_select_static":
      return checkSelect(node, problems);
    case "multi_select_person":
      return checkPeople(node, problems);
    default:
      return;
  }
}

/** …/content-components/rich-text: a mention is of an open id or of everybody; an address begins with its scheme. */
function checkMarkdown(content: unknown, problems: string[]): void {
  if (typeof content !== "string") return void problems.push("markdown without content");
  for (const [, id = ""] of content.matchAll(/<at id=([^>]*)>/g))
    if (!/^(?:all|ou_\w+)$/.test(id)) problems.push(`a mention of ${id}`);
  for (const [, url = ""] of content.matchAll(/\]\(([^)]*)\)/g))
    if (!/^https?:\/\/[^\s<>"']+$/.test(url)) problems.push(`a link to ${url}`);
}

/** Whom a card mentions, each as often as it does. */
export function mentionedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mentionedIn);
  const each = asObject(value);
  if (each["tag"] === "markdown")
    return [...textIn(each["content"]).matchAll(/<at id=([^>]*)><\/at>/g)].map(
      (found) => found[1] ?? "",
    );
  return Object.values(each).flatMap(mentionedIn);
}

function checkInside(
  elements: unknown,
  { depth }: Place,
  form: boolean,
  seen: Seen,
  problems: string[],
): void {
  for (const each of asList(elements))
    checkNode(each, { root: false, form, depth: depth + 1 }, seen, problems);
}

function checkColumns(node: Node, place: Place, seen: Seen, problems: string[]): void {
  if (asList(node["columns"]).length === 0) problems.push("column_set without columns");
  for (const column of asList(node["columns"]).map(asObject)) {
    only(column, ["tag", ...properties["column"]!], "column", problems);
    if (column["tag"] !== "column") problems.push("a column that is none");
    const says = column["width"] !== undefined || column["weight"] !== undefined;
    if (node["flex_mode"] !== "none" && says)
      problems.push("a column says its width where columns flow");
    seen.count += 1;
    checkInside(column["elements"], place, place.form, seen, problems);
  }
}

function checkForm(node: Node, place: Place, seen: Seen, problems: string[]): void {
  if (!place.root) problems.push("a form that is not at the root");
  if (typeof node["name"] !== "string" || node["name"] === "")
    problems.push("a form without a name");
  if (!JSON.stringify(node["elements"]).includes('"form_action_type":"submit"'))
    problems.push("a form without a button to submit it");
  checkInside(node["elements"], place, true, seen, problems);
}

function checkTable(node: Node, place: Place, problems: string[]): void {
  if (!place.root) problems.push("a table that is not at the root");
  const columns = asList(node["columns"]).map(asObject);
  const names = columns.map((column) => column["name"]);
  if (columns.length === 0 || columns.length > 50 || new Set(names).size !== names.length)
    problems.push("columns of a table");
  if (asList(node["rows"]).length === 0) problems.push("a table without rows");
  const page = Number(node["page_size"] ?? 5);
  if (!(page >= 1 && page <= 10)) problems.push(`page_size ${page}`);
  for (const row of asList(node["rows"]).map(asObject))
    for (const [name, cell] of Object.entries(row))
      if (!isCell(cell, columns.find((column) => column["name"] === name)?.["data_type"]))
        problems.push(`cell ${name} of a table`);
}

function checkButton(node: Node, place: Place, problems: string[]): void {
  checkText(node["text"], "button.text", problems);
  if ([...textIn(asObject(node["text"])["content"] ?? "")].length > 100)
    problems.push("more than 100 characters on a button");
  const behaviors = asList(node["behaviors"] ?? []).map(asObject);
  if (behaviors.length === 0 && node["form_action_type"] === undefined)
    problems.push("a button that does nothing");
  if (node["form_action_type"] !== undefined && !place.form)
    problems.push("a submit button outside of a form");
  checkCallbacks(node, problems);
}

/** With the SDKs the value must be an object: …/handling-callbacks. */
function checkCallbacks(node: Node, problems: string[]): void {
  for (const each of asList(node["behaviors"] ?? []).map(asObject))
    if (
      each["type"] === "callback" &&
      (typeof each["value"] !== "object" || each["value"] === null)
    )
      problems.push("the value of a callback is no object");
}

/** …/card-json-v2-components/interactive-components/overflow */
function checkMenu(node: Node, problems: string[]): void {
  const options = asList(node["options"]).map(asObject);
  if (options.length === 0) problems.push("a menu without options");
  if (new Set(options.map((each) => each["value"])).size !== options.length)
    problems.push("options of a menu that are not told apart");
  for (const option of options) {
    only(option, ["text", "multi_url", "value"], "option", problems);
    checkText(option["text"], "option.text", problems);
    if (typeof option["value"] !== "string") problems.push("the value of an option is no text");
    if ([...textIn(asObject(option["text"])["content"] ?? "")].length > 100)
      problems.push("more than 100 characters on an option");
  }
  checkCallbacks(node, problems);
}

function checkInput(node: Node, problems: string[]): void {
  const most = Number(node["max_length"] ?? 1000);
  if (!(most >= 1 && most <= 1000)) problems.push(`max_length ${most}`);
  if ([...textIn(node["default_value"] ?? "")].length > most)
    problems.push("default_value is longer than max_length");
  if (node["default_value"] === "") problems.push("default_value is empty");
}

/** …/interactive-components/date-picker */
function checkDay(node: Node, place: Place, problems: string[]): void {
  const initial = node["initial_date"];
  if (initial !== undefined && !isLocalDate(textIn(initial)))
    problems.push("initial_date that is no yyyy-MM-dd");
  if (initial === undefined) checkText(node["placeholder"], "placeholder", problems);
  if (place.form && textIn(node["name"]) === "") problems.push("a date_picker without a name");
}

function checkSelect(node: Node, problems: string[]): void {
  const options = asList(node["options"]).map(asObject);
  const values = options.map((option) => option["value"]);
  if (new Set(values).size !== values.length) problems.push("the same option twice");
  for (const option of options) checkText(option["text"], "option.text", problems);
  const chosen = [
    ...asList(node["selected_values"] ?? []),
    ...(node["initial_option"] === undefined ? [] : [node["initial_option"]]),
  ];
  for (const each of chosen)
    if (!values.includes(each)) problems.push(`${textIn(each)} is chosen and no option`);
}

/** …/interactive-components/multi-select-user-picker: candidates by open id alone. */
function checkPeople(node: Node, problems: string[]): void {
  const options = asList(node["options"] ?? []).map(asObject);
  for (const option of options) {
    only(option, ["value"], "a candidate", problems);
    if (!textIn(option["value"]).startsWith("ou_")) problems.push("a candidate without an open id");
  }
  const values = options.map((option) => option["value"]);
  for (const each of asList(node["selected_values"] ?? []))
    if (!values.includes(each)) problems.push(`${textIn(each)} is chosen and no candidate`);
}

function checkText(value: unknown, where: string, problems: string[]): void {
  const text = asObject(value);
  if (text["tag"] !== "plain_text") problems.push(`${where} is no plain_text`);
  if (typeof text["content"] !== "string") problems.push(`${where} has no content`);
  only(text, textProperties, where, problems);
}

function only(
  made: Readonly<Record<string, unknown>>,
  known: readonly string[],
  where: string,
  problems: string[],
): void {
  for (const key of Object.keys(made))
    if (!known.includes(key)) problems.push(`${where} has ${key}, which version 2.0 does not know`);
}

export const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** Text is a string, options are a list of words with a colour each (content-components/table). */
const isCell = (cell: unknown, type: unknown): boolean =>
  type === "options"
    ? asList(cell)
        .map(asObject)
        .every(({ text, color }) => typeof text === "string" && typeof color === "string")
    : type !== undefined && typeof cell === "string";

/** Kinds and fields of VChart: every field a series reads has to be in each of its values (230099, 200550). */
function checkChart(node: Node, problems: string[]): void {
  const spec = asObject(node["chart_spec"]);
  if (!["line", "bar", "area", "pie"].includes(String(spec["type"])))
    problems.push(`a chart of kind ${String(spec["type"])}`);
  if (!["1:1", "2:1", "4:3", "16:9", undefined].includes(node["aspect_ratio"] as string))
    problems.push("aspect_ratio of a chart");
  const values = asList(asObject(spec["data"])["values"]).map(asObject);
  if (values.length === 0) problems.push("a chart without values");
  const fields = [spec["xField"], spec["yField"], spec["seriesField"] ?? []].flat().map(String);
  if (values.some((value) => fields.some((field) => value[field] === undefined)))
    problems.push("a chart whose values lack a field");
  const tells = values.flatMap((value) => Object.values(value));
  if (tells.some((each) => typeof each === "number" && !Number.isFinite(each)))
    problems.push("a chart of no numbers");
}
