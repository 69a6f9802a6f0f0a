// The browser's part in a test: asks the real routes, reads the real HTML, keeps the open dialog and places what comes
// back by the same rules as adapters/web/assets/playground.js.
import type { Hono } from "hono";
import { parse, type HTMLElement } from "node-html-parser";
import { randomUUID } from "node:crypto";
import {
  printScreen,
  type ChatScreen,
  type Screen,
  type Surface,
} from "#test/support/story/surface";
import { readForm, readHome, readMessages, trimmed, visibleText, type Filled } from "./reading.ts";

export interface WebSurfaceOptions {
  readonly routes: Pick<Hono, "request">;
  /** Waits until every delivery has arrived. */
  readonly settle: () => Promise<void>;
  /** Another one whenever anything was written: what is asked for again while nothing was is not asked for again. */
  readonly stamp?: () => Promise<string>;
  readonly host?: string;
  /** Behind the person's own path: `/in/team` for a channel. */
  readonly room?: string;
}

interface Window {
  dialog: HTMLElement | null;
  /** What was typed into the dialog's fields, by name. */
  filled: Filled;
  toast: string | null;
}

interface Looked {
  readonly html: HTMLElement;
  /** As it was when the page had been read: reading marks what was read. */
  readonly stamp: string;
}

export function createWebSurface({
  routes,
  settle,
  stamp,
  host = "localhost",
  room = "",
}: WebSurfaceOptions): Surface {
  const windows = new Map<string, Window>();
  const looked = new Map<string, Looked>();

  let settledAt: string | null = null;

  /** Everything is delivered; where nothing was written since it was, there is nothing to do. Returns the stamp, where there is one. */
  async function settled(): Promise<string | null> {
    if (stamp === undefined) await settle();
    else if ((await stamp()) !== settledAt) {
      await settle();
      settledAt = await stamp();
    }
    return settledAt;
  }

  /** As it stands now, everything delivered: read anew unless nothing at all was written since it was last read. */
  async function look(what: string, read: () => Promise<HTMLElement>): Promise<HTMLElement> {
    const known = looked.get(what);
    if (known !== undefined && (await settled()) === known.stamp) return known.html;
    await settled();
    const html = await read();
    if (stamp !== undefined) looked.set(what, { html, stamp: (settledAt = await stamp()) });
    return html;
  }
  const windowOf = (user: string): Window => {
    const open = windows.get(user) ?? { dialog: null, filled: {}, toast: null };
    windows.set(user, open);
    return open;
  };

  const page = (user: string): Promise<HTMLElement> => look(`page ${user}`, () => readPage(user));
  const stream = (user: string): Promise<HTMLElement> =>
    look(`stream ${user}`, () => readStream(user));

  async function readPage(user: string): Promise<HTMLElement> {
    const response = await routes.request(`http://${host}/as/${encodeURIComponent(user)}${room}`);
    const html = await response.text();
    if (response.status !== 200)
      throw new Error(`${user} gets ${response.status}: ${visibleText(parse(html))}`);
    return parse(html);
  }

  async function post(
    user: string,
    path: string,
    body: URLSearchParams | FormData,
  ): Promise<HTMLElement> {
    const response = await routes.request(
      `http://${host}/as/${encodeURIComponent(user)}${room}/${path}`,
      {
        method: "POST",
        headers: {
          origin: `http://${host}`,
          "x-pacer": "fragment",
          ...(body instanceof FormData
            ? {}
            : { "content-type": "application/x-www-form-urlencoded" }),
        },
        body: body instanceof FormData ? body : body.toString(),
      },
    );
    const fragment = parse(await response.text());
    await settled();
    return fragment;
  }

  function place(open: Window, fragment: HTMLElement): void {
    const dialog = fragment.querySelector('[data-place="dialog"]');
    if (dialog !== null) Object.assign(open, { dialog, filled: readForm(dialog).filled });
    for (const error of fragment.querySelectorAll('[data-place="error"]'))
      open.dialog?.querySelector(`[id="${error.id}"]`)?.replaceWith(error);
    const toast = fragment.querySelector('[data-place="toast"]');
    open.toast = toast === null ? null : visibleText(toast);
  }

  async function screen(user: string): Promise<Screen> {
    const html = await page(user);
    const { dialog, filled, toast } = windowOf(user);
    return {
      messages: readMessages(html).map((each) => each.seen),
      home: readHome(html),
      form: dialog === null ? null : readForm(dialog, filled).seen,
      toast,
    };
  }

  /** What an open page is sent when it connects: the newest messages, as they stand. */
  async function readStream(user: string): Promise<HTMLElement> {
    const leaving = new AbortController();
    const response = await routes.request(
      `http://${host}/as/${encodeURIComponent(user)}${room}/events`,
      { signal: leaving.signal },
    );
    if (response.status !== 200 || response.body === null)
      throw new Error(`${user} gets ${response.status}`);
    // Unread counts come first; the messages come in one event with the clock.
    let text = "";
    let found: string | undefined;
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      text += part;
      found = text
        .split("\n\n")
        .slice(0, -1)
        .find((event) => event.includes('id="clock"'));
      if (found !== undefined) break;
    }
    leaving.abort();
    const stream = (found ?? "").replaceAll(/^(?:event: fragment|data: ?)/gm, "");
    return parse(`<div id="stream">${stream}</div>`);
  }

  async function chat(user: string): Promise<ChatScreen> {
    const html = await stream(user);
    const { dialog, filled, toast } = windowOf(user);
    return {
      messages: readMessages(html).map((each) => each.seen),
      form: dialog === null ? null : readForm(dialog, filled).seen,
      toast,
    };
  }

  /** Newest first, then the home, which is asked for only where no message has the button. */
  function buttonIn(html: HTMLElement, label: string, nth: number) {
    const places = [
      ...html.querySelectorAll(".msg").toReversed(),
      ...html.querySelectorAll("#home"),
    ];
    const found = places
      .map((each) => ({
        each,
        buttons: each
          .querySelectorAll("button[data-press]")
          .filter((button) => trimmed(button) === label),
      }))
      .find(({ buttons }) => buttons.length > 0);
    const button = found?.buttons[nth];
    return found === undefined || button === undefined ? null : { place: found.each, button };
  }

  async function missing(user: string, what: string): Promise<Error> {
    return new Error(`${what} is not on ${user}'s screen:\n${printScreen(await screen(user))}`);
  }

  async function submit(user: string): Promise<void> {
    const open = windowOf(user);
    if (open.dialog === null) throw await missing(user, "a form");
    for (const error of open.dialog.querySelectorAll(".error")) error.setAttribute("hidden", "");
    const body = new URLSearchParams();
    for (const input of open.dialog.querySelectorAll("input[type=hidden]"))
      body.append(input.getAttribute("name") ?? "", input.getAttribute("value") ?? "");
    for (const [name, values] of Object.entries(open.filled))
      for (const value of values) body.append(`field.${name}`, value);
    const fragment = await post(user, "submit", body);
    if (fragment.querySelector('[data-place="error"], .toast.bad') === null) open.dialog = null;
    place(open, fragment);
  }

  return {
    chat,
    screen,
    atHome: async (user) => (await screen(user)).home,
    async say(user, text) {
      const open = windowOf(user);
      open.dialog = null;
      place(open, await post(user, "say", new URLSearchParams({ id: randomUUID(), text })));
    },
    async fileFor(user) {
      const link = (await stream(user)).querySelectorAll("a[download]").at(-1);
      if (link === undefined) return null;
      const response = await routes.request(`http://${host}${link.getAttribute("href")}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async drop(user, name, bytes) {
      const open = windowOf(user);
      open.dialog = null;
      const body = new FormData();
      body.append("id", randomUUID());
      body.append("file", new File([Uint8Array.from(bytes)], name));
      place(open, await post(user, "drop", body));
    },
    async press(user, label, nth = 0) {
      const open = windowOf(user);
      if (open.dialog !== null && visibleText(open.dialog.querySelector("[type=submit]")) === label)
        return await submit(user);
      const found =
        buttonIn(await stream(user), label, nth) ?? buttonIn(await page(user), label, nth);
      if (found === null)
        throw await missing(user, `button (${label})${nth > 0 ? ` number ${nth}` : ""}`);
      const { place: origin, button } = found;
      open.dialog = null;
      const names = {
        message: origin.getAttribute("data-message"),
        version: origin.getAttribute("data-version"),
        button: button.getAttribute("data-press"),
        print: button.getAttribute("data-print"),
      };
      place(
        open,
        await post(
          user,
          "press",
          new URLSearchParams({ ...(names as Record<string, string>), click: randomUUID() }),
        ),
      );
    },
    async fill(user, values) {
      const open = windowOf(user);
      if (open.dialog === null) throw await missing(user, "a form");
      const read = readForm(open.dialog, open.filled);
      for (const [asked, value] of Object.entries(values)) {
        const chosen = read.choose(asked, typeof value === "string" ? [value] : value);
        if (chosen === null) throw await missing(user, `field ${asked} with ${String(value)}`);
        open.filled = { ...open.filled, ...chosen };
      }
      await submit(user);
    },
    async close() {
      windows.clear();
    },
  };
}
