// Cards as somebody on Slack gets them: in the answer to what they did where Slack takes that, else in their own chat.
import type { Locale } from "#src/language/text";
import type { BoundAction } from "#src/view/action";
import { card, withPage, type Card } from "#src/view/card";
import { plainLine, type Line } from "#src/view/line";
import type { Client } from "./clients.ts";
import { renderCards, type Rendered } from "../render/card.ts";
import type { Origin } from "../render/form.ts";
import { plainNames } from "../render/line.ts";
import { blocksOf, channelsOf, shownAs, withNatives, type Sender } from "./send.ts";
import { platform, wordsIn, type Slack } from "../slack.ts";

/** What every answer needs. */
export interface AnswerPorts {
  readonly slack: Slack;
  readonly sender: Sender;
}

/** Who acted, where, and what may still be done about it. */
export interface Acting {
  readonly workspace: string;
  readonly user: string;
  /** Opens one modal, within three seconds. */
  readonly triggerId?: string | undefined;
  readonly origin: Origin;
  /** What to do again when the modal could not be opened in time; without it the form itself is kept. */
  readonly again: BoundAction | null;
  /** The Home tab has no messages to answer. */
  readonly atHome?: boolean;
}

const responseTimeoutMs = 5_000;

export async function clientOf(ports: AnswerPorts, workspace: string): Promise<Client> {
  const client = await ports.slack.clients.of(workspace);
  if (!client) throw new Error("the app is not installed there");
  return client;
}

export async function renderAndKeep(
  ports: AnswerPorts,
  workspace: string,
  cards: readonly Card[],
  locale: Locale,
  { most, native = false }: { readonly most?: number; readonly native?: boolean } = {},
): Promise<Rendered> {
  const channels = await channelsOf(ports.slack, workspace, cards);
  const { hrefOf } = ports.slack.bot();
  const made = renderCards(
    cards.map((each) => withPage(each, hrefOf)),
    ports.slack.chance.id(),
    wordsIn(ports.slack, locale),
    { ...(most === undefined ? {} : { most }), native, named: { ...plainNames, channels } },
  );
  await ports.slack.shelf.keep({ platform, workspace }, made.kept, ports.slack.clock.now());
  return made;
}

export async function showCards(
  ports: AnswerPorts,
  acting: Acting,
  cards: readonly Card[],
  locale: Locale,
): Promise<void> {
  if (cards.length === 0) return;
  const { workspace } = acting;
  if (isOwnChat(acting) || acting.atHome)
    return withNatives(ports.slack, workspace, cards, async (native) =>
      postToOwnChat(
        ports,
        acting,
        await renderAndKeep(ports, workspace, cards, locale, { native }),
      ),
    );
  const made = await renderAndKeep(ports, workspace, cards, locale);
  if (!(await respond(acting.origin.responseUrl, ephemeral(made))))
    await postToOwnChat(ports, acting, made);
}

export async function replaceCard(
  ports: AnswerPorts,
  acting: Acting,
  cards: readonly Card[],
  locale: Locale,
): Promise<void> {
  const { channel, ts, responseUrl } = acting.origin;
  const made = await renderAndKeep(ports, acting.workspace, cards, locale);
  // By the press's own address first: nothing else changes an ephemeral message, and chat.update is let in fifty times a minute only.
  if (await respond(responseUrl, { ...ephemeral(made), replace_original: true })) return;
  if (channel !== undefined && ts !== undefined) {
    const client = await clientOf(ports, acting.workspace);
    const done = await client.chat
      .update({
        channel,
        ts,
        text: made.text,
        blocks: blocksOf(made.blocks),
        parse: "none",
        link_names: false,
      })
      .then(
        () => true,
        () => false,
      );
    if (done) return;
  }
  await postToOwnChat(ports, acting, made);
}

export async function sayToast(
  ports: AnswerPorts,
  acting: Acting,
  line: Line,
  locale: Locale,
): Promise<void> {
  if (plainLine(line) !== "")
    await sayPrivately(ports, acting, [card({ title: line, quiet: true })], locale);
}

/** A passing word: for them alone, and gone when they come back. */
export async function sayPrivately(
  ports: AnswerPorts,
  acting: Acting,
  cards: readonly Card[],
  locale: Locale,
): Promise<void> {
  const made = await renderAndKeep(ports, acting.workspace, cards, locale);
  if (!(await respond(acting.origin.responseUrl, ephemeral(made))))
    await postToOwnChat(ports, acting, made);
}

/** False when Slack did not take it: it is good for half an hour and five answers. */
async function respond(url: string | undefined, body: object): Promise<boolean> {
  if (url === undefined) return false;
  const signal = AbortSignal.timeout(responseTimeoutMs);
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
    redirect: "error",
  }).catch(() => null);
  return response?.ok === true;
}

async function postToOwnChat(
  ports: AnswerPorts,
  acting: Pick<Acting, "workspace" | "user">,
  made: Rendered,
): Promise<void> {
  const client = await clientOf(ports, acting.workspace);
  const channel = ports.sender.ownChat(acting.workspace, acting.user);
  await client.chat.postMessage({
    channel,
    ...shownAs(made),
    unfurl_links: false,
    unfurl_media: false,
  });
}

const isOwnChat = ({ origin }: Acting): boolean => origin.channel?.startsWith("D") === true;

const ephemeral = (made: Rendered) => ({
  response_type: "ephemeral",
  replace_original: false,
  text: made.text,
  blocks: made.blocks,
});
