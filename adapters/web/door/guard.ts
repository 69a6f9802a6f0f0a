// Who may talk to this surface at all: only known hosts (against DNS rebinding), only our own pages may post, only
// holders of the access token where it is set; and what browsers are told never to do with our pages.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { every } from "hono/combine";
import { preferred, refuse } from "./errors.ts";
import { limits } from "../render/limits.ts";
import { renderSignedIn } from "../pages/page.ts";
import { wordsFor, type Site, type Web } from "../web.ts";

export const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** Where a file is dropped: nothing else brings as much. */
const isDrop = (path: string): boolean => /^\/as\/[^/]+(?:\/in\/[^/]+)?\/drop$/u.test(path);

export function guard(web: Web): MiddlewareHandler {
  const words = tooBig(web);
  const file = bodyLimit({
    maxSize: limits.fileBytes + limits.bodyBytes,
    onError: (c) => refuse(web, c, 413, (t) => t.fileTooBig(limits.fileBytes / 1024 / 1024)),
  });
  const within: MiddlewareHandler = (c, next) => (isDrop(c.req.path) ? file : words)(c, next);
  return every(headers, hosts(web), origins(web), token(web), within);
}

/** The same for whoever signs in by a link: no token is known to them, and each page says itself who may post to it. */
export const guardVisits = (site: Site): MiddlewareHandler =>
  every(headers, hosts(site), tooBig(site));

const tooBig = (site: Site): MiddlewareHandler =>
  bodyLimit({
    maxSize: limits.bodyBytes,
    onError: (c) => refuse(site, c, 413, (t) => t.tooBig()),
  });

const headers: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Content-Security-Policy", policy);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "no-referrer");
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
};

function hosts(web: Site): MiddlewareHandler {
  const publicHost = web.publicUrl === undefined ? null : new URL(web.publicUrl).host;
  // Read anew each time: which port it became is known only once the server listens.
  const isAllowed = (host: string): boolean =>
    host === publicHost || web.allowedHosts.some((each) => each.toLowerCase() === host);
  return async (c, next) =>
    isAllowed(hostOf(c))
      ? await next()
      : refuse(
          web,
          c,
          421,
          (t) => t.wrongHost(),
          (t) => t.wrongHostMore(),
        );
}

function origins(web: Web): MiddlewareHandler {
  const publicHost = web.publicUrl === undefined ? null : new URL(web.publicUrl).host;
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return await next();
    const origin = hostOfOrigin(c.req.header("origin"));
    const ours =
      origin === null
        ? c.req.header("sec-fetch-site") === "same-origin"
        : origin === hostOf(c) || origin === publicHost;
    return ours ? await next() : refuse(web, c, 403, (t) => t.wrongOrigin());
  };
}

/** The cookie holds a digest, so that the token itself is in no cookie jar. */
function token(web: Web): MiddlewareHandler {
  const { accessToken } = web;
  if (accessToken === undefined) return async (_c, next) => await next();
  const expected = digest(accessToken);
  return async (c, next) => {
    const cookie = getCookie(c, "pacer_access");
    const asked = c.req.query("token");
    if (asked !== undefined && same(digest(asked), expected)) {
      setCookie(c, "pacer_access", expected, { ...cookies(web), maxAge: 30 * 24 * 3600 });
      // A page and not a redirect: browsers leave Strict cookies out of a redirect that began on another site.
      return c.html(
        renderSignedIn(web, wordsFor(web, { locale: preferred(c), zone: "UTC" }), c.req.path),
      );
    }
    return cookie !== undefined && same(cookie, expected)
      ? await next()
      : refuse(web, c, 401, (t) => t.needsToken());
  };
}

export function cookies(web: Pick<Site, "publicUrl">): {
  httpOnly: true;
  sameSite: "Strict";
  path: "/";
  secure: boolean;
} {
  return {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    secure: web.publicUrl?.startsWith("https:") ?? false,
  };
}

/** Node's server builds the URL from the Host header; the header itself is what was asked for. */
function hostOf(c: Context): string {
  return (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase();
}

function hostOfOrigin(origin: string | undefined): string | null {
  if (origin === undefined) return null;
  return URL.canParse(origin) ? new URL(origin).host : "";
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Digests of one length: compared in constant time. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
