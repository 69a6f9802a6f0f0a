// A file dropped on the page, or chosen there: said like a message, and read by the bot outside of it.
import type { Context } from "hono";
import { html } from "hono/html";
import { answer, keepOnce, shown } from "../send/answer.ts";
import { holdDropped } from "../send/dropped.ts";
import { limits } from "../render/limits.ts";
import { renderToast } from "../render/toast.ts";
import { asViewer, type Viewer } from "../pages/routes.ts";
import { identity, placeIdentity, wordsFor, type Markup, type Web } from "../web.ts";
import { refuse } from "./errors.ts";
import { parseDropped } from "./parse.ts";

export async function takeFile(
  web: Web,
  { persona, channel: shownChannel }: Viewer,
  body: FormData,
): Promise<Markup | null> {
  const dropped = parseDropped(body, () => web.chance.id());
  if (dropped === null) return null;
  const { id, file } = dropped;
  const t = wordsFor(web, persona);
  if (file.size > limits.fileBytes)
    return renderToast(t.fileTooBig(limits.fileBytes / 1024 / 1024), "bad");
  const channel = shownChannel?.channel ?? null;
  const kept = await keepOnce(
    web,
    {
      user: persona.user,
      channel,
      by: "person",
      text: t.dropped(file.name, Math.ceil(file.size / 1024)),
      cards: [],
    },
    id,
  );
  if (kept === null) return null;
  const mine = await shown(web, persona, kept);
  holdDropped(web, id, persona.user, new Uint8Array(await file.arrayBuffer()));
  const dedupeKey = `web:said:${id}`;
  const outcome = await web.bot().receive({
    kind: "said",
    dedupeKey,
    from: identity(persona.user),
    text: "",
    file: { ref: id, name: file.name, bytes: file.size },
    ...(channel === null ? {} : { place: placeIdentity(channel) }),
  });
  const answered = await answer(
    web,
    { persona, channel, key: dedupeKey, origin: null, fromForm: false, fromSaid: true },
    outcome,
  );
  return html`${mine}${answered}`;
}

/** To nobody but whom it was made for. */
export async function giveFile(web: Web, c: Context): Promise<Response> {
  return await asViewer(web, c, async ({ persona }) => {
    const file = web.ready.get(c.req.param("id") ?? "");
    if (file?.user !== persona.user) return await refuse(web, c, 404, (t) => t.fileGone());
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="${encodeURIComponent(file.name)}"`);
    return c.body(Uint8Array.from(file.bytes));
  });
}
