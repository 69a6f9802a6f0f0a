// A browser of somebody's, without a screen: it keeps its cookies, follows links and sends forms, as pages of ours are visited.
import { parse, type HTMLElement } from "node-html-parser";
import { sql } from "drizzle-orm";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { System } from "#test/support/story/system";
import { trimmed, visibleText } from "./reading.ts";

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly html: HTMLElement;
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Visiting {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Seen>;
  /** The page of a link, and its one form sent. */
  signIn(path: string): Promise<Seen>;
  /** Presses what is on that page, as its script does. */
  press(page: Seen, base: string, label: string): Promise<Seen>;
}

export const host = "pacer.example.com";

export function browser(system: Pick<System, "routes">): Visiting {
  const cookies = new Map<string, string>();
  async function ask(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await system.routes.request(`https://${host}${path}`, {
      ...init,
      headers: { host, ...(cookie === "" ? {} : { cookie }), ...init.headers },
    });
    for (const each of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === "" || /max-age=0/i.test(each)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = parse(await response.text());
    return {
      status: response.status,
      headers: response.headers,
      html,
      text: visibleText(html.querySelector("body") ?? html),
      buttons: html.querySelectorAll("button").map(trimmed),
    };
  }
  const post: Visiting["post"] = (path, fields, headers = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    async signIn(path) {
      const page = await ask(path, {});
      const nonce = page.html.querySelector('[name="nonce"]')?.getAttribute("value") ?? "";
      return post(path, { nonce });
    },
    press(page, base, label) {
      const button = page.html
        .querySelectorAll("button[data-press]")
        .find((each) => trimmed(each) === label);
      if (button === undefined) throw new Error(`no button ${label} among ${page.buttons.join()}`);
      const message = button.closest("[data-message]");
      return post(
        `${base}/press`,
        {
          version: message?.getAttribute("data-version") ?? "",
          button: button.getAttribute("data-press") ?? "",
          act: button.getAttribute("data-act") ?? "",
        },
        fragmentOf(page),
      );
    },
  };
}

/** As the script of that page sends. */
export const fragmentOf = (page: Seen): Record<string, string> => ({
  "x-pacer": "fragment",
  "x-pacer-token": page.html.querySelector("body")?.getAttribute("data-token") ?? "",
});

/** The newest link that anybody was given, below the address. */
export async function lastLink(system: System): Promise<string> {
  const [row] = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
    execute<{ id: string }>(tx, sql`select id from page_link order by id desc limit 1`),
  );
  const path = system.house.bot.pathOf({
    label: [],
    organisation: playgroundOrganisation,
    link: row!.id,
  });
  return path!;
}
