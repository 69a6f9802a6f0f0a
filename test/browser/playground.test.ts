// The story in a real browser, against the real server: what is typed, pressed and seen, with the keyboard too.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync } from "node:fs";
import { getRequestListener } from "@hono/node-server";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/system";

const executablePath = process.env["CHROMIUM"] ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (executablePath === undefined) throw new Error("There is no Chromium here. Install one (Debian: apt-get install chromium) or name it: CHROMIUM=/path npm run test:browser");

let system: System;
let server: Server;
let browser: Browser;
let base: string;

beforeAll(async () => {
  system = await startSystem();
  server = createServer(getRequestListener(system.routes.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  system.allowedHosts.push(new URL(base).host);
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] });
});
afterAll(async () => {
  await browser.close();
  await system.stop();
  server.closeAllConnections();
  server.close();
});

async function open(user: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${base}/as/${user}`);
  return { page, context, complaints };
}

async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole("textbox").first();
  await box.fill(text);
  await box.press("Enter");
}

describe("the playground in a browser", () => {
  it("answers a log with value, percent, time gone, need per workday and buttons, by keyboard alone", async () => {
    const { page, context, complaints } = await open("linxiao");
    await say(page, "回款12万 仁济医院");
    const card = page.locator(".msg .card").last();
    await card.getByText("今天 +12万").waitFor();
    const words = await card.innerText();
    for (const part of ["达成率", "时间进度", "每个工作日还需", "撤销", "更正"]) expect(words).toContain(part);
    await page.getByRole("textbox").first().press("ArrowUp");
    expect(await page.getByRole("textbox").first().inputValue()).toBe("回款12万 仁济医院");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("corrects an entry in a dialog and shows the error beside the field", async () => {
    const { page, context } = await open("renke");
    await say(page, "log 5k G7");
    await page.getByRole("button", { name: "Correct" }).last().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Amount/).fill("around five");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("I cannot read this as an exact amount").waitFor();
    await dialog.getByLabel(/Amount/).fill("6k");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("became €6k").first().waitFor();
    await context.close();
  });

  it("brings a proposal to the other person's open page by itself", async () => {
    const rep = await open("maya");
    const manager = await open("zhoulan");
    await say(manager.page, "goal new demos 20 by 12-31 for @maya");
    await manager.page.getByRole("button", { name: /发给Maya Collins确认/ }).click();
    await rep.page.getByText("周岚 proposes a goal to you").waitFor();
    await rep.context.close();
    await manager.context.close();
  });

  it.each([
    ["light", { colorScheme: "light", viewport: { width: 1280, height: 820 } }],
    ["dark", { colorScheme: "dark", viewport: { width: 1280, height: 820 } }],
    ["phone", { colorScheme: "light", viewport: { width: 375, height: 780 }, hasTouch: true }],
  ] as const)("fits the page: %s", async (name, options) => {
    const { page, context, complaints } = await open("renke", options);
    await say(page, "goals");
    await page.locator(".msg .card").last().waitFor();
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
    if (process.env["SCREENSHOTS"]) await page.screenshot({ path: `${process.env["SCREENSHOTS"]}/${name}.png` });
    await context.close();
  });
});
