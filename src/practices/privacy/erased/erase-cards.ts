// What is said about deleting somebody's data: what would come of it, who is asked, and what they said.
import { say } from "#src/bot/declare/actions";
import { button, card, quote, rows, softText, text, type Card, type Element } from "#src/view/card";
import { form, longTextField, type Form } from "#src/view/form";
import { said } from "#src/view/line";
import { agreeErase, askErase, declineErase, sendDecline, takeEraseBack } from "../actions.ts";
import type { PrivacyMessages } from "../messages/en.ts";
import type { Erasing, Request, RequestId } from "../model.ts";

const planRows = (plan: readonly Erasing[], t: PrivacyMessages): Element =>
  rows(plan.map((each) => ({ line: t.topicName(each.topic), soft: t.erasing(each) })));

export const askCard = (plan: readonly Erasing[], t: PrivacyMessages): Card =>
  card({
    title: t.eraseTitle(),
    tone: "warning",
    body: [text(t.eraseWhat()), planRows(plan, t), softText(t.eraseRest())],
    buttons: [
      button(t.exportMine(), say({ text: t.exportWords() })),
      button(t.eraseAsk(), askErase({}), "primary"),
    ],
    sees: t.onlyYou(),
  });

export const askedCard = ({ dueOn }: Pick<Request, "dueOn">, t: PrivacyMessages): Card =>
  card({
    title: t.eraseAsked(),
    tone: "info",
    body: [dueOn === null ? undefined : text(t.eraseDue(dueOn))],
    buttons: [
      button(t.exportMine(), say({ text: t.exportWords() })),
      button(t.takeBack(), takeEraseBack({}), "quiet"),
    ],
    sees: t.onlyYou(),
  });

export const requestCard = (
  { id, dueOn, name }: Pick<Request, "id" | "dueOn"> & { readonly name: string },
  plan: readonly Erasing[],
  t: PrivacyMessages,
): Card =>
  card({
    title: t.asksErase(name),
    tone: "warning",
    body: [
      dueOn === null ? undefined : text(t.decideBy(dueOn)),
      planRows(plan, t),
      softText(t.eraseRest()),
    ],
    buttons: [
      button(t.agree(), agreeErase({ request: id }), "primary"),
      button(t.decline(), declineErase({ request: id })),
    ],
    sees: t.decidersSee(),
  });

export const decidedCard = (
  how: "agreed" | "declined" | "taken back",
  name: string | null,
  t: PrivacyMessages,
): Card => card({ title: t.decided(how, name), tone: how === "agreed" ? "good" : "plain" });

export const declinedCard = (by: string, why: string, t: PrivacyMessages): Card =>
  card({
    title: t.declinedTo(by),
    body: [quote(said(why)), softText(t.mayComplain())],
    sees: t.onlyYou(),
  });

export const overdueCard = (
  who: readonly string[],
  dueOn: Parameters<PrivacyMessages["notDecided"]>[0],
  t: PrivacyMessages,
): Card =>
  card({ title: t.notDecided(dueOn), body: [text(t.waitsFor(who)), softText(t.mayComplain())] });

export const goneCard = (t: PrivacyMessages): Card =>
  card({ title: t.goneTitle(), body: [text(t.goneMore())] });

export const emptyCard = (t: PrivacyMessages): Card => card({ title: t.emptied(), quiet: true });

export const declineForm = (
  request: RequestId,
  name: string,
  most: number,
  t: PrivacyMessages,
): Form =>
  form({
    title: t.declineTitle(),
    fields: [longTextField("why", t.why(), { required: true, max: most })],
    submit: t.send(),
    act: sendDecline({ request }),
    sees: t.declineSees(name),
  });
