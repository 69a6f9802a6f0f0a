// What a browser gets when something is refused or broke: a toast where our script asked, a page where a person did.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "#src/language/text";
import { renderNotice } from "../pages/page.ts";
import { renderToast } from "../render/toast.ts";
import type { WebMessages } from "../messages/index.ts";
import { wordsFor, type Site } from "../web.ts";

/** Our script says so when it can put a fragment in its place. */
export const wantsFragment = (c: Context): boolean => c.req.header("x-pacer") === "fragment";

export async function refuse(
  web: Site,
  c: Context,
  status: ContentfulStatusCode,
  say: (t: WebMessages) => string,
  more?: (t: WebMessages) => string,
): Promise<Response> {
  const t = wordsFor(web, { locale: preferred(c), zone: "UTC" });
  return await c.html(
    wantsFragment(c) ? renderToast(say(t), "bad") : renderNotice(web, t, say(t), more?.(t)),
    status,
  );
}

/** Anything nobody expected: a short code for the person, the cause for the log. */
export async function failed(web: Site, error: unknown, c: Context): Promise<Response> {
  const code = web.chance.code();
  web.logger.error({ code, error, path: c.req.routePath }, "web.failed");
  return await refuse(web, c, 500, (t) => t.failed(code));
}

/** Before we know who it is, the browser's own language decides. */
export function preferred(c: Context): Locale {
  return /^\s*zh\b/i.test(c.req.header("accept-language") ?? "") ? "zh" : "en";
}
