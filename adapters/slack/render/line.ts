// A line as Slack shows it. Most of what is said goes out as rich text, whose text is never read for markup; where only text
// objects are allowed it is plain text with & < > escaped. This file is the only one that escapes.
import { isolated } from "#src/language/bidi";
import {
  plainLine,
  unbrokenLine,
  type Line,
  type Mention,
  type Piece,
  type PlaceLink,
} from "#src/view/line";
import { shortenLine } from "#src/view/shorten";
import { cutText, ellipsis, limits, unitsOf } from "./limits.ts";
import type { SlackMessages } from "../messages/index.ts";
import { hasEmoji, saidPieces, type SaidPiece } from "./said.ts";

export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  /** Whether somebody named an emoji in it: else `10:30:` stays as typed, whatever Slack makes of it one day. */
  readonly emoji: boolean;
}

interface Style {
  readonly style?: { readonly bold?: true; readonly code?: true };
}
/** docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export type RichPiece =
  | (SaidPiece & Style)
  | ({ readonly type: "user"; readonly user_id: string } & Style)
  | ({ readonly type: "channel"; readonly channel_id: string } & Style);

/** What the names in a card may become: accounts of people it tells, by person, and channels, by place. */
export interface Named {
  readonly told: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}
export const plainNames: Named = { told: new Map(), channels: new Map() };

/** What every line is drawn with. */
export interface Tongue {
  readonly t: SlackMessages;
  /** Of those it tells, whoever was not told by a line before: nobody twice in one message. */
  readonly named?: Named & { readonly already: Set<string> };
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

/** At an end that leads to a name which had no room. */
const leading = /(?:[\s:：·,，、(（–—-]|(?<=\s)(?:to|with|for|of|from|and)$)+$/iu;

/**
 * The bar of a modal: its words whole, or with names by their first word, or without them, or as many words as fit; an ellipsis there says
 * nothing. What is left out stands in the form itself.
 */
export function barWords(line: Line, most: number): string {
  const fits = (text: string): boolean => text !== "" && escapedSize(text) <= most;
  const saying = (name: (said: string) => string): string =>
    plainLine(
      line.map((piece) =>
        typeof piece === "object" && "said" in piece ? { said: name(piece.said) } : piece,
      ),
    )
      .replace(/\s+/gu, " ")
      .trim();
  const found = [
    saying((name) => name),
    saying((name) => name.trim().split(/\s+/u)[0] ?? ""),
    saying(() => "").replace(leading, ""),
  ].find(fits);
  if (found !== undefined) return found;
  const words = saying((name) => name).split(" ");
  const kept = words.map((_, i) => words.slice(0, i + 1).join(" ")).findLast(fits);
  return (
    kept ??
    cutText(
      saying((name) => name),
      most,
      escapedSize,
    ).text
  ).replace(leading, "");
}

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
  emoji: hasEmoji(text),
});

/** The line as pieces of rich text. */
export function richText(line: Line, most: number, tongue: Tongue): RichPiece[] {
  const { line: kept, left } = shortenLine(unbrokenLine(line), most, unitsOf);
  const pieces = kept.flatMap((piece) => rich(piece, false, tongue));
  return merged(left > 0 ? [...pieces, { type: "text", text: tongue.t.cut(left) }] : pieces);
}

/** Whether something in the line is more than words: a text object could not hold it. */
export const isLive = (line: Line, { named }: Tongue): boolean =>
  line.some(
    (piece) =>
      typeof piece === "object" &&
      (("person" in piece && named?.told.has(piece.person) === true) ||
        ("place" in piece && named?.channels.has(piece.place) === true)),
  );

/** A text object with its channels as links, where nothing else in it could be read as markup. */
export function withChannels(
  line: Line,
  most: number,
  tongue: Tongue,
): PlainText | { readonly type: "mrkdwn"; readonly text: string; readonly verbatim: true } {
  const channelOf = (piece: Piece): string | undefined =>
    typeof piece === "object" && "place" in piece
      ? tongue.named?.channels.get(piece.place)
      : undefined;
  const words = plainLine(line.filter((piece) => channelOf(piece) === undefined));
  const text = line
    .map((piece) => {
      const channel = channelOf(piece);
      return channel === undefined ? plainLine([piece]) : `<#${channel}>`;
    })
    .join("");
  return line.some((piece) => channelOf(piece) !== undefined) &&
    !/[*_~`<>&:\n\\]/.test(words) &&
    text.length <= most
    ? { type: "mrkdwn", text, verbatim: true }
    : plainText(line, most, tongue.t);
}

function rich(piece: Piece, strong: boolean, tongue: Tongue): RichPiece[] {
  const style = strong ? { style: { bold: true as const } } : {};
  if (typeof piece === "string") return [{ type: "text", text: plainLine([piece]), ...style }];
  if ("typed" in piece)
    return [{ type: "text", text: isolated(piece.typed), style: { code: true } }];
  if ("bold" in piece) return piece.bold.flatMap((each) => rich(each, true, tongue));
  if ("said" in piece) return saidPieces(piece.said).map((each) => ({ ...each, ...style }));
  return [{ ...named(piece, tongue), ...style }];
}

function named(piece: Mention | PlaceLink, { named: known }: Tongue): RichPiece {
  const name = { type: "text", text: plainLine([piece]) } as const;
  if ("place" in piece) {
    const channel = known?.channels.get(piece.place);
    return channel === undefined ? name : { type: "channel", channel_id: channel };
  }
  const account = known?.told.get(piece.person);
  if (account === undefined || known?.already.has(piece.person) === true) return name;
  known?.already.add(piece.person);
  return { type: "user", user_id: account };
}

/** Neighbours of one style are one piece; empty ones are refused by Slack. */
function merged(pieces: readonly RichPiece[]): RichPiece[] {
  const out: RichPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.type === "text" && piece.text === "") continue;
    if (
      piece.type === "text" &&
      last?.type === "text" &&
      JSON.stringify(last.style) === JSON.stringify(piece.style)
    )
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
