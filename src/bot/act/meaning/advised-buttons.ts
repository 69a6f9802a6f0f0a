// What an answer advises to type, as buttons: where it was said by a slash command others read along, and a line typed there without the
// command in front is theirs to read. Of a line with something to put in (报‹数字›) the button opens its form, where there is one: nobody means to log 12k of ours.
import { isFor, type Person } from "#src/people/person";
import { normalise } from "#src/language/text";
import { button, type Button, type Card } from "#src/view/card";
import { line, plainLine, typed } from "#src/view/line";
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
  const opened = new Set(reply.cards.flatMap((each) => each.buttons.map(({ act }) => act.name)));
  const asked = new Set(
    [...labels].map((label) => words.recognise(normalise(label))?.command.declaration.name),
  );
  const doing = (text: string): readonly Button[] => {
    const verb = words.recognise(normalise(text));
    if (verb === null || labels.has(text) || !isFor(verb.command.declaration.who, person))
      return [];
    if (verb.rest === "") return [button(typed(text), say({ text }), "quiet")];
    const { name, opens } = verb.command.declaration;
    if (opens === null || opened.has(opens.name) || asked.has(name)) return [];
    opened.add(opens.name);
    return [button(line`${typed(verb.word)}…`, opens, "quiet")];
  };
  const advised = [...new Set(reply.cards.flatMap((each) => typedIn(each)))]
    .flatMap(doing)
    .slice(0, mostAdvised);
  if (advised.length === 0) return reply;
  const shown = { ...last, buttons: [...last.buttons, ...advised] };
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
