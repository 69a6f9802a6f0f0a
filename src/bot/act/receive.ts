// The life of one act, step by step: resolve, open, interpret, dispatch, record, respond. Each step is a file beside this one.
import { StoresBusy, StoresUnreached, type KernelStores } from "#src/ports/stores";
import type { BotPorts } from "../bot-ports.ts";
import type { Reply } from "../declare/answer.ts";
import { Refusal } from "../declare/errors.ts";
import type { Outcome, UserEvent } from "../declare/incoming.ts";
import { offerOfSetup } from "../members/first-contact/offer-setup.ts";
import type { ActContext, Contexts } from "./context.ts";
import type { Actor } from "./directory-lookup.ts";
import { createDispatch } from "./dispatch.ts";
import { createInterpret } from "./interpret.ts";
import { open, type Opened } from "./open.ts";
import { pressable } from "./meaning/advised-buttons.ts";
import { createRecord, type RecordParts } from "./record.ts";
import { asWhoever, resolve, type Resolved } from "./resolve.ts";
import { createExcuses, outcomeOf } from "./respond.ts";

export interface ActParts extends RecordParts {
  readonly contexts: Contexts;
}

/** What is answered, and to whom. */
interface Answered {
  readonly act: Pick<ActContext, "person">;
  readonly reply: Reply;
}

export function createReceive(
  parts: ActParts,
  ports: BotPorts,
): (event: UserEvent) => Promise<Outcome> {
  const { registry, contexts, notifier } = parts;
  const interpret = createInterpret(registry, contexts, ports.clock);
  const dispatch = createDispatch(contexts);
  const record = createRecord(parts, ports);
  const { excuse, excuseInBoth } = createExcuses(ports);

  return (event) =>
    asWhoever(event.from, ports.stores.routing, (who) => receiveFrom(who, event)).catch(
      (error: unknown) => excuseInBoth(error, event),
    );

  async function receiveFrom(who: Actor | null, event: UserEvent): Promise<Outcome> {
    const resolved = await resolve(event, who, registry, ports);
    if (!resolved) return { outcome: "stranger" };
    let begun: Opened | null = null;
    const attempt = (): Promise<Answered> =>
      inTransaction(resolved, async (stores) => {
        // Whom the database's own second try finds counts, and not whom the first one did.
        begun = null;
        const opened = (begun = await open(event, resolved, stores, ports));
        return { act: opened.act, reply: opened.earlier ?? (await carryOut(opened)) };
      });
    try {
      const { act, reply } = await attempt().catch((error: unknown) => onceMore(error, attempt));
      ports.wake();
      return outcomeOf(event, pressable(reply, event, act.person, registry), act, false);
    } catch (error) {
      const { act, reply } = await apologise(error, begun, event, resolved);
      ports.wake();
      return outcomeOf(event, pressable(reply, event, act.person, registry), act, true);
    }
  }

  async function carryOut(opened: Opened): Promise<Reply> {
    const { act, event, learnt } = opened;
    if (act.person.leftOn !== null) throw new Refusal(contexts.house(act).left());
    const reply = await record(opened, await dispatch(await interpret(event, act), act));
    await learnt?.keep(act.stores);
    const offer = offerOfSetup(event, act.person, act.organisation, registry, ports);
    if (offer) await act.stores.acts.record(null, [offer]);
    return reply;
  }

  /** In a transaction of its own: of what failed nothing is left. Throws the error on where nobody could be found to apologise to. */
  async function apologise(
    error: unknown,
    opened: Opened | null,
    event: UserEvent,
    resolved: Resolved,
  ): Promise<Answered> {
    const act = opened?.act ?? (error instanceof StoresBusy ? await whoActs(resolved) : null);
    if (!act) throw error;
    const reply = excuse(error, contexts.house(act), event.kind);
    const excuses = notifier.spoken(event, reply, act.person);
    const learnt = opened?.learnt ?? null;
    if (excuses.length > 0 || learnt)
      await inTransaction(resolved, async (stores) => {
        await stores.acts.record(null, excuses);
        await learnt?.keep(stores);
      });
    return { act, reply };
  }

  /** Who acts, where their row could not be locked in time. */
  function whoActs(resolved: Resolved) {
    const { person } = resolved.who;
    return inTransaction(resolved, ({ people }) => people.acting(person)).catch(() => null);
  }

  function inTransaction<T>(
    { who }: Resolved,
    work: (stores: KernelStores) => Promise<T>,
  ): Promise<T> {
    return ports.stores.inOrganisation(who.organisation, work);
  }
}

/** Where the database went away: whatever was stored then is found under its key, or may stand there though it cannot be asked for. */
async function onceMore<T>(error: unknown, attempt: () => Promise<T>): Promise<T> {
  if (!(error instanceof StoresUnreached)) throw error;
  return attempt().catch((second: unknown) =>
    Promise.reject(second instanceof StoresBusy ? error : second),
  );
}
