// Step 5, last in the transaction: what others are told, whose reminders change, and that this event was carried out.
import type { PersonId } from "#src/people/person";
import type { BotPorts } from "../bot-ports.ts";
import type { Answer, Reply } from "../declare/answer.ts";
import type { AfterRights } from "../members/after-rights.ts";
import { withinBundle } from "../remind/bundled-message.ts";
import type { Planner } from "../remind/plan.ts";
import type { ActContext } from "./context.ts";
import type { Notifier } from "./notify.ts";
import { actKey, type Opened } from "./open.ts";
import type { Registry } from "../declare/registry.ts";
import { begunBy, carrying } from "../begun-by.ts";

export interface RecordParts {
  readonly registry: Registry;
  readonly notifier: Notifier;
  readonly planner: Planner;
  readonly afterRights: AfterRights;
}

export function createRecord(
  { registry, notifier, planner, afterRights }: RecordParts,
  { clock, meter }: Pick<BotPorts, "clock" | "meter">,
) {
  return async function record({ key, event, act }: Opened, answer: Answer): Promise<Reply> {
    const { person, stores } = act;
    const said = begunBy(event);
    const reply = await withinBundle(
      event,
      said === null ? answer.reply : carrying(answer.reply, said, registry),
      person,
      stores.nudges,
    );
    const told = await notifier.tell([...answer.also, ...(await afterRights(act))], key, act);
    // Before anything of theirs is written: whoever composes for one of them just now is waited for here.
    const held = told.flatMap((each) =>
      each.notBefore !== null && "person" in each.to ? [each.to.person] : [],
    );
    await stores.plans.lock([...answer.plans, ...held]);
    const handled = answer.stored
      ? {
          key,
          person: person.id,
          at: clock.now(),
          reply,
          begunBy: said === null || event.kind === "said" ? null : actKey(person.id, said),
        }
      : null;
    const deliveries = [...told, ...notifier.spoken(event, reply, person)];
    if (handled || deliveries.length > 0) await stores.acts.record(handled, deliveries);
    if (answer.plans.length > 0) await planAgain(answer.plans, act);
    for (const reason of answer.suppressed) meter.suppressed(reason);
    return reply;
  };

  async function planAgain(people: readonly PersonId[], { stores }: ActContext): Promise<void> {
    for (const id of [...new Set(people)].toSorted()) {
      const planned = await stores.people.acting(id);
      if (planned) await planner.plan({ ...planned, stores }, clock.now());
    }
  }
}
