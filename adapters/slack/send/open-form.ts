// A form as a modal; where it cannot be opened in time it waits behind a button, and the next press opens it.
import type { Locale } from "#src/language/text";
import type { BoundAction } from "#src/view/action";
import { button, card, type Card } from "#src/view/card";
import type { Field, Form } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { caught, refusalOf, resultOf } from "./errors.ts";
import { asJson } from "../door/action-codec.ts";
import { renderForm, type Origin, type View } from "../render/form.ts";
import { clientOf, sayPrivately, showCards, type Acting, type AnswerPorts } from "./show-cards.ts";
import { platform, wordsIn } from "../slack.ts";

/** Opens a form that was kept: the adapter's own, known to nobody else. */
export const keptForm = "slack.form";

export async function openForm(
  ports: AnswerPorts,
  acting: Acting,
  form: Form,
  locale: Locale,
): Promise<void> {
  const { triggerId } = acting;
  if (triggerId !== undefined) {
    const client = await clientOf(ports, acting.workspace);
    try {
      await client.views.open({
        trigger_id: triggerId,
        // Blocks are what render/ makes, held to Slack's own limits by its tests; the library's types know fewer kinds of them.
        view: (await renderModal(ports, acting.workspace, form, acting.origin, locale)) as never,
      });
      return;
    } catch (error) {
      // Three seconds were over, or Slack is busy: another press gives another trigger. A form that is wrong stays wrong.
      if (isFault(error))
        return sayPrivately(
          ports,
          acting,
          [card({ title: logFault(ports, error, locale), tone: "bad", quiet: true })],
          locale,
        );
      ports.slack.logger.warn(caught(error), "slack.form_waits");
    }
  }
  await showCards(ports, acting, await formWaits(ports, acting, form, locale), locale);
}

export async function renderModal(
  ports: AnswerPorts,
  workspace: string,
  form: Form,
  origin: Origin,
  locale: Locale,
): Promise<View> {
  const { view, kept } = renderForm(
    await withAccounts(ports, workspace, form),
    { attempt: ports.slack.chance.id(), origin },
    wordsIn(ports.slack, locale),
  );
  await ports.slack.shelf.keep({ platform, workspace }, kept, ports.slack.clock.now());
  return view;
}

/** Slack's own picker shows accounts: whoever is chosen already is shown by theirs here. */
async function withAccounts(ports: AnswerPorts, workspace: string, form: Form): Promise<Form> {
  const accountOf = async (person: string): Promise<readonly string[]> => {
    const account = await ports.slack.bot().accountOf({ platform, workspace }, person);
    return account === null ? [] : [account];
  };
  const fields = form.fields.map(async (field): Promise<Field> => {
    if (!("picks" in field) || field.picks !== "anyone" || !field.initial) return field;
    const chosen = typeof field.initial === "string" ? [field.initial] : field.initial;
    const accounts = (await Promise.all(chosen.map(accountOf))).flat();
    switch (field.field) {
      case "choices":
      case "people":
        return { ...field, initial: accounts };
      case "choice":
      case "person":
        return { ...field, initial: accounts[0] ?? "" };
    }
  });
  return { ...form, fields: await Promise.all(fields) };
}

/** The card with the button that opens it. */
export async function formWaits(
  ports: AnswerPorts,
  { workspace, again }: Pick<Acting, "workspace" | "again">,
  form: Form,
  locale: Locale,
): Promise<readonly Card[]> {
  const t = wordsIn(ports.slack, locale);
  return [
    card({
      title: t.formWaits(plainLine(form.title)),
      buttons: [button(t.openForm(), again ?? (await keepForm(ports, workspace, form)), "primary")],
    }),
  ];
}

async function keepForm(ports: AnswerPorts, workspace: string, form: Form): Promise<BoundAction> {
  const id = `${ports.slack.chance.id()}.form`;
  await ports.slack.shelf.keep(
    { platform, workspace },
    [{ id, what: { form: asJson(form) } }],
    ports.slack.clock.now(),
  );
  return { name: keptForm, version: 1, payload: { id } };
}

function logFault(ports: AnswerPorts, error: unknown, locale: Locale): string {
  const code = ports.slack.chance.code();
  ports.slack.logger.error({ code, ...caught(error) }, "slack.form_refused");
  return wordsIn(ports.slack, locale).broken(code);
}

const expired = new Set([
  "expired_trigger_id",
  "exchanged_trigger_id",
  "trigger_expired",
  "trigger_exchanged",
  "invalid_trigger_id",
]);

/** Whether Slack refused the form for what stands in it: nothing that another press would mend. */
function isFault(error: unknown): boolean {
  const result = resultOf(error);
  return (
    result.result === "final" && result.stops === "content" && !expired.has(refusalOf(error) ?? "")
  );
}
