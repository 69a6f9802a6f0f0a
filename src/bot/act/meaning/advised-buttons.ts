// What an answer advises to type, as buttons: where it was said by a slash command others read along, and a line typed there without the
// command in front is theirs to read. Examples with figures stay words: nobody means to log 12k of ours.
import { isFor, type Person } from "#src/people/person";
import { normalise } from "#src/language/text";
import { button, type Card } from "#src/view/card";
import { plainLine, typed } from "#src/view/line";
import { say } from "../../declare/actions.ts";
import type { Reply } from "../../declare/answer.ts";
import type { UserEvent } from "../../declare/incoming.ts";
import type { Registry } from "../../declare/registry.ts";

const mostAdvised = 3;

/** The last card of the answer gets a button for each verb it advises; one that stands on a button already needs none. */
export function pressable(
  reply: Reply,
  event: UserEvent,
  person: Person,
  { words }: Pick<Registry, "words">,
): Reply {
  if (event.kind !== "said" || event.direct !== true) return reply;
  if (reply.reply !== "show" && reply.reply !== "replace") return reply;
  const last = reply.cards.at(-1);
  if (last === undefined) return reply;
  const labels = new Set(reply.cards.flatMap(labelsIn));
  const isVerb = (text: string): boolean => {
    const verb = words.recognise(normalise(text));
    return verb !== null && verb.rest === "" && isFor(verb.command.declaration.who, person);
  };
  const advised = [...new Set(reply.cards.flatMap((each) => typedIn(each)))]
    .filter((text) => !labels.has(text) && isVerb(text))
    .slice(0, mostAdvised);
  if (advised.length === 0) return reply;
  const buttons = advised.map((text) => button(typed(text), say({ text }), "quiet"));
  const shown = { ...last, buttons: [...last.buttons, ...buttons] };
  return { ...reply, cards: [...reply.cards.slice(0, -1), shown] };
}

/** Every line to type in what a card says; its buttons do it themselves. */
function typedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typedIn);
  if (typeof value !== "object" || value === null) return [];
  if ("typed" in value && typeof value.typed === "string") return [value.typed];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "buttons" || key === "act" ? [] : typedIn(each),
  );
}

const labelsIn = (card: Card): readonly string[] =>
  card.buttons.map((each) => plainLine(each.label));
