// A source is set up in the chat: each press asks for something that is done outside of the act, and the message says what came of it. No secret is asked for.
import {
  ask,
  committed,
  correct,
  show,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { FormValues } from "#src/view/form";
import { seenSource, seenSources, type SeenSource, type SyncContext } from "../context.ts";
import { chosenIn, countsForm, detailedIn, detailsForm } from "./counts-form.ts";
import type { Asked as Wanted } from "../model.ts";
import { lacksWon } from "../rules/outcome.ts";
import { sourceCard } from "./source-card.ts";
import { statusCard } from "../status-card.ts";

interface Asked {
  readonly source: string;
}

export async function showStatus(_input: unknown, context: SyncContext): Promise<Answer> {
  const { person, now } = context;
  const sources = await seenSources(context);
  return show(statusCard({ sources, isAdmin: person.admin, now }, context.t));
}

/** The message of its own in which it is set up, as it is now. */
async function noticeOf(seen: SeenSource, context: SyncContext): Promise<Notice> {
  const metrics = await context.stores.setup.metrics();
  const { person, now } = context;
  const card = seen.state?.cardId ?? "";
  return {
    ...context.notify(
      person,
      `source-${card}-${String(seen.state?.version ?? 0)}`,
      (t) => sourceCard({ ...seen, metrics, locale: person.locale, now }, t),
      `sync.source-${card}`,
    ),
    asks: true,
    atOnce: true,
  };
}

export async function openSource({ source }: Asked, context: SyncContext): Promise<Answer> {
  const seen = await seenSource(source, context);
  await context.stores.sync.openAs(seen.source, context.newId(), context.person.id);
  return committed(
    toast(context.t.opened(seen.source)),
    await noticeOf(await seenSource(source, context), context),
  );
}

/** What was asked is under way: its message says so, and is said anew where it is another admin's. */
async function saysNow(source: string, word: Answer, context: SyncContext): Promise<Answer> {
  const seen = await seenSource(source, context);
  return committed(word, await noticeOf(seen, context));
}

export const asks =
  (wanted: Wanted) =>
  async ({ source }: Asked, context: SyncContext): Promise<Answer> => {
    const { offer, state } = await seenSource(source, context);
    if (offer.missing.length > 0) throw new Refusal(context.t.settingsFirst());
    if (wanted !== "test" && !state?.choice) throw new Refusal(context.t.chooseFirst());
    if (state?.by !== context.person.id || state.cardId === null)
      await context.stores.sync.openAs(source, context.newId(), context.person.id);
    await context.stores.sync.askOf(source, wanted, context.person.id);
    return saysNow(source, toast(context.t.atWork(source)), context);
  };

export async function switchSource(
  { source, on }: Asked & { readonly on: boolean },
  context: SyncContext,
): Promise<Answer> {
  const { person, now, stores, t } = context;
  const { state } = await seenSource(source, context);
  if (on && state?.choice && lacksWon(state.choice.counts)) throw new Refusal(t.needsWon());
  if (!(await stores.sync.switchTo(source, on, person.id, now))) throw new Refusal(t.chooseFirst());
  await stores.audit.record({
    act: on ? "sync.on" : "sync.off",
    by: { person: person.id },
    about: null,
    at: now,
    detail: { source },
  });
  return saysNow(source, toast(on ? t.isOnNow(source) : t.isOffNow(source)), context);
}

export async function askWhatCounts({ source }: Asked, context: SyncContext): Promise<Answer> {
  const { state } = await seenSource(source, context);
  const shown = countsForm(source, state, await formParts(context), context.t);
  if (shown === null) throw new Refusal(context.t.testFirst());
  return ask(shown);
}

export async function askDetails({ source }: Asked, context: SyncContext): Promise<Answer> {
  const { state } = await seenSource(source, context);
  const shown = detailsForm(source, state, context.t);
  if (shown === null) throw new Refusal(context.t.chooseFirst());
  return ask(shown);
}

const formParts = async ({ stores, person, organisation }: SyncContext) => ({
  metrics: await stores.setup.metrics(),
  locale: person.locale,
  currency: organisation.currency,
});

type Submitted = { readonly payload: Asked; readonly values: FormValues };

export async function saveWhatCounts(
  { payload: { source }, values }: Submitted,
  context: SyncContext,
): Promise<Answer> {
  const { state } = await seenSource(source, context);
  if (!state) throw new Refusal(context.t.testFirst());
  const chosen = chosenIn(state, values, await formParts(context), context);
  if ("errors" in chosen) return correct(chosen.errors);
  await context.stores.sync.choose(source, chosen.choice, context.person.id);
  await context.stores.sync.setEvery(source, chosen.every);
  return saysNow(source, toast(context.t.chosen()), context);
}

export async function saveDetails(
  { payload: { source }, values }: Submitted,
  context: SyncContext,
): Promise<Answer> {
  const { state } = await seenSource(source, context);
  if (!state) throw new Refusal(context.t.testFirst());
  const chosen = detailedIn(state, values, context);
  if ("errors" in chosen) return correct(chosen.errors);
  await context.stores.sync.choose(source, chosen.choice, context.person.id);
  return saysNow(source, toast(context.t.chosen()), context);
}

/** What their messages do not say yet. */
export async function tellOfSources(context: SyncContext): Promise<readonly Notice[]> {
  const states = await context.stores.sync.tell(context.person.id);
  const seen = await seenSources(context);
  const told = states.flatMap((state) => {
    const one = seen.find((each) => each.source === state.source);
    return one && state.cardId !== null ? [noticeOf({ ...one, state }, context)] : [];
  });
  return Promise.all(told);
}
