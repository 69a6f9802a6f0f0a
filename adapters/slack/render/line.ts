// A line as Slack shows it. Most of what is said goes out as rich text, whose text is never read for markup; where only text
// objects are allowed it is plain text with & < > escaped. This file is the only one that escapes.
import { isolated } from "#src/language/bidi";
import { plainLine, unbrokenLine, type Line, type Piece } from "#src/view/line";
import { shortenLine } from "#src/view/shorten";
import { cutText, ellipsis, limits, unitsOf } from "./limits.ts";
import type { SlackMessages } from "../messages/index.ts";

export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  /** False: `:smile:` stays as typed. */
  readonly emoji: false;
}

export interface RichPiece {
  readonly type: "text";
  readonly text: string;
  readonly style?: { readonly bold?: true; readonly code?: true };
}

/** docs.slack.dev/messaging/formatting-message-text: exactly these three, `&` first. */
export const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapedSize = (text: string): number => escape(text).length;

/** The line as one text object; what does not fit is counted. */
export function plainText(line: Line, most: number, t: SlackMessages): PlainText {
  return literal(plainWithin(line, most, t));
}

/** A short label, where counting would take more room than the words: buttons, options, titles of modals. */
export const label = (line: Line, most: number): PlainText =>
  literal(ellipsis(plainLine(line), most, escapedSize));

/** The words of a line within so many characters, not escaped. */
export function plainWithin(line: Line, most: number, t: SlackMessages): string {
  const whole = plainLine(line);
  if (escapedSize(whole) <= most) return whole;
  const { text, left } = cutText(whole, most, escapedSize);
  return text + t.cut(left);
}

/** Slack refuses empty text. */
const literal = (text: string): PlainText => ({
  type: "plain_text",
  text: escape(text === "" ? " " : text),
  emoji: false,
});

/** The line as pieces of rich text. */
export function richText(line: Line, most: number, t: SlackMessages): RichPiece[] {
  const { line: kept, left } = shortenLine(unbrokenLine(line), most, unitsOf);
  const pieces = kept.flatMap((piece) => rich(piece, false));
  return merged(left > 0 ? [...pieces, { type: "text", text: t.cut(left) }] : pieces);
}

function rich(piece: Piece, strong: boolean): RichPiece[] {
  if (typeof piece === "object" && "typed" in piece)
    return [{ type: "text", text: isolated(piece.typed), style: { code: true } }];
  if (typeof piece === "object" && "bold" in piece)
    return piece.bold.flatMap((each) => rich(each, true));
  return [styled(plainLine([piece]), strong)];
}

const styled = (text: string, strong: boolean): RichPiece => ({
  type: "text",
  text,
  ...(strong ? { style: { bold: true as const } } : {}),
});

/** Neighbours of one style are one piece; empty ones are refused by Slack. */
function merged(pieces: readonly RichPiece[]): RichPiece[] {
  const out: RichPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.text === "") continue;
    if (last && JSON.stringify(last.style) === JSON.stringify(piece.style))
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out.length > 0 ? out : [{ type: "text", text: " " }];
}

/** What a phone's notification and a screen reader get: escaped too, since the top-level text is read for markup. */
export const fallbackText = (lines: readonly Line[], t: SlackMessages): string =>
  escape(
    plainWithin(
      lines.flatMap((line, i) => (i === 0 ? line : ["\n", ...line])),
      limits.fallback,
      t,
    ),
  );
