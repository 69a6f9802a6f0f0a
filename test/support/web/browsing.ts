// A real browser in front of the real server, for tests of the pages.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { startSystem, type System } from "#test/support/story/system";

export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console called an error. */
  readonly complaints: string[];
}

export interface Browsing {
  readonly system: System;
  open(path: string, options?: Parameters<Browser["newContext"]>[0]): Promise<Tab>;
  stop(): Promise<void>;
}

/** Without a network: it is told not to look for anything by itself. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    process.env["CHROMIUM"] ??
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
      existsSync(path),
    );
  if (executablePath === undefined)
    throw new Error(
      "There is no Chromium here. Install one (Debian: apt-get install chromium) or name it: CHROMIUM=/path npm run test:browser",
    );
  return await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

export async function startBrowsing(): Promise<Browsing> {
  const system = await startSystem();
  await system.house.bot.lookOver(0, 1);
  system.house.deliveries.start();
  const server = createServer(getRequestListener(system.routes.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  system.allowedHosts.push(new URL(base).host);
  const browser = await launchBrowser();
  return {
    system,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on(
        "console",
        (message) => message.type() === "error" && complaints.push(message.text()),
      );
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`${base}/as/${path}`);
      return { page, context, complaints };
    },
    async stop() {
      await browser.close();
      await system.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Types a line into the box and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole("textbox").first();
  await box.fill(text);
  await box.press("Enter");
}

/** Where SCREENSHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env["SCREENSHOTS"])
    await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/${name}.png` });
}
