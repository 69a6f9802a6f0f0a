// What is advised to type, in an answer to the slash command: with the command in front, since without it a channel would read it.
import type { Card } from "#src/view/card";

/** Every line to type in it but the labels of buttons: those do it themselves. */
export const underCommand = (cards: readonly Card[], command: string): readonly Card[] =>
  // A card is plain data, and stays one of the same shape.
  cards.map((card) => within(card, command) as Card);

function within(value: unknown, command: string): unknown {
  if (Array.isArray(value)) return value.map((each) => within(each, command));
  if (typeof value !== "object" || value === null) return value;
  if ("typed" in value && typeof value.typed === "string")
    return value.typed.startsWith("/") ? value : { typed: `${command} ${value.typed}` };
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "buttons" || key === "act" ? each : within(each, command),
    ]),
  );
}
