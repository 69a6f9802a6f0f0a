// Pages of whoever signs in, where there is no playground: what somebody sees who did not, and who may ask at all.
import { describe, expect, test } from "vitest";
import { limits } from "#adapters/web/render/limits";
import { createVisitPages } from "#adapters/web/visit/index";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { createScriptedBot } from "#test/support/scripted-bot";
import { startedAt } from "#test/support/web/fixture";

function made() {
  const logged: string[] = [];
  const note = (_fields: object, event: string): void => void logged.push(event);
  const pages = createVisitPages({
    clock: { now: () => startedAt },
    chance: createChance(),
    logger: { info: note, warn: note, error: note },
    language: createLanguage(),
    botName: { en: "Pacer", zh: "领跑" },
    publicUrl: "https://pacer.example",
    allowedHosts: ["localhost"],
    playground: false,
  });
  const bot = createScriptedBot();
  pages.connect(bot);
  const ask = (path: string, init: RequestInit = {}) =>
    pages.routes.request(`http://localhost${path}`, init);
  return { ask, bot, logged };
}

describe("pages without a playground", () => {
  test("tell whoever is not signed in how to, in the browser's language", async () => {
    const { ask } = made();
    for (const path of ["/", "/me", "/me/home", "/team/x"]) {
      const english = await ask(path);
      expect(english.status).toBe(401);
      expect(await english.text()).toContain("Send me “sign in” in the chat");
      const chinese = await ask(path, { headers: { "accept-language": "zh-CN" } });
      expect(await chinese.text()).toContain("在聊天里给我发「登录」");
    }
    expect((await ask("/sign-in/abc")).status).toBe(410);
  });

  test("answer to their own names only, load nothing from elsewhere, and are kept by nobody", async () => {
    const { ask } = made();
    for (const path of ["/", "/me", "/team/x", "/sign-in/abc", "/assets/visit.css"])
      expect((await ask(path, { headers: { host: "evil.example" } })).status).toBe(421);
    expect((await ask("/", { headers: { host: "pacer.example" } })).status).toBe(401);
    expect((await ask("/assets/visit.css")).status).toBe(200);
    const page = await ask("/sign-in/abc");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await page.text()).not.toContain("abc");
  });

  test("carry out nothing for whoever is not signed in, and refuse what is too much", async () => {
    const { ask, bot } = made();
    const post = (path: string, body: string) =>
      ask(path, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          cookie: "pacer_session=00000000-0000-7000-8000-000000000001.secret",
        },
        body,
      });
    for (const path of ["/me/press", "/me/submit", "/team/x/press", "/sign-out"])
      expect((await post(path, "act=%7B%7D")).status).toBe(401);
    expect((await post("/me/press", `a=${"x".repeat(limits.bodyBytes)}`)).status).toBe(413);
    expect(bot.received).toEqual([]);
  });
});
