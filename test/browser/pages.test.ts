// Somebody's own page and their team's in a real browser: signed in by a link with the keyboard alone, read in every light, found without
// fault by axe-core, and closed to whoever has no business there.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "#test/support/web/axe";
import { say, shoot, startBrowsing, type Browsing, type Tab } from "#test/support/web/browsing";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(async () => {
  await browsing.stop();
  expect(browsing.system.errors).toEqual([]);
});

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 860 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 860 } },
  phone: { colorScheme: "light", viewport: { width: 375, height: 780 }, hasTouch: true },
} as const;

/** Where Tab leads, until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate("document.activeElement.innerText?.trim() ?? ''");
    if (focused === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Signed in with a link from their chat. */
async function signedIn(
  user: string,
  words: string,
  options: Parameters<Browsing["open"]>[1] = looks.light,
): Promise<Tab> {
  const tab = await browsing.open(user, options);
  await say(tab.page, words);
  await tab.page.locator(".msg:last-child a.btn").waitFor();
  await tab.page.locator("a.btn").last().click();
  await tab.page.locator(".sign-in button").click();
  await tab.page.waitForURL(/\/me$/);
  return tab;
}

const overflow = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Labels of a drawing that cover one another, or stick out of the window. */
const clashes = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll(".plot")].filter((each) => each.checkVisibility()).flatMap((plot) => {
    const boxes = [...plot.querySelectorAll("text")].map((each) => [each.textContent, each.getBoundingClientRect()]);
    const out = boxes.filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([text]) => text + " is cut");
    const over = boxes.flatMap(([text, a], i) => boxes.slice(i + 1).filter(([, b]) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2).map(([other]) => text + " covers " + other));
    return [...out, ...over];
  })`);

describe("signing in", () => {
  it("takes the keyboard alone, from the link to what is logged and said on the page", async () => {
    const { page, context, complaints } = await browsing.open("linxiao", looks.light);
    await say(page, "登录");
    await page.locator("a.btn", { hasText: "打开我的页面" }).waitFor();
    await page.evaluate("document.activeElement.blur()");
    await tabTo(page, "打开我的页面");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "以林晓的身份登录？" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await shoot(page, "sign-in-light");
    await tabTo(page, "登录");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "我的页面" }).waitFor();
    await tabTo(page, "报数");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("G1 回款").focus();
    await page.keyboard.press("Space");
    await dialog.getByLabel("数字").focus();
    await page.keyboard.type("很多");
    await page.keyboard.press("Enter");
    await dialog.getByText("没看懂").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel("数字").fill("3万");
    await page.keyboard.press("Enter");
    await page.locator("#answer", { hasText: "+3万" }).waitFor();
    await page.locator("#home", { hasText: "70.5万" }).waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("answer");
    await shoot(page, "answered-light");
    await tabTo(page, "撤销");
    await page.keyboard.press("Enter");
    await page.locator("#home", { hasText: "67.5万" }).waitFor();
    expect(complaints).toEqual([]);
    await page.locator(".account summary").click();
    await page.getByRole("button", { name: "退出登录", exact: true }).click();
    await page.getByText("已退出登录。").waitFor();
    await context.close();
  });

  it("does what was pressed before the page's script had come, once it has", async () => {
    const { page, context } = await signedIn("linxiao", "登录");
    let come = () => {};
    const waits = new Promise<void>((resolve) => (come = resolve));
    await page.route("**/assets/playground.js", async (route) => {
      await waits;
      await route.continue();
    });
    await page.goto(page.url(), { waitUntil: "commit" });
    await page.getByRole("button", { name: "报数" }).first().click();
    come();
    await page.getByRole("dialog").getByLabel("G1 回款").waitFor();
    await context.close();
  });

  it("is refused in one sentence when the link is over, and when it was used", async () => {
    const { page, context } = await signedIn("maya", "sign in");
    const used = await browsing.open("maya", looks.light);
    await used.page.locator("a.btn").last().click();
    await used.page.getByText("This link has been used already.").waitFor();
    expect(await violationsOn(used.page)).toEqual([]);
    await used.page.goBack();
    await say(used.page, "my page");
    await used.page.locator(".msg:last-child a.btn").waitFor();
    const { clock } = browsing.system;
    await clock.moveTo(new Date(clock.now().getTime() + 10 * 60_000));
    await used.page.locator("a.btn").last().click();
    await used.page.getByText("This link has run out").waitFor();
    await used.context.close();
    await context.close();
    expect(page.isClosed()).toBe(true);
  });
});

describe("a page", () => {
  it.each(Object.entries(looks))("of a manager and their team is whole: %s", async (name, look) => {
    const { page, context, complaints } = await signedIn("zhoulan", "我的页面", look);
    await page.getByRole("heading", { name: "先看谁" }).waitFor();
    for (const path of ["me", "team"]) {
      if (path === "team") await page.locator(".tab").nth(1).click();
      await page.getByRole("heading", { name: "和计划比" }).waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await clashes(page)).toEqual([]);
      expect(await violationsOn(page)).toEqual([]);
      if (process.env["SCREENSHOTS"])
        await page.screenshot({
          path: `${process.env["SCREENSHOTS"]}/${path}-manager-${name}.png`,
          fullPage: true,
        });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("of a team is not there for a rep, who has one of their own", async () => {
    const manager = await signedIn("zhoulan", "登录");
    const path = await manager.page.locator(".tab").nth(1).getAttribute("href");
    const { page, context } = await signedIn("linxiao", "登录", looks.phone);
    expect(await overflow(page)).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await shoot(page, "me-rep-phone");
    await page.goto(new URL(path!, page.url()).href);
    await page.getByText("没有你能看的这个页面。").waitFor();
    await page.getByRole("link", { name: "回到我的页面" }).click();
    await page.getByRole("heading", { name: "我的页面" }).waitFor();
    await context.close();
    await manager.context.close();
  });

  it("of the playground has no fault either, with a conversation beside the home", async () => {
    for (const look of [looks.light, looks.dark]) {
      const { page, context } = await browsing.open("zhoulan", look);
      await say(page, "团队目标");
      await page.locator(".msg .card").last().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await context.close();
    }
  });
});
