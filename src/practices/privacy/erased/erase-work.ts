// Somebody is erased, outside the act that agreed to it: first what stands in chats, message by message, then everything else at once. Begun
// again it does the same: nothing of it is half done.
import { localDateAt } from "#src/calendar/zones";
import type { ChatAddress } from "#src/ports/chat/chat";
import { withoutButtons, type Card } from "#src/view/card";
import type { PostedMessage, Request } from "../model.ts";
import { formerMember, formerNames, isOnlyAdmin } from "./rules.ts";
import type { RequestParts } from "../work-parts.ts";
import { withoutName } from "./without-name.ts";

/** After so many messages the lease is asked for again. */
const editsTold = 10;

export async function eraseNow(request: Request, parts: RequestParts): Promise<"done" | "not now"> {
  const known = await parts.inStore(async ({ people, privacy }) => {
    const person = await people.person(request.person);
    if (person === null) return null;
    const without = (cards: Parameters<typeof withoutName>[0]) =>
      withoutName(cards, person.name, formerNames);
    return {
      person,
      without,
      organisation: await people.organisation(),
      isOnlyAdmin: isOnlyAdmin(person, await people.directory()),
      posted: await privacy.posted(person.id, person.name, without),
    };
  });
  if (known === null || known.isOnlyAdmin) {
    await parts.inStore(({ privacy }) => privacy.end(request.id, { end: "failed" }));
    return "done";
  }
  const { person, organisation, without, posted } = known;
  if ((await editAll(request, posted, person.locale, parts)) === "not now") return "not now";
  await sayGoodbye(request, person.locale, parts);
  const at = parts.now();
  await parts.inStore(async ({ people, privacy, audit }) => {
    await people.lock([person.id]);
    const by = request.decidedBy === null ? ("operator" as const) : { person: request.decidedBy };
    await people.entitle(person.id, { admin: false, assistant: false }, { by, at });
    await audit.record({ act: "person.erased", by, about: person.id, at, detail: {} });
    const done = await privacy.erase(
      person.id,
      person.name,
      formerMember(organisation, localDateAt(at, organisation.zone)),
      without,
    );
    await privacy.end(request.id, { end: "erased", ...done });
  });
  return "done";
}

async function editAll(
  request: Request,
  posted: readonly PostedMessage[],
  locale: "zh" | "en",
  parts: RequestParts,
): Promise<"done" | "not now"> {
  const from = request.found?.end === "going" ? request.found.done : 0;
  for (const [n, each] of posted.entries()) {
    if (n < from) continue;
    const cards =
      each.cards === null ? [parts.erasing.emptied[locale]] : asEdited(each.to, each.cards);
    const edited = await parts.erasing.edit(each, {
      deliveryId: each.delivery,
      at: each.at ?? parts.now(),
      cards,
    });
    if (edited?.result === "later") {
      await parts.inStore(async ({ privacy }) => {
        await privacy.progress(request.id, { end: "going", done: n, of: posted.length });
        await privacy.later(request.id, edited.afterMs);
      });
      return "not now";
    }
    if (n % editsTold === editsTold - 1)
      await parts.inStore(({ privacy }) =>
        privacy.progress(request.id, { end: "going", done: n + 1, of: posted.length }),
      );
  }
  return "done";
}

/** In somebody's own chat a button may have been pressed by now, of which the message that was sent does not know: it comes back without. */
const asEdited = (to: ChatAddress, cards: readonly Card[]): readonly Card[] =>
  "channel" in to ? cards : cards.map(withoutButtons);

async function sayGoodbye(
  request: Request,
  locale: "zh" | "en",
  parts: RequestParts,
): Promise<void> {
  if (request.account === null) return;
  const to = await parts.addressOf(request.person, request.account);
  if (to !== null)
    await parts.erasing.post(to, {
      deliveryId: request.id,
      at: parts.now(),
      cards: [parts.erasing.gone[locale]],
    });
}
