// What people typed, as Slack's own client would show it: addresses that can be opened and emoji by their names. The words stay as typed;
// an address says where it goes, since it is its own words.
import { isolated } from "#src/language/bidi";
import { webAddressesIn } from "#src/language/typed/web-addresses";

export type SaidPiece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "link"; readonly url: string; readonly text: string }
  | { readonly type: "emoji"; readonly name: string };

/** A name of Slack's, or of the workspace's own: never figures alone, as in 10:30:45, nor within a word. */
const shortcode =
  /(?<![\p{L}\p{N}:]):(?=[a-z0-9_+'-]*[a-z])([a-z0-9_+'-]{1,80}):(?![\p{L}\p{N}:])/gu;

export const hasEmoji = (text: string): boolean => text.search(shortcode) >= 0;

export function saidPieces(text: string): readonly SaidPiece[] {
  // Within an isolate nothing is taken apart: its pieces would be turned one by one.
  if (isolated(text) !== text) return [{ type: "text", text: isolated(text) }];
  const pieces: SaidPiece[] = [];
  let from = 0;
  for (const { at, url } of webAddressesIn(text)) {
    pieces.push(...withEmoji(text.slice(from, at)), { type: "link", url, text: url });
    from = at + url.length;
  }
  return [...pieces, ...withEmoji(text.slice(from))];
}

function withEmoji(text: string): readonly SaidPiece[] {
  const pieces: SaidPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(shortcode)) {
    pieces.push({ type: "text", text: text.slice(from, index) }, { type: "emoji", name });
    from = index + whole.length;
  }
  return [...pieces, { type: "text", text: text.slice(from) }];
}
