// `export my data` 导出我的数据: all that is kept about whoever asks, as a file in their own chat; and what its message says meanwhile.
import { say } from "#src/bot/declare/actions";
import { committed, nothing, show, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { button, card, softText, text, type Card } from "#src/view/card";
import type { PrivacyContext } from "../context.ts";
import type { PrivacyMessages } from "../messages/en.ts";
import type { Request, RequestId } from "../model.ts";

export async function askForExport(_input: unknown, context: PrivacyContext): Promise<Answer> {
  const { stores, person, now, account, t } = context;
  if (account === null) throw new Refusal(t.askInChat());
  const id = context.newId() as RequestId;
  const asked = await stores.privacy.askExport({ id, person: person.id, account, at: now });
  if (asked !== "asked")
    throw new Refusal(asked === "going" ? t.exportGoing() : t.erasingAlready());
  const begun: Pick<Request, "id" | "version" | "account" | "found"> = {
    id,
    version: 0,
    account,
    found: null,
  };
  return committed(nothing(), noticeOf(begun, context));
}

/** At once and in the chat where it was asked: they wait for it. */
export function noticeOf(
  request: Pick<Request, "id" | "version" | "account" | "found">,
  context: PrivacyContext,
): Notice {
  const { id, version, account, found } = request;
  return {
    ...context.notify(
      context.person,
      `privacy-${id}-${String(version)}`,
      (t) => exportCard(found, t),
      `privacy.request-${id}`,
    ),
    asks: true,
    atOnce: true,
    ...(account === null ? {} : { through: account }),
  };
}

export function exportCard(found: Request["found"], t: PrivacyMessages): Card {
  switch (found?.end) {
    case undefined:
      return card({ title: t.collecting(), sees: t.onlyYou() });
    case "going":
      return card({
        title: t.collecting(),
        body: [softText(t.soFar(found.done, found.of))],
        sees: t.onlyYou(),
      });
    case "sent":
      return card({
        title: t.exported(found.entries),
        tone: "good",
        body: [softText(t.exportedMore())],
        sees: t.onlyYou(),
      });
    case "not sent":
      return card({ title: t.notExported(found.why), tone: "warning" });
    case "erased":
    case "declined":
    case "taken back":
    case "failed":
      return card({
        title: t.exportFailed(),
        tone: "warning",
        buttons: [button(t.askAgain(), say({ text: t.exportWords() }))],
      });
  }
}

/** 导出 alone: figures, or what is kept about oneself. */
export const whichExport = (_input: unknown, { t }: PrivacyContext): Answer => show(whichCard(t));

export const whichCard = (t: PrivacyMessages): Card =>
  card({
    title: t.whichExport(),
    body: [text(t.whichMore())],
    buttons: [
      button(t.figures(), say({ text: t.figuresWords() })),
      button(t.exportMine(), say({ text: t.exportWords() })),
    ],
  });
