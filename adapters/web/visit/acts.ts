// What is pressed and sent on a visitor's page. Nothing is stored for them here: a button brings what it does, as a form always has, and
// right and payload are looked at again; what comes of it stands above the page until the next answer.
import { html } from "hono/html";
import { z } from "zod";
import type { Outcome } from "#src/bot/declare/incoming";
import type { ChatIdentity } from "#src/people/person";
import { anyPayload } from "#src/view/action";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { buttonPath } from "../door/action-codec.ts";
import { json, parseSubmission } from "../door/parse.ts";
import type { OutlookReader } from "../pages/upcoming.ts";
import { renderCards } from "../render/card.ts";
import { general, renderError, renderForm } from "../render/form.ts";
import { renderLine } from "../render/line.ts";
import { renderToast } from "../render/toast.ts";
import { renderErrors } from "../send/answer.ts";
import { wordsFor, type Markup, type Site } from "../web.ts";

/** Who acts, and as whom they read the answer. */
export interface Actor {
  readonly account: ChatIdentity;
  readonly reader: OutlookReader;
}

const press = z.object({
  version: z.string().max(100),
  button: buttonPath,
  act: json.pipe(z.object({ name: z.string(), version: z.int(), payload: anyPayload })),
});

/** Null for what cannot be read. `base`: the page it was done on. */
export async function pressed(
  site: Site,
  actor: Actor,
  base: string,
  body: FormData,
): Promise<Markup | null> {
  const read = press.safeParse(Object.fromEntries(body));
  if (!read.success) return null;
  const { version, button, act } = read.data;
  const outcome = await site.bot().receive({
    kind: "pressed",
    // One picture of the page is pressed once.
    dedupeKey: `page:${version}:${button}`,
    from: actor.account,
    ...act,
  });
  return answer(site, actor, { base, fromForm: false }, outcome);
}

export async function submitted(
  site: Site,
  actor: Actor,
  base: string,
  body: FormData,
): Promise<Markup | null> {
  const read = parseSubmission(body);
  if (read === null) return null;
  const { act, attempt, values } = read;
  const outcome = await site.bot().receive({
    kind: "submitted",
    dedupeKey: `page:form:${attempt}`,
    from: actor.account,
    ...act,
    values,
  });
  return answer(site, actor, { base, fromForm: true }, outcome);
}

function answer(
  site: Site,
  { reader }: Actor,
  { base, fromForm }: { readonly base: string; readonly fromForm: boolean },
  outcome: Outcome,
): Markup {
  const t = wordsFor(site, reader);
  switch (outcome.outcome) {
    case "show":
    case "replace":
      return renderAnswer(site, outcome.cards, site.chance.id(), t);
    case "ask":
      return renderForm(
        outcome.form,
        { action: `${base}/submit`, attempt: site.chance.id(), origin: "" },
        t,
      );
    case "correct":
      return renderErrors(outcome.errors, t);
    case "toast":
      if (plainLine(outcome.line) === "") return html``;
      return fromForm && outcome.tone === "bad"
        ? renderError(general, outcome.line, t)
        : renderToast(renderLine(outcome.line, t), outcome.tone);
    case "delivered":
      return renderToast(t.answeredInChat(), "info");
    case "ignored":
      return html``;
    case "stranger":
      return renderToast(t.stranger(), "bad");
  }
}

/** What came of the last act; without one an empty place where it is announced. */
export function renderAnswer(
  site: Site,
  cards: readonly Card[],
  rendering: string,
  t: ReturnType<typeof wordsFor>,
): Markup {
  const shown = cards.filter((each) => each.page === undefined);
  return html`<section id="answer" class="answer home" aria-live="polite" aria-label="${t.answerHere()}" data-message="answer" data-version="${rendering}">${shown.length === 0 ? "" : html`<h2 class="unseen">${t.answerHere()}</h2>`}${renderCards(shown, t, "not kept")}</section>`;
}
