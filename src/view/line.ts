// A line of what the bot says, as pieces of plain data. A plain string in it is literal: no adapter may ever
// read markup out of it, so nobody can forge a mention, a link or a bold line by typing one. Nor can words from right to left turn
// what stands around them: here they become a piece of their own, and whoever shows a piece shows it isolated.
import { isolated } from "#src/language/bidi";
import { beforeName } from "#src/language/lists";
import type { Locale } from "#src/language/text";
import { gapBetween, unbroken } from "./spacing.ts";

/** Text typed by a person, shown as typed. Apart from that it reads like a plain string. */
export interface Said {
  readonly said: string;
}
export interface Bold {
  readonly bold: Line;
}
/**
 * A person of our directory to whom a post in a place is addressed: their platform tells them of it, once and in their work hours. Wherever
 * that cannot be it reads as their name. `since`: when it was first said, where it may be said again.
 */
export interface Mention {
  readonly person: string;
  readonly name: string;
  readonly since?: string;
}
/** A place of ours, which can be opened from here on the platform it is on; elsewhere it reads as its name. */
export interface PlaceLink {
  readonly place: string;
  readonly name: string;
}
/** Something to type, e.g. a command in a hint. */
export interface Typed {
  readonly typed: string;
}

export type Piece = string | Said | Bold | Mention | PlaceLink | Typed;
export type Line = readonly Piece[];
export type Lineish = Piece | Line;

export const said = (text: string): Said => ({ said: text });
export const typed = (text: string): Typed => ({ typed: text });
export const bold = (...content: Lineish[]): Bold => ({ bold: content.flatMap(toLine) });
export const mention = (person: { id: string; name: string; since?: Date | null }): Mention => ({
  person: person.id,
  name: person.name,
  ...(person.since ? { since: person.since.toISOString() } : {}),
});
export const placeLink = (place: { id: string; name: string }): PlaceLink => ({
  place: place.id,
  name: place.name,
});

export function toLine(value: Lineish): Line {
  if (isLine(value)) return value;
  return [typeof value === "string" && isolated(value) !== value ? said(value) : value];
}

/**
 * Tagged template: line`${amount} added for ${date}`. Neighbouring strings are joined, empty ones dropped; where Chinese meets a
 * name or a figure in other letters, a space comes between.
 */
export function line(strings: TemplateStringsArray, ...values: Lineish[]): Line {
  return joined(
    strings.flatMap((text, i) => {
      const value = values[i];
      return value === undefined ? [text] : [text, ...toLine(value)];
    }),
  );
}

/** Lines put one behind the other with a separator between those that are not empty. */
export function joinLines(lines: readonly Line[], separator: string): Line {
  const full = lines.filter((each) => each.length > 0);
  return joined(full.flatMap((each, i) => (i === 0 ? each : [separator, ...each])));
}

/** Names in a sentence. */
export const joinNames = (names: readonly Line[], locale: Locale): Line =>
  joined(names.flatMap((each, i) => [beforeName(i, names.length, locale), ...each]));

/** What the line reads as without any markup: for tests, logs of the demo, push texts, screen readers. */
export function plainLine(content: Line): string {
  return content.map(plainPiece).join("");
}

export function mapStrings(content: Line, change: (text: string) => string): Line {
  return content.map((piece) => {
    if (typeof piece === "string") return change(piece);
    if ("bold" in piece) return { bold: mapStrings(piece.bold, change) };
    return piece;
  });
}

/** With figures and their units kept together, for where lines wrap. */
export const unbrokenLine = (content: Line): Line => mapStrings(content, unbroken);

function plainPiece(piece: Piece): string {
  if (typeof piece === "string") return isolated(piece);
  if ("said" in piece) return isolated(piece.said);
  if ("typed" in piece) return isolated(piece.typed);
  if ("bold" in piece) return plainLine(piece.bold);
  return isolated(piece.name);
}

function joined(pieces: readonly Piece[]): Line {
  const out: Piece[] = [];
  const add = (text: string): void => {
    const last = out.at(-1);
    if (typeof last === "string") out[out.length - 1] = last + text;
    else out.push(text);
  };
  for (const piece of pieces) {
    if (piece === "") continue;
    const last = out.at(-1);
    if (last !== undefined && gapBetween(bareText(last), bareText(piece)) !== "") add(" ");
    if (typeof piece === "string") add(piece);
    else out.push(piece);
  }
  return out;
}

/** Its text without anything around it: what stands at its ends. */
function bareText(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("said" in piece) return piece.said;
  if ("typed" in piece) return piece.typed;
  if ("bold" in piece) return piece.bold.map(bareText).join("");
  return piece.name;
}

function isLine(value: Lineish): value is Line {
  return Array.isArray(value);
}
