// Rich text as Slack takes it and shows it: docs.slack.dev/reference/block-kit/blocks/rich-text-block. Nothing of the adapter is imported.

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing =>
  typeof value === "object" && value !== null ? (value as Thing) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === "string" ? value : "");

/** A piece of what is read: `markup` where Slack would have made something of it that its own words do not say. */
export interface ReadPiece {
  readonly text: string;
  readonly markup: boolean;
}

const sections = ["rich_text_section", "rich_text_quote", "rich_text_preformatted"];

export function richProblems(element: Thing): string[] {
  const inner = list(element["elements"]);
  if (sections.includes(words(element["type"])))
    return [
      ...(inner.length === 0 ? ["an empty rich text section"] : []),
      ...inner.flatMap((each) => pieceProblems(thing(each))),
    ];
  if (element["type"] === "rich_text_list")
    return [
      ...(inner.length === 0 ? ["an empty list"] : []),
      ...(["bullet", "ordered"].includes(words(element["style"]))
        ? []
        : ["a list without its style"]),
      ...inner.flatMap((each) => richProblems(thing(each))),
    ];
  return [`unknown rich text ${String(element["type"])}`];
}

function pieceProblems(piece: Thing): string[] {
  switch (piece["type"]) {
    case "text":
      return words(piece["text"]) === "" ? ["an empty rich text"] : [];
    case "user":
      return /^[UW]\w+$/.test(words(piece["user_id"])) ? [] : ["a mention of no account"];
    case "channel":
      return /^[CG]\w+$/.test(words(piece["channel_id"])) ? [] : ["a link to no channel"];
    case "emoji":
      return /^[a-z0-9_+'-]+$/.test(words(piece["name"])) ? [] : ["an emoji without a name"];
    case "link":
      return /^https?:\/\/\S+$/.test(words(piece["url"])) && words(piece["url"]).length <= 3_000
        ? []
        : ["a link to nowhere"];
    default:
      return [`unknown piece of rich text ${String(piece["type"])}`];
  }
}

/** What Slack draws from its own knowledge, between signs that nobody types: `withNames` draws it. */
export const drawn = (what: string): string => `\u0001${what}\u0001`;

/** Mentions and channels by their names. */
export const withNames = (text: string, nameOf: (id: string) => string | undefined): string =>
  text.replace(
    // eslint-disable-next-line no-control-regex
    /\u0001([@#])(\w+)\u0001/g,
    (_, sign: string, id: string) => `${sign}${nameOf(id) ?? id}`,
  );

export function readRich(element: Thing): ReadPiece[] {
  const inner = list(element["elements"]).map(thing);
  if (element["type"] === "rich_text_list") return inner.flatMap((each) => readRich(each));
  return [
    { text: inner.map(readPiece).join(""), markup: inner.some((each) => !isWhatItSays(each)) },
  ];
}

function readPiece(piece: Thing): string {
  switch (piece["type"]) {
    case "user":
      return drawn(`@${words(piece["user_id"])}`);
    case "channel":
      return drawn(`#${words(piece["channel_id"])}`);
    case "emoji":
      return `:${words(piece["name"])}:`;
    default:
      return words(piece["text"]) || words(piece["url"]);
  }
}

/** An address that can be pressed and an emoji by its name are what stands there. */
const isWhatItSays = (piece: Thing): boolean =>
  piece["type"] === "text" ||
  piece["type"] === "emoji" ||
  (piece["type"] === "link" && (piece["text"] ?? piece["url"]) === piece["url"]);

/** Whom the blocks of a message mention, each as often as it does. */
export function mentionedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mentionedIn);
  const each = thing(value);
  if (each["type"] === "user") return [words(each["user_id"])];
  if (each["type"] === "mrkdwn")
    return [...words(each["text"]).matchAll(/<@(\w+)(?:\|[^>]*)?>/g)].map(
      (found) => found[1] ?? "",
    );
  return Object.values(each).flatMap(mentionedIn);
}

/** What can be pressed to go somewhere. */
export function linksIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  const each = thing(value);
  if (each["type"] === "link") return [words(each["url"])];
  if (each["type"] === "channel") return [`#${words(each["channel_id"])}`];
  if (each["type"] === "mrkdwn")
    return [...words(each["text"]).matchAll(/<#(\w+)(?:\|[^>]*)?>/g)].map(
      (found) => `#${found[1] ?? ""}`,
    );
  return Object.values(each).flatMap(linksIn);
}
