// A card within Lark's limits: drawn whole, and if that is too much, again with less of everything until it fits.
import { lastOf } from "#src/language/lists";
import { countElements, type CardJson } from "./card-json.ts";
import { bytesOf, limits, rooms, type Room } from "./limits.ts";

export const fits = (card: CardJson): boolean =>
  bytesOf(card) <= limits.cardBytes && countElements(card) <= limits.elements;

export function fitting(draw: (room: Room) => CardJson): CardJson {
  for (const room of rooms) {
    const card = draw(room);
    if (fits(card)) return card;
  }
  // Nothing of ours is so large: payloads of buttons that alone fill a card. Its words still come.
  const { body, ...rest } = draw(lastOf(rooms));
  const words = body.elements
    .filter((element) => element.tag === "div" || element.tag === "markdown")
    .slice(0, 40);
  return { ...rest, body: { elements: words } };
}
