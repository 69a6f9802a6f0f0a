// Which message of a person's own an act goes back to. The buttons of a question that it raised carry its key, so that what a later press
// stores is found with it when the message is edited or deleted.
import type { BoundAction } from "#src/view/action";
import { changeActs } from "#src/view/card";
import { say } from "./declare/actions.ts";
import type { Reply } from "./declare/answer.ts";
import type { UserEvent } from "./declare/incoming.ts";
import type { Registry } from "./declare/registry.ts";

/** Beside the payload's own fields, which no handler reads. */
const field = "said";
/** Where a platform's button holds less than a payload with it, its adapter keeps the whole beside the message. */
const longestKey = 300;

/** The key it was said with; null for what nobody said in their own chat, or of what is not known. */
export function begunBy(event: UserEvent): string | null {
  if (event.kind === "said") return event.place === undefined ? event.dedupeKey : null;
  if (event.kind !== "pressed" && event.kind !== "submitted") return null;
  const { payload } = event;
  const said: unknown =
    typeof payload === "object" && payload !== null
      ? Object.entries(payload).find(([name]) => name === field)?.[1]
      : null;
  return typeof said === "string" && said !== "" && said.length <= longestKey ? said : null;
}

/** The reply, with that key on everything that goes on with what was said. */
export function carrying(reply: Reply, said: string, registry: Registry): Reply {
  const stamped = (act: BoundAction): BoundAction => {
    const { payload } = act;
    const isOpen = typeof payload === "object" && payload !== null && !Array.isArray(payload);
    return isOpen && goesOn(act, registry)
      ? { ...act, payload: { ...payload, [field]: said } }
      : act;
  };
  if (reply.reply === "ask")
    return { ...reply, form: { ...reply.form, act: stamped(reply.form.act) } };
  return reply.reply === "show" || reply.reply === "replace"
    ? { ...reply, cards: reply.cards.map((each) => changeActs(each, stamped)) }
    : reply;
}

const goesOn = ({ name }: BoundAction, registry: Registry): boolean =>
  name === say.action ||
  (registry.pressed(name) ?? registry.submitted(name))?.declaration.action.goesOn === true;
