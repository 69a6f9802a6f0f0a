// Somebody's page in a browser: a link from their chat opens it once, they see and do there what they may in that chat, and it ends.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { isPlayground } from "#test/support/story/front";
import { story, storyWithPages } from "#test/support/story/story";
import { browser, fragmentOf, host, lastLink, type Visiting } from "#test/support/web/visitor";

const system = storyWithPages(async ({ allowedHosts }) => void allowedHosts.push(host));

async function linkOf(user: string, words: string): Promise<string> {
  await system.who(user).says(words);
  return lastLink(system);
}

/** Signed in with a link from their chat. */
async function visiting(user: string, words: string): Promise<Visiting> {
  const path = await linkOf(user, words);
  const visit = browser(system);
  expect((await visit.signIn(path)).status).toBe(303);
  return visit;
}

const later = (minutes: number) =>
  system.clock.moveTo(new Date(system.clock.now().getTime() + minutes * 60_000));

describe("a link from the chat", () => {
  it("shows one button to whoever looks, spends nothing by that, and signs in once", async () => {
    const path = await linkOf("maya", "sign in");
    await system.who("maya").sees(/Good for 10 minutes, and only once[^]*Visible only to you/);
    const shown = (await system.who("maya").screen()).messages.at(-1)!;
    expect(shown.buttons).toEqual(["Open my page", "Sign out everywhere"]);
    const preview = browser(system);
    for (let i = 0; i < 3; i += 1) {
      const page = await preview.get(path);
      expect(page.status).toBe(200);
      expect(page.buttons).toEqual(["Sign in"]);
      expect(page.text).toContain("Sign in as Maya Collins?");
      expect(page.headers.get("referrer-policy")).toBe("no-referrer");
      expect(page.headers.get("cache-control")).toBe("no-store");
    }
    const visit = browser(system);
    const entered = await visit.signIn(path);
    expect(entered.headers.get("location")).toBe("/me");
    const cookie = entered.headers
      .getSetCookie()
      .find((each) => each.startsWith("pacer_session="))!;
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect((await visit.get("/me")).text).toContain("G11 Collected revenue");
    const again = await preview.signIn(path);
    expect(again.status).toBe(410);
    expect(again.text).toContain("This link has been used already.");
  });

  it("is over after ten minutes, or when a newer one is there, and says so in the reader's language", async () => {
    const first = await linkOf("linxiao", "登录");
    const second = await linkOf("linxiao", "我的页面");
    expect((await browser(system).signIn(first)).text).toContain("这个链接已经失效");
    await later(10);
    const late = await browser(system).signIn(second);
    expect(late.status).toBe(410);
    expect(late.text).toContain("这个链接已经失效");
    expect(late.text).toContain("在聊天里给我发「登录」");
    const forged = `${second.slice(0, -4)}AAAA`;
    expect((await browser(system).get(forged, { "accept-language": "zh" })).text).toContain(
      "没有这个链接",
    );
  });

  it("of somebody else is refused in a browser that is signed in, and is not sent by a page of another site", async () => {
    const visit = await visiting("maya", "sign in");
    const path = await linkOf("renke", "my page");
    const others = await visit.signIn(path);
    expect(others.status).toBe(410);
    expect(others.text).toContain(
      "This link is somebody else's, and this browser is signed in as Maya Collins.",
    );
    // Somebody else's page that posts their own link: the victim would report in their name.
    const victim = browser(system);
    expect((await victim.post(path, { nonce: "" })).status).toBe(403);
    expect(
      (await victim.post(path, { nonce: "01930000-0000-7000-8000-000000000000" })).status,
    ).toBe(403);
    expect((await browser(system).signIn(path)).status).toBe(303);
  });

  it("is given five times in ten minutes", async () => {
    for (let i = 0; i < 5; i += 1) await system.who("renke").says("sign in");
    await system.who("renke").says("sign in");
    await system.who("renke").sees(/a few links in a row[^]*in 10 minutes/);
    await later(11);
    await system.who("renke").says("sign in");
    await system.who("renke").sees("Good for 10 minutes");
  });
});

describe("a session", () => {
  it("is kept as a hash only, and what opens a link not at all", async () => {
    const path = await linkOf("maya", "sign in");
    const visit = browser(system);
    await visit.signIn(path);
    const secret = visit.cookies.get("pacer_session")!.split(".")[1]!;
    const token = path.split("/").at(-1)!;
    const kept = await inOrganisation(system.database, playgroundOrganisation, async (tx) => [
      ...(await execute(tx, sql`select to_jsonb(s) as row from page_session s`)),
      ...(await execute(tx, sql`select to_jsonb(s) as row from page_link s`)),
      ...(await execute(tx, sql`select to_jsonb(s) as row from outbox s`)),
      ...(await execute(tx, sql`select to_jsonb(s) as row from act s`)),
    ]);
    expect(kept.length).toBeGreaterThan(2);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it("of another organisation is none, though its secret is right", async () => {
    const visit = await visiting("maya", "sign in");
    const secret = visit.cookies.get("pacer_session")!.split(".")[1]!;
    const stranger = browser(system);
    const cookie = `pacer_session=00000000-0000-7000-8000-00000000dead.${secret}`;
    expect((await stranger.get("/me/home", { cookie })).status).toBe(401);
    expect((await stranger.get("/me/home", { cookie: "pacer_session=' or true.x" })).status).toBe(
      401,
    );
  });

  it("ends on the page, in the chat everywhere, after a week without being used, and after a month", async () => {
    const [one, other] = [await visiting("maya", "sign in"), await visiting("maya", "sign in")];
    const page = await one.get("/me");
    const token = fragmentOf(page)["x-pacer-token"]!;
    expect((await one.post("/sign-out", { token: "" })).status).toBe(403);
    expect((await one.post("/sign-out", { token })).text).toContain("You're signed out.");
    expect((await one.get("/me/home")).status).toBe(401);
    expect((await other.get("/me/home")).status).toBe(200);
    await system.who("maya").says("sign out everywhere");
    await system.who("maya").sees("Signed out on 1 browser.");
    expect((await other.get("/me/home")).status).toBe(401);
    expect((await other.get("/me/home", { "accept-language": "zh" })).text).toContain(
      "你还没有在这里登录",
    );
    const idle = await visiting("linxiao", "登录");
    await system.leapTo(new Date(system.clock.now().getTime() + 8 * 24 * 3_600_000));
    expect((await idle.get("/me/home")).status).toBe(401);
  });

  it("ends when they leave, and does not come back with them", async () => {
    const visit = await visiting("renke", "sign in");
    const tell = (active: boolean, key: string) =>
      system.house.bot.receive({
        kind: "personChanged",
        dedupeKey: key,
        from: system.account("renke"),
        profile: {
          name: "Renke Petersen",
          email: null,
          locale: null,
          zone: null,
          active,
          guest: false,
        },
      });
    await tell(false, "left");
    expect((await visit.get("/me/home")).status).toBe(401);
    await tell(true, "back");
    expect((await visit.get("/me/home")).status).toBe(401);
  });
});

describe("a page", () => {
  it("takes what is pressed and filled in, as their chat does, and nothing that another site sends", async () => {
    const visit = await visiting("maya", "sign in");
    const page = await visit.get("/me");
    expect((await visit.post("/me/press", {}, { "x-pacer": "fragment" })).status).toBe(403);
    const asked = await visit.press(page, "/me", "Log");
    const form = asked.html.querySelector("dialog form")!;
    expect(form.getAttribute("action")).toBe("/me/submit");
    // As a browser sends it: what is hidden, the first of what is chosen among, what stands in it.
    const inputs = form.querySelectorAll("input[name]").toReversed();
    const filled = Object.fromEntries(
      inputs.map((each) => [each.getAttribute("name")!, each.getAttribute("value") ?? ""]),
    );
    const submit = (amount: string) =>
      visit.post("/me/submit", { ...filled, "field.amount": amount }, fragmentOf(page));
    const wrong = await submit("abc");
    expect(wrong.html.querySelector("#error-amount")).not.toBeNull();
    expect((await submit("12k")).text).toContain("$12k added");
    expect((await visit.get("/me/home")).text).toContain("$406.5k");
    // The link is asked for in a chat, and not on the page it opens.
    expect(page.buttons).not.toContain("My page");
  });

  it("of a team is its manager's; everybody else reads that there is none, whether there is or not", async () => {
    const manager = await visiting("zhoulan", "登录");
    const mine = await manager.get("/me");
    const path = mine.html.querySelectorAll(".tab").map((each) => each.getAttribute("href")!)[1]!;
    const team = await manager.get(path);
    expect(team.status).toBe(200);
    expect(team.text).toContain("先看谁");
    expect(team.text).not.toContain("表扬同事");
    const rep = await visiting("linxiao", "登录");
    const [refused, nowhere] = [
      await rep.get(path),
      await rep.get("/team/01930000-0000-7000-8000-000000000000"),
    ];
    expect(refused.status).toBe(404);
    expect(refused.text).toContain("没有你能看的这个页面");
    expect(refused.html.toString()).toBe(nowhere.html.toString());
    expect((await rep.get("/team/x")).status).toBe(404);
    expect((await browser(system).get(path)).status).toBe(401);
    const asked = await manager.press(team, path, "查看");
    expect(asked.text).toContain("Maya Collins");
  });
});

describe("an admin", () => {
  it("sees how messages fare and where numbers come from, and nobody else does", async () => {
    const home = async (user: string) => (await system.surface.atHome(user)).text;
    expect(await home("zhoulan")).toMatch(/运行情况[^]{0,6}一切正常/);
    expect(await home("linxiao")).not.toContain("运行情况");
    const id = "01930000-0000-7000-8000-000000000001";
    await inOrganisation(system.database, playgroundOrganisation, async (tx) => {
      const owned = sql`${playgroundOrganisation}::uuid, ${id}::uuid`;
      await execute(
        tx,
        sql`insert into number_batch (organisation_id, id, source, metric_id, file, at, state, lease_until) values (${owned}, 'files', ${id}::uuid, 'crm.csv', '2026-11-10T01:00:00Z', 'visible', now())`,
      );
      await execute(
        tx,
        sql`insert into number_owner (organisation_id, id, source, key, said) values (${owned}, 'files', 'name lin', '小林')`,
      );
    });
    await system.database.db.execute(
      sql`insert into outbox_head (id, organisation_id, destination, state, due_at, attempts) values (${id}::uuid, ${playgroundOrganisation}::uuid, ${id}::uuid, 'dead', now(), 9)`,
    );
    const shown = await home("zhoulan");
    expect(shown).toMatch(/运行情况[^]{0,6}需要看一下/);
    expect(shown).toMatch(/没发出去[^]{0,4}1/);
    expect(shown).toContain("npm run doctor");
    expect(shown).toMatch(/crm\.csv，11月10日/);
    expect(shown).toContain("有 1 个名字还不知道是谁");
    await system.surface.press("zhoulan", "还没对上的名字");
    await system.who("zhoulan").sees(/还不知道是谁|都对上人了/);
  });
});

describe("where nobody said how browsers reach it", () => {
  const bare = story();

  it("the operator's variable is named in a chat, and the playground's links need no address", async () => {
    await bare.who("linxiao").says("登录");
    await bare
      .who("linxiao")
      .sees(isPlayground ? "链接 10 分钟内有效" : /还没有网页地址[^]*PUBLIC_URL/);
    const home = (of: typeof bare) => of.surface.atHome("linxiao");
    expect((await home(bare)).buttons).not.toContain("我的页面");
    expect((await home(system)).buttons).toContain("我的页面");
  });
});
