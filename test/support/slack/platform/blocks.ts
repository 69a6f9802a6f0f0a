// What Slack refuses in blocks and views, and what a person reads in them. Rules: design/platforms.md A4, A10, A11; nothing of
// the adapter is imported, so that a limit it forgets is found here.
import { isLocalDate } from "#src/calendar/local-date";
import { asRead } from "#test/support/story/surface";
import { nativeProblems, readNative } from "./native.ts";
import { drawn, readRich, richProblems, withNames, type ReadPiece } from "./rich-text.ts";

export interface FakeBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly [key: string]: unknown;
}

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing =>
  typeof value === "object" && value !== null ? (value as Thing) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === "string" ? value : "");

/** A10: the undocumented sum over all blocks. */
const mostCharacters = 13_200;

/** The name of the refusal, with where it is wrong; null when all is well. */
export function refusalOfBlocks(
  blocks: unknown,
  surface: "message" | "modal" | "home",
): string | null {
  if (!Array.isArray(blocks)) return "invalid_blocks: not a list";
  if (blocks.length > (surface === "message" ? 50 : 100))
    return `invalid_blocks: ${blocks.length} blocks`;
  const problems = blocks.flatMap((each, i) =>
    problemsOf(thing(each), surface).map((problem) => `${i}: ${problem}`),
  );
  if (blocks.filter((each) => thing(each)["type"] === "data_visualization").length > 2)
    problems.push("over 2 charts");
  const ids = blocks.map((each) => words(thing(each)["block_id"])).filter((each) => each !== "");
  if (new Set(ids).size < ids.length) problems.push("a block_id is there twice");
  if (problems.length > 0) return `invalid_blocks: ${problems.join("; ")}`;
  return surface === "message" && charactersOf(blocks) > mostCharacters
    ? "msg_blocks_too_long"
    : null;
}

export function refusalOfView(view: Thing): string | null {
  if (view["type"] === "home") return refusalOfBlocks(view["blocks"], "home");
  const problems = [
    ...textProblems(view["title"], 24, ["plain_text"], "title"),
    // docs.slack.dev/reference/views/modal-views: close may be left out, submit where there is no input.
    ...(view["submit"] === undefined && !asksAnything(view["blocks"])
      ? []
      : textProblems(view["submit"], 24, ["plain_text"], "submit")),
    ...(view["close"] === undefined
      ? []
      : textProblems(view["close"], 24, ["plain_text"], "close")),
    ...(words(view["private_metadata"]).length > 3000 ? ["private_metadata over 3000"] : []),
    ...(words(view["callback_id"]).length > 255 ? ["callback_id over 255"] : []),
  ];
  return problems.length > 0
    ? `invalid_arguments: ${problems.join("; ")}`
    : refusalOfBlocks(view["blocks"], "modal");
}

const asksAnything = (blocks: unknown): boolean =>
  list(blocks).some((each) => thing(each)["type"] === "input");

function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersOf(each), 0);
  return Object.entries(thing(value)).reduce(
    (sum, [key, each]) =>
      sum + (key === "text" && typeof each === "string" ? each.length : charactersOf(each)),
    0,
  );
}

function problemsOf(block: Thing, surface: string): string[] {
  const id = words(block["block_id"]).length > 255 ? ["block_id over 255"] : [];
  switch (block["type"]) {
    case "header":
      return [...id, ...textProblems(block["text"], 150, ["plain_text"], "header")];
    case "section": {
      const fields = list(block["fields"]);
      if (block["text"] === undefined && fields.length === 0)
        return ["a section with neither text nor fields"];
      return [
        ...id,
        ...(block["text"] === undefined
          ? []
          : textProblems(block["text"], 3000, ["plain_text", "mrkdwn"], "section")),
        ...(fields.length > 10 ? ["over 10 fields"] : []),
        ...fields.flatMap((each) => textProblems(each, 2000, ["plain_text", "mrkdwn"], "field")),
        ...(block["accessory"] === undefined ? [] : elementProblems(thing(block["accessory"]))),
      ];
    }
    case "context":
      return [
        ...id,
        ...counted(block["elements"], 10),
        ...list(block["elements"]).flatMap((each) =>
          textProblems(each, 3000, ["plain_text", "mrkdwn"], "context"),
        ),
      ];
    case "actions":
      return [
        ...id,
        ...counted(block["elements"], 25),
        ...actionIds(block["elements"]),
        ...list(block["elements"]).flatMap((each) => elementProblems(thing(each))),
      ];
    case "divider":
      return id;
    case "rich_text":
      return [
        ...id,
        ...counted(block["elements"], 1000),
        ...list(block["elements"]).flatMap((each) => richProblems(thing(each))),
      ];
    case "input":
      if (surface === "message") return ["an input in a message"];
      return [
        ...id,
        ...textProblems(block["label"], 2000, ["plain_text"], "label"),
        ...(block["hint"] === undefined
          ? []
          : textProblems(block["hint"], 2000, ["plain_text"], "hint")),
        ...inputProblems(thing(block["element"])),
      ];
    case "data_visualization":
    case "data_table":
      return surface === "message"
        ? [...id, ...nativeProblems(block)]
        : [`a ${block["type"]} outside of a message`];
    default:
      return [`unknown block ${String(block["type"])}`];
  }
}

function counted(value: unknown, most: number): string[] {
  const length = list(value).length;
  return length < 1 || length > most ? [`${length} elements`] : [];
}

function actionIds(elements: unknown): string[] {
  const ids = list(elements).map((each) => words(thing(each)["action_id"]));
  return new Set(ids).size < ids.length ? ["an action_id is there twice in a block"] : [];
}

function textProblems(
  value: unknown,
  most: number,
  kinds: readonly string[],
  where: string,
): string[] {
  const text = thing(value);
  if (!kinds.includes(words(text["type"])))
    return [`${where}: a text of kind ${String(text["type"])}`];
  const length = words(text["text"]).length;
  return length < 1 || length > most ? [`${where}: ${length} characters`] : [];
}

function elementProblems(element: Thing): string[] {
  if (element["type"] === "overflow") {
    const options = list(element["options"]).map(thing);
    return [
      ...counted(options, 5),
      ...(words(element["action_id"]).length > 255 ? ["action_id over 255"] : []),
      ...options.flatMap((option) => [
        ...textProblems(option["text"], 75, ["plain_text"], "option of a menu"),
        ...(words(option["value"]).length > 75 || words(option["value"]) === ""
          ? ["the value of a menu's option"]
          : []),
      ]),
    ];
  }
  if (element["type"] !== "button") return [`unknown element ${String(element["type"])}`];
  const confirm = element["confirm"] === undefined ? null : thing(element["confirm"]);
  return [
    ...textProblems(element["text"], 75, ["plain_text"], "button"),
    ...(words(element["value"]).length > 2000 ? ["button value over 2000"] : []),
    ...(words(element["action_id"]).length > 255 ? ["action_id over 255"] : []),
    ...(element["style"] === undefined || ["primary", "danger"].includes(words(element["style"]))
      ? []
      : ["unknown style of a button"]),
    ...(confirm === null
      ? []
      : [
          ...textProblems(confirm["title"], 100, ["plain_text"], "confirm title"),
          ...textProblems(confirm["text"], 300, ["plain_text", "mrkdwn"], "confirm text"),
          ...textProblems(confirm["confirm"], 30, ["plain_text"], "confirm"),
          ...textProblems(confirm["deny"], 30, ["plain_text"], "deny"),
        ]),
  ];
}

function inputProblems(element: Thing): string[] {
  const type = words(element["type"]);
  const options = list(element["options"]);
  const each = options.flatMap((option) => [
    ...textProblems(thing(option)["text"], 75, ["plain_text", "mrkdwn"], "option"),
    ...(words(thing(option)["value"]).length > 75 || words(thing(option)["value"]) === ""
      ? ["an option's value"]
      : []),
  ]);
  const initial = [
    ...list(element["initial_options"]),
    ...(element["initial_option"] === undefined ? [] : [element["initial_option"]]),
  ];
  const stray = /external/.test(type)
    ? []
    : initial.filter(
        (chosen) => !options.some((option) => JSON.stringify(option) === JSON.stringify(chosen)),
      );
  const most = type === "checkboxes" || type === "radio_buttons" ? 10 : 100;
  switch (type) {
    case "plain_text_input":
      return words(element["initial_value"]).length > 3000 ? ["initial_value over 3000"] : [];
    case "checkboxes":
    case "radio_buttons":
    case "static_select":
    case "multi_static_select":
      return [
        ...(options.length < 1 || options.length > most ? [`${options.length} options`] : []),
        ...each,
        ...(stray.length > 0 ? ["initial options that are none"] : []),
      ];
    case "external_select":
    case "multi_external_select":
      return each;
    case "datepicker":
    case "users_select":
    case "multi_users_select":
      return pickerProblems(element);
    default:
      return [`unknown input ${type}`];
  }
}

/** Slack's own pickers, of days and of people. */
function pickerProblems(element: Thing): string[] {
  const { initial_date: initial, placeholder } = element;
  return [
    ...(element["initial_user"] === "" ? ["initial_user of nobody"] : []),
    ...(list(element["initial_users"]).every((user) => words(user) !== "")
      ? []
      : ["initial_users that are none"]),
    ...(initial === undefined || isLocalDate(words(initial))
      ? []
      : ["initial_date that is no YYYY-MM-DD"]),
    ...(placeholder === undefined
      ? []
      : textProblems(placeholder, 150, ["plain_text"], "placeholder")),
  ];
}

/** A12 of a message: text objects have three entities, rich text has none. */
export const decoded = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
export const encoded = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function readTextObject(value: unknown): ReadPiece[] {
  const { type, text } = thing(value);
  if (type === "plain_text") return [{ text: decoded(words(text)), markup: false }];
  const raw = words(text);
  const shown = raw
    .replace(/<#(\w+)>/g, (_, id: string) => drawn(`#${id}`))
    .replace(/<([^<>|]*\|)?([^<>]*)>/g, "$2")
    .replace(/[*_~`](?=\S)|(?<=\S)[*_~`]/g, "");
  return [{ text: decoded(shown), markup: /<(?!#\w+>)[^<>]*>|[*_~`]/.test(raw) }];
}

/** Each piece as it stands, for asking what became of one text. */
export function piecesIn(blocks: readonly FakeBlock[]): readonly ReadPiece[] {
  return blocks.flatMap((block): ReadPiece[] => {
    if (block.type === "rich_text")
      return list(block["elements"]).flatMap((each) => readRich(thing(each)));
    if (block.type === "context") return list(block["elements"]).flatMap(readTextObject);
    const native = readNative(block);
    if (native !== null) return native.map((text) => ({ text, markup: false }));
    return [
      ...(block["text"] === undefined ? [] : readTextObject(block["text"])),
      ...list(block["fields"]).flatMap(readTextObject),
    ];
  });
}

/** `nameOf`: how the accounts and channels it mentions are called. */
export const readBlocks = (
  blocks: readonly FakeBlock[],
  nameOf: (id: string) => string | undefined = () => undefined,
): string =>
  asRead(
    withNames(
      piecesIn(blocks)
        .map((each) => each.text)
        .join("\n"),
      nameOf,
    ),
  );

export interface FakeButton {
  readonly label: string;
  readonly block: string;
  readonly action: string;
  readonly value: string;
  /** One of a menu's, which is opened first. */
  readonly menu?: true;
}

/** Everything that can be pressed. */
export function buttonsIn(blocks: readonly FakeBlock[]): readonly FakeButton[] {
  return blocks.flatMap((block) =>
    [...list(block["elements"]), block["accessory"]].map(thing).flatMap((each): FakeButton[] => {
      const place = { block: block.block_id ?? "", action: words(each["action_id"]) };
      const pressed = (what: Thing) => ({
        label: decoded(words(thing(what["text"])["text"])),
        ...place,
        value: words(what["value"]),
      });
      if (each["type"] === "overflow")
        return list(each["options"]).map((option) => ({
          ...pressed(thing(option)),
          menu: true as const,
        }));
      return each["type"] === "button" ? [pressed(each)] : [];
    }),
  );
}
