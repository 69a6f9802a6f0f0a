// The story in a real browser, against the real server: what is typed, pressed and seen, with the keyboard too.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { say, shoot, startBrowsing, type Browsing } from "#test/support/web/browsing";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.stop());
const open: Browsing["open"] = (...asked) => browsing.open(...asked);

describe("the playground in a browser", () => {
  it("answers a log with value, percent, time gone, need per workday and buttons, by keyboard alone", async () => {
    const { page, context, complaints } = await open("linxiao");
    await say(page, "回款12万 仁济医院");
    const card = page.locator(".msg .card").last();
    await card.getByText("今天 +12万").waitFor();
    const words = await card.innerText();
    for (const part of ["达成率", "时间进度", "每个工作日还需", "撤销", "更正"])
      expect(words).toContain(part);
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
    await dialog.getByText("I can't read this as an amount").waitFor();
    await dialog.getByLabel(/Amount/).fill("6k");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("→ €6k").first().waitFor();
    await context.close();
  });

  it("brings a proposal to the other person's open page by itself", async () => {
    const rep = await open("wanglei");
    const manager = await open("zhoulan");
    await say(manager.page, "定目标 拜访 20 12月31日前 给@王磊");
    await manager.page.getByRole("button", { name: /提给王磊确认/ }).click();
    await rep.page
      .getByText(/周岚.*目标/)
      .first()
      .waitFor();
    await rep.context.close();
    await manager.context.close();
  });

  it("takes what is said in a channel to everybody's open page, and answers a command in the own chat", async () => {
    const rep = await open("linxiao/in/team");
    const other = await open("maya/in/team");
    const manager = await open("zhoulan");
    await say(rep.page, "早上好！");
    await other.page.getByText("早上好！").waitFor();
    await manager.page.locator("#unread-in-team:not([hidden])").waitFor();
    await rep.page.getByRole("textbox").first().fill("@领");
    await rep.page.getByRole("option", { name: "@领跑" }).waitFor();
    await say(rep.page, "@领跑 电话3");
    await other.page.getByText("@领跑 电话3").waitFor();
    await other.page.locator(".receipt").waitFor();
    expect(await other.page.locator(".receipt").count()).toBe(1);
    await rep.page.locator("#unread-linxiao:not([hidden])").waitFor();
    expect(await rep.page.locator("#stream .card").count()).toBe(0);
    await rep.page.getByRole("link", { name: /林晓/ }).click();
    await rep.page.getByText("今天 +3通").first().waitFor();
    expect([...rep.complaints, ...other.complaints, ...manager.complaints]).toEqual([]);
    for (const each of [rep, other, manager]) await each.context.close();
  });

  it.each([
    ["light", { colorScheme: "light", viewport: { width: 1280, height: 820 } }],
    ["dark", { colorScheme: "dark", viewport: { width: 1280, height: 820 } }],
    ["phone", { colorScheme: "light", viewport: { width: 375, height: 780 }, hasTouch: true }],
  ] as const)("fits the page: %s", async (name, options) => {
    for (const path of ["renke", "renke/in/team"]) {
      const { page, context, complaints } = await open(path, options);
      if (path === "renke") {
        await say(page, "goals");
        await page.locator(".msg .card").last().waitFor();
      }
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
      expect(complaints).toEqual([]);
      await shoot(page, `${name}-${path.replaceAll("/", "-")}`);
      await context.close();
    }
  });

  it("opens one menu of a list at a time, closes it by Escape, and when one of its buttons is pressed", async () => {
    const { page, context, complaints } = await open("renke");
    await say(page, "history");
    const menus = page.locator(".msg").last().locator(".menu");
    await menus.first().waitFor();
    await menus.nth(0).locator("summary").click();
    await menus.nth(3).locator("summary").click();
    expect(await page.locator(".menu[open]").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.locator(".menu[open]").count()).toBe(0);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("SUMMARY");
    await page.keyboard.press("Enter");
    await menus.nth(3).getByRole("button", { name: "Correct" }).click();
    await page.locator("#dialogs dialog").waitFor();
    expect(await page.locator(".menu[open]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll("\u00a0", " ");

describe("the clock in a browser", () => {
  it("plays what is due on its way: the page hears of it, others' unread counts move, and the aside follows", async () => {
    const { page, context, complaints } = await open("linxiao", {
      viewport: { width: 1280, height: 820 },
    });
    expect(await text(page, "#outlook")).toContain("11月16日（周一） 09:00");
    await page.getByRole("button", { name: "到周一 09:00" }).click();
    await page.getByText("新的一周，最要紧的三件事是什么？").waitFor();
    await page.locator("#unread-chenjing:not([hidden])").waitFor();
    await page.getByText("现在是 2026年11月16日（周一）09:00。").waitFor();
    expect(await page.locator("#unread-renke:not([hidden])").count()).toBe(0);
    await expect.poll(() => text(page, "#outlook")).not.toContain("11月16日（周一） 09:00");
    const foot = page.locator(".card.foot").last();
    expect(
      await page.evaluate(
        "(({ borderTopWidth, boxShadow }) => [borderTopWidth, boxShadow])(getComputedStyle(document.querySelector('.card.foot')))",
      ),
    ).toEqual(["0px", "none"]);
    for (const button of await foot.getByRole("button").all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(34);
    await shoot(page, "foot-light");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ["dark", { colorScheme: "dark", viewport: { width: 1280, height: 820 } }, 34],
    ["phone", { colorScheme: "light", viewport: { width: 375, height: 780 }, hasTouch: true }, 44],
  ] as const)("shows the foot small and easy to hit: %s", async (name, options, target) => {
    const { page, context } = await open("linxiao", options);
    const foot = page.locator(".card.foot").last();
    await foot.waitFor();
    for (const button of await foot.getByRole("button").all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(target);
    expect(
      await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      ),
    ).toBe(0);
    await shoot(page, `foot-${name}`);
    await context.close();
  });

  it.each([
    ["linxiao", 390, 844],
    ["renke", 360, 640],
  ])(
    "leaves the stream of %s its room on a phone of %i x %i: home and channel are one tap away in at most 120 pixels",
    async (who, width, height) => {
      const { page, context } = await open(who, { viewport: { width, height }, hasTouch: true });
      expect((await page.locator("main").boundingBox())!.y).toBeLessThanOrEqual(120);
      for (const place of [page.locator(".to-home"), page.locator(".channel").first()]) {
        const box = (await place.boundingBox())!;
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.height).toBeGreaterThanOrEqual(44);
      }
      await page.locator(".to-home").click();
      await page.waitForURL("**/home");
      expect((await page.locator("main").boundingBox())!.y).toBeLessThanOrEqual(120);
      await context.close();
    },
  );

  it("starts the page with its header, whatever is drawn beside it", async () => {
    for (const path of ["linxiao", "linxiao/home"]) {
      const { page, context } = await open(path, { viewport: { width: 1280, height: 820 } });
      const top = (await page.locator(".top").boundingBox())!;
      expect(top.y).toBe(0);
      expect(top.height).toBeGreaterThan(40);
      await context.close();
    }
  });

  it("unfolds what comes by itself on a phone's home page", async () => {
    const { page, context } = await open("renke/home", {
      viewport: { width: 375, height: 780 },
      hasTouch: true,
    });
    const first = page.locator("#outlook li").first();
    expect(await first.isVisible()).toBe(false);
    expect(await text(page, "#outlook-next")).toMatch(/^next \w{3} \d/);
    await page.getByText("Scheduled for you").click();
    await first.waitFor();
    await shoot(page, "outlook-phone");
    await context.close();
  });

  it("stays busy on a way of three weeks, shows how far it has come, and arrives", async () => {
    const { page, context, complaints } = await open("renke", {
      viewport: { width: 1280, height: 820 },
    });
    const before = await text(page, "#clock");
    const monday = page.getByRole("button", { name: "To Monday 09:00" });
    await monday.evaluate((each) => each.setAttribute("value", "2026-12-07T09:00:00+01:00"));
    await monday.click();
    expect(await monday.getAttribute("aria-busy")).toBe("true");
    await expect.poll(() => text(page, "#clock"), { timeout: 50_000 }).not.toBe(before);
    expect(await text(page, "#clock")).not.toContain("Mon 7 Dec");
    await expect.poll(() => monday.getAttribute("aria-busy"), { timeout: 50_000 }).toBeNull();
    expect(await text(page, "#clock")).toBe("Mon 7 Dec 2026, 09:00 Berlin");
    await expect.poll(() => page.locator("#stream .card.foot").count()).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
