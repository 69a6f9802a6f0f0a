// The forms of the coaching week in a real browser: filled, refused beside the field, mended, sent, and seen from the other chair.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { say, shoot, startBrowsing, type Browsing } from "#test/support/web/browsing";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(async () => {
  await browsing.stop();
  expect(browsing.system.errors).toEqual([]);
});

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 820 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 820 } },
  phone: { colorScheme: "light", viewport: { width: 375, height: 780 }, hasTouch: true },
} as const;

const dialogOf = (page: Page) => page.getByRole("dialog");
const overflow = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** The dialog is inside the window, nothing in it sticks out, and every field has a name. */
async function fits(page: Page): Promise<void> {
  expect(await overflow(page)).toBe(0);
  expect(
    await page.evaluate(
      "(() => { const d = document.querySelector('dialog[open]'); const b = d.getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight && d.scrollWidth <= d.clientWidth; })()",
    ),
  ).toBe(true);
  for (const field of await dialogOf(page)
    .locator("input:not([type=hidden]), textarea, select")
    .all())
    expect(
      await field.evaluate(
        "(each) => [...each.labels].map((label) => label.innerText.trim()).join('')",
      ),
    ).not.toBe("");
}

describe("the check-in", () => {
  it("is refused beside its field, mended, sent, and read by the manager with its blocker to answer", async () => {
    const rep = await browsing.open("linxiao", looks.light);
    const manager = await browsing.open("zhoulan", looks.light);
    await say(rep.page, "周报");
    const dialog = dialogOf(rep.page);
    await dialog.getByLabel("本周要事 1").fill("把仁济医院签下来");
    await dialog.getByLabel("本周预计：G1 回款").fill("很多");
    await dialog.getByLabel("卡住的事").fill("法务的合同还没回来 <b>&amp;");
    await dialog.getByLabel("做得好的").fill("老客户介绍了两家");
    await dialog.getByRole("button", { name: "发出" }).click();
    await dialog.getByText("没看懂这个数字").waitFor();
    expect(await dialog.getByLabel("本周要事 1").inputValue()).toBe("把仁济医院签下来");
    expect(await dialog.getByLabel("本周预计：G1 回款").getAttribute("aria-invalid")).toBe("true");
    await fits(rep.page);
    await shoot(rep.page, "checkin-error-light");
    await dialog.getByLabel("本周预计：G1 回款").fill("18万");
    await dialog.getByRole("button", { name: "发出" }).click();
    await rep.page.getByText("周报已发出").waitFor();
    expect(await dialogOf(rep.page).count()).toBe(0);
    await shoot(rep.page, "checkin-sent-light");
    await say(manager.page, "团队周报");
    await manager.page.getByText("林晓：法务的合同还没回来 <b>&amp;").waitFor();
    await manager.page.getByRole("button", { name: "我来处理" }).last().click();
    await rep.page.getByText("周岚来处理你卡住的事").waitFor();
    await manager.page.getByRole("button", { name: "查看周报" }).last().click();
    await manager.page.getByText("老客户介绍了两家").waitFor();
    await shoot(manager.page, "checkin-read-light");
    expect([...rep.complaints, ...manager.complaints]).toEqual([]);
    for (const each of [rep, manager]) await each.context.close();
  });
});

describe("praise", () => {
  it("is refused beside its field, mended, sent, and stands in the team's channel and with the receiver, who has a +1 from a third", async () => {
    const giver = await browsing.open("zhoulan", looks.dark);
    const receiver = await browsing.open("linxiao", looks.dark);
    const channel = await browsing.open("maya/in/team", looks.dark);
    await say(giver.page, "表扬");
    await giver.page.getByRole("button", { name: "表扬同事" }).last().click();
    const dialog = dialogOf(giver.page);
    await dialog.getByRole("button").last().waitFor();
    await dialog.getByRole("button", { name: "表扬", exact: true }).click();
    const refused = dialog.locator(".error:not([hidden])");
    await refused.first().waitFor();
    expect(await refused.allInnerTexts()).toEqual([
      "这一项要填。",
      "这一项要填。",
      "请修改标出的内容。",
    ]);
    await fits(giver.page);
    await shoot(giver.page, "praise-error-dark");
    await dialog.getByLabel("林晓").check();
    await dialog.getByLabel("做了什么？").fill("一个电话签下大单 *!*");
    await dialog.getByRole("button", { name: "表扬", exact: true }).click();
    await giver.page.getByText("已发到").first().waitFor();
    await receiver.page.getByText("一个电话签下大单 *!*").first().waitFor();
    await channel.page.getByText("一个电话签下大单 *!*").first().waitFor();
    await channel.page
      .locator(".card")
      .getByRole("button", { name: "赞一个 · +1", exact: true })
      .click();
    await channel.page
      .locator(".card")
      .getByRole("button", { name: "赞一个 · +1 · 1", exact: true })
      .waitFor();
    await shoot(channel.page, "praise-channel-dark");
    await shoot(receiver.page, "praise-received-dark");
    expect([...giver.complaints, ...receiver.complaints, ...channel.complaints]).toEqual([]);
    for (const each of [giver, receiver, channel]) await each.context.close();
  });
});

describe("feedback", () => {
  it("is refused beside its fields on a phone, mended, advised, sent, and read by the receiver, who thanks", async () => {
    const giver = await browsing.open("renke", looks.phone);
    const receiver = await browsing.open("linxiao", looks.phone);
    await say(giver.page, "feedback @林晓");
    const dialog = dialogOf(giver.page);
    await dialog.getByRole("button", { name: "Send" }).click();
    const refused = dialog.locator(".error:not([hidden])");
    await refused.first().waitFor();
    expect(await refused.count()).toBeGreaterThan(2);
    await fits(giver.page);
    for (const button of await dialog.getByRole("button").all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await shoot(giver.page, "feedback-error-phone");
    await dialog.getByText("keep doing").click();
    await dialog.getByLabel("Situation").fill("Tuesday's call with Charité");
    await dialog.getByLabel("Behaviour").fill("you waited until he had finished <i>");
    await dialog.getByLabel("Impact").fill("he told us the budget");
    await dialog.getByRole("button", { name: "Send" }).click();
    await giver.page.getByText("Sent to 林晓.").waitFor();
    await receiver.page.getByText("Renke Petersen 给你的反馈").waitFor();
    await receiver.page.getByText("you waited until he had finished <i>").first().waitFor();
    expect(await overflow(receiver.page)).toBe(0);
    await shoot(receiver.page, "feedback-received-phone");
    await receiver.page.getByRole("button", { name: "说声谢谢" }).last().click();
    await receiver.page.getByText("已道谢").first().waitFor();
    expect([...giver.complaints, ...receiver.complaints]).toEqual([]);
    for (const each of [giver, receiver]) await each.context.close();
  });
});
