// A line as text of a card. Where nothing in it is bold or to be typed it is plain_text, out of which Lark reads nothing. Else it
// is Markdown, escaped here, once, and nowhere else: `<at id=all></at>`, `**x**`, `[a](b)` and `${x}` come out as typed.
import { closed, isolated } from "#src/language/bidi";
import { webAddressesIn } from "#src/language/typed/web-addresses";
import { plainLine, unbrokenLine, type Line, type Piece } from "#src/view/line";
import { shortenLine } from "#src/view/shorten";
import { plainText, type PlainText, type TextJson } from "./card-json.ts";
import type { LarkMessages } from "../messages/index.ts";

type Look = Omit<PlainText, "tag" | "content">;

export function renderLine(line: Line, most: number, t: LarkMessages, look: Look = {}): TextJson {
  return renderPrefixed("", line, most, t, look);
}

/** Words of ours before the line, in the same paragraph. */
export function renderPrefixed(
  before: string,
  line: Line,
  most: number,
  t: LarkMessages,
  look: Look = {},
): TextJson {
  const { line: kept, left } = shortenLine(unbrokenLine(line), most);
  const cut = left > 0 ? t.cut(left) : "";
  if (kept.some(hasLook)) {
    const content = escapeMarkdown(before) + markdownOf(kept) + escapeMarkdown(cut);
    const coloured =
      look.text_color === undefined || look.text_color === "default"
        ? content
        : `<font color='${look.text_color}'>${content}</font>`;
    return {
      tag: "markdown",
      content: coloured,
      ...(look.text_size ? { text_size: look.text_size } : {}),
    };
  }
  return { tag: "div", text: plainText(before + plainLine(kept) + cut, look) };
}

/** For titles, buttons, options, cells: places that hold plain_text only. */
export function renderPlain(line: Line, most: number, t: LarkMessages): string {
  const { line: kept, left } = shortenLine(line, most);
  return plainLine(kept) + (left > 0 ? t.cut(left) : "");
}

/** Within so many characters as Lark counts them, the ellipsis among them. */
export function renderWithin(line: Line, characters: number): string {
  const whole = plainLine(line);
  return [...whole].length <= characters
    ? whole
    : `${closed(plainLine(shortenLine(line, Math.floor(characters / 2)).line).slice(0, characters - (whole.includes("\u2068") ? 2 : 1)))}…`;
}

export function markdownOf(line: Line): string {
  const markdown = line
    .map((piece, i) =>
      markdownPiece(piece, edgeOf(line[i - 1], "end"), edgeOf(line[i + 1], "start")),
    )
    .join("");
  // Four spaces at the start of a line are code.
  return markdown.replace(/^[ \t]+/gm, (spaces) => "&nbsp;".repeat(spaces.length));
}

const hasLook = (piece: Piece): boolean =>
  typeof piece === "object" &&
  ("bold" in piece ||
    "typed" in piece ||
    ("said" in piece && webAddressesIn(piece.said).length > 0));

function markdownPiece(piece: Piece, before: string, after: string): string {
  if (typeof piece === "string" || "person" in piece || "place" in piece)
    return escapeMarkdown(plainLine([piece]));
  if ("said" in piece) return markdownOfSaid(piece.said);
  if ("typed" in piece) return `<font color='blue'>${escapeMarkdown(plainLine([piece]))}</font>`;
  // Emphasis ends with its paragraph.
  const lines = plainLine(piece.bold).split("\n");
  return lines
    .map((each, i) => emphasised(each, i === 0 ? before : "", i === lines.length - 1 ? after : ""))
    .join("\n");
}

/** Addresses that people typed can be opened, as in Lark's own messages; their words are the address itself. */
function markdownOfSaid(text: string): string {
  // Within an isolate nothing is taken apart.
  if (isolated(text) !== text) return escapeMarkdown(isolated(text));
  let markdown = "";
  let from = 0;
  for (const { at, url } of webAddressesIn(text)) {
    markdown += `${escapeMarkdown(text.slice(from, at))}[${escapeMarkdown(url)}](${destination(url)})`;
    from = at + url.length;
  }
  return markdown + escapeMarkdown(text.slice(from));
}

/** Without what Markdown could end it by. */
const destination = (url: string): string =>
  new URL(url).href.replace(/[*`$]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/**
 * Two stars begin or end emphasis beside punctuation only where there is a space beyond them, so that `完成**52%**了` would show
 * its stars: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. A hair space is put there.
 */
function emphasised(text: string, before: string, after: string): string {
  const words = text.trim();
  if (words === "") return escapeMarkdown(text);
  const lead = text.slice(0, text.length - text.trimStart().length);
  const trail = text.slice(text.trimEnd().length);
  const opens =
    /^[\p{L}\p{N}]/u.test(words) || /^\s?$/u.test(before) || lead !== "" ? "" : hairSpace;
  const closes =
    /[\p{L}\p{N}]$/u.test(words) || /^\s?$/u.test(after) || trail !== "" ? "" : hairSpace;
  return `${lead}${opens}**${escapeMarkdown(words)}**${closes}${trail}`;
}

const hairSpace = "\u200A";

function edgeOf(piece: Piece | undefined, side: "start" | "end"): string {
  if (piece === undefined) return "";
  const text = plainLine([piece]);
  return side === "end" ? text.slice(-1) : text.slice(0, 1);
}

/**
 * All ASCII punctuation that Markdown, Lark's own tags, emoji codes or its finding of links could read something out of, as
 * numbered entities: https://open.feishu.cn/document/…/card-json-v2-components/content-components/rich-text "特殊字符转义".
 */
export function escapeMarkdown(text: string): string {
  return text.replace(
    /[!"#$&'()*+\-./:<=>@[\\\]^_`{|}~]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
