// What a browser keeps of a session, and what its pages send back so that nobody else's page can act in their name.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { cookies } from "../door/guard.ts";
import type { Site } from "../web.ts";

const sessionCookie = "pacer_session";
/** Given with the page of a link: whoever sends that page's form has it. */
const linkCookie = "pacer_link";
const linkSeconds = 600;

export const sessionIn = (c: Context): string | null => getCookie(c, sessionCookie) ?? null;

/** Lax, and not Strict: a link in a chat to one's own page is followed from another site. */
export function keepSession(site: Site, c: Context, cookie: string, until: Date): void {
  const seconds = Math.floor((until.getTime() - site.clock.now().getTime()) / 1000);
  setCookie(c, sessionCookie, cookie, {
    ...cookies(site),
    sameSite: "Lax",
    maxAge: Math.max(0, seconds),
  });
}

export const dropSession = (site: Site, c: Context): void =>
  void deleteCookie(c, sessionCookie, { path: "/", secure: cookies(site).secure });

export function keepLink(site: Site, c: Context, nonce: string): void {
  setCookie(c, linkCookie, nonce, { ...cookies(site), path: "/", maxAge: linkSeconds });
}

/** Whether the form is that of a page this browser was given. */
export const sentFromLink = (c: Context, nonce: unknown): boolean =>
  isSame(getCookie(c, linkCookie), nonce);

/** Stands in every page of a session, and nowhere another site can read it. */
export const tokenFor = (cookie: string): string =>
  createHash("sha256").update(`page ${cookie}`).digest("base64url");

export const sentFromPage = (cookie: string, token: unknown): boolean =>
  isSame(tokenFor(cookie), token);

function isSame(one: string | undefined, other: unknown): boolean {
  if (one === undefined || typeof other !== "string") return false;
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
