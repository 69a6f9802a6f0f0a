// The playground's pages, its clock, and what comes by itself.
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { stepFrom } from "#adapters/web/door/move-clock";
import { createMemoryTranscript } from "#test/support/web/memory-transcript";
import { createHub } from "#adapters/web/send/open-pages";
import { limits } from "#adapters/web/render/limits";
import { shortenLine } from "#src/view/shorten";
import { card, rows } from "#src/view/card";
import { said } from "#src/view/line";
import {
  createWebFixture,
  get,
  id,
  post,
  startedAt as at,
  type WebFixture,
} from "#test/support/web/fixture";
import { visibleText } from "#test/support/web/reading";

describe("web: pages", () => {
  test("leads to a rep in the language of the browser, and then to whoever was last", async () => {
    const web = createWebFixture();
    expect((await get(web, "/")).headers.get("location")).toBe("/as/renke");
    expect((await get(web, "/", { cookie: "pacer_as=renke" })).headers.get("location")).toBe(
      "/as/renke",
    );
    expect((await get(web, "/", { cookie: "pacer_as=lan" })).headers.get("location")).toBe(
      "/as/lan",
    );
    expect((await get(web, "/", { cookie: "pacer_as=nobody" })).headers.get("location")).toBe(
      "/as/renke",
    );
    expect((await get(web, "/me?as=renke")).headers.get("location")).toBe("/as/renke/home");
    expect((await get(web, "/as/renke")).headers.get("set-cookie")).toMatch(
      /pacer_as=renke;.*HttpOnly.*SameSite=Strict/,
    );
  });

  test("speaks the persona's language and shows their own time", async () => {
    const web = createWebFixture();
    const english = parse(await (await get(web, "/as/renke")).text());
    expect(english.querySelector("html")?.getAttribute("lang")).toBe("en");
    expect(english.querySelector("#clock")?.text).toBe("Wed 11 Nov 2026, 03:00 Berlin");
    const chinese = parse(await (await get(web, "/as/lan")).text());
    expect(chinese.querySelector("html")?.getAttribute("lang")).toBe("zh-CN");
    expect(chinese.querySelector("#clock")?.text).toBe("2026年11月11日（周三）10:00 上海");
    expect(chinese.querySelector("#compose button[type=submit]")?.text).toBe("发送");
  });

  test("gives everybody here a colour of their own, whatever their names", async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${'}"晓*/<'}${i}`);
    const web = createWebFixture({
      transcript: createMemoryTranscript(
        names.map((name, i) => ({
          user: `u${i}`,
          name,
          locale: "en" as const,
          zone: "Europe/Berlin",
          role: "rep" as const,
        })),
        [],
      ),
    });
    const sheet = await (await get(web, "/faces.css")).text();
    const shades = [...sheet.matchAll(/--shade: var\((--face\d+)\)/g)].map((each) => each[1]);
    expect(new Set(shades).size).toBe(names.length);
    expect(sheet).not.toMatch(/[晓<*]/u);
  });

  test("counts what others have not read, until they look", async () => {
    const web = createWebFixture();
    const address = { platform: "web", workspace: "playground", user: "lan" };
    await web.adapter.chat.post(address, {
      deliveryId: "d1",
      at,
      cards: [card({ title: "For Lan" })],
    });
    expect(
      visibleText(parse(await (await get(web, "/as/renke")).text()).querySelector("#unread-lan")),
    ).toMatch(/1 unread message/);
    await get(web, "/as/lan");
    expect(
      parse(await (await get(web, "/as/renke")).text())
        .querySelector("#unread-lan")
        ?.hasAttribute("hidden"),
    ).toBe(true);
  });

  test("completes from the bot's own words and names", async () => {
    const words = (await (await get(createWebFixture(), "/as/renke/vocabulary")).json()) as {
      verbs: { word: string }[];
      names: string[];
    };
    expect(words.verbs.map((each) => each.word)).toEqual(["log", "goals", "报"]);
    expect(words.names).toEqual(["周岚", "Renke"]);
  });

  test("counts the rows it does not show", async () => {
    const web = createWebFixture();
    const many = Array.from({ length: 62 }, (_, i) => ({ line: [`row ${i}`] }));
    await web.transcript.add({
      id: id(1),
      user: "renke",
      channel: null,
      by: "bot",
      at,
      text: "",
      cards: [card({ title: "t", body: [rows(many)] })],
      deliveryId: null,
    });
    const shown = (await web.surface.screen("renke")).messages[0]?.text ?? "";
    expect(shown).toContain("row 49");
    expect(shown).not.toContain("row 50");
    expect(shown).toContain("and 12 more");
  });

  test("says what comes by itself and what was held back, together where it comes together, in the reader's own time", async () => {
    const web = createWebFixture();
    const monday = new Date("2026-11-16T08:00:00Z");
    web.bot.expects({
      coming: [
        { label: ["Weekly numbers"], at: monday },
        { label: ["Milestones"], at: monday },
        { label: ["Stale goals"], at: new Date("2026-11-17T08:00:00Z") },
        { label: ["Stale goals"], at: new Date("2026-11-17T08:00:00Z") },
      ],
      kept: [
        {
          label: ["Proposals"],
          at: new Date("2026-11-10T18:20:00Z"),
          reason: ["outside your hours"],
        },
      ],
    });
    const page = parse(await (await get(web, "/as/renke")).text());
    expect(
      page
        .querySelectorAll("#outlook li")
        .map((each) => visibleText(each).replaceAll("\u00a0", " ")),
    ).toEqual([
      "Mon 16 Nov 09:00\nWeekly numbers\nMilestones",
      "Tue 17 Nov 09:00\nStale goals × 2",
      "Tue 10 Nov 19:20\nProposals\noutside your hours",
    ]);
    expect(visibleText(page.querySelector("#outlook-next")).replaceAll("\u00a0", " ")).toBe(
      "next Mon 16 Nov 09:00",
    );
    const fresh = parse(await (await get(web, "/as/renke/home", { "x-pacer": "fragment" })).text());
    expect(fresh.querySelectorAll("#home, #outlook, #outlook-next")).toHaveLength(3);
    expect(
      visibleText(
        parse(await (await get(createWebFixture(), "/as/lan")).text()).querySelector("#outlook"),
      ),
    ).toBe("暂时没有安排。");
  });

  test("serves its own files with a tag, and no others", async () => {
    const web = createWebFixture();
    const script = await get(web, "/assets/playground.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect(
      (
        await get(web, "/assets/playground.js", {
          "if-none-match": script.headers.get("etag") ?? "",
        })
      ).status,
    ).toBe(304);
    for (const path of [
      "/assets/index.ts",
      "/assets/../index.ts",
      "/assets/%2e%2e%2findex.ts",
      "/assets/nothing",
    ])
      expect((await get(web, path)).status).toBe(404);
  });
});

describe("web: the clock", () => {
  test("goes a day or to Monday in the persona's own zone, and says so", async () => {
    const web = createWebFixture();
    expect(await (await post(web, "/clock", { to: "day", as: "renke" })).text()).toContain(
      "It is now Thu 12 Nov 2026, 03:00.",
    );
    expect(await (await post(web, "/clock", { to: "monday", as: "lan" })).text()).toContain(
      "2026年11月16日（周一）09:00",
    );
    expect(web.clock.now().toISOString()).toBe("2026-11-16T01:00:00.000Z");
  });

  test("goes to the morning of a day, and to the last day of this quarter or of the next", async () => {
    const web = createWebFixture();
    const go = async (to: Readonly<Record<string, string>>): Promise<string> => {
      await post(web, "/clock", { ...to, as: "renke" });
      return web.clock.now().toISOString();
    };
    expect(await go({ on: "2026-12-24" })).toBe("2026-12-24T08:00:00.000Z");
    expect(await go({ on: "2026-13-40" })).toBe("2026-12-24T08:00:00.000Z");
    expect(await go({ on: "", to: "quarter" })).toBe("2026-12-31T08:00:00.000Z");
    expect(await go({ on: "", to: "quarter" })).toBe("2027-03-31T07:00:00.000Z");
  });

  test("never goes back, nor further than a year, nor to what it cannot read", async () => {
    const web = createWebFixture();
    for (const to of ["2026-11-10T00:00:00Z", "9999-01-01T00:00:00Z", "tomorrow", ""]) {
      expect(
        parse(await (await post(web, "/clock", { to, as: "renke" })).text()).querySelector(
          ".toast.bad",
        ),
      ).not.toBeNull();
    }
    expect(web.clock.now()).toEqual(at);
  });

  test("is moved once at a time", async () => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    let now = at;
    const clock = {
      now: () => now,
      async moveTo(instant: Date) {
        await arrived;
        now = instant;
        return true;
      },
    };
    const web = createWebFixture({ clock });
    const first = post(web, "/clock", { to: "day", as: "renke" });
    expect(await (await post(web, "/clock", { to: "monday", as: "renke" })).text()).toContain(
      "still moving",
    );
    arrive();
    expect(await (await first).text()).toContain("It is now Thu 12 Nov 2026, 03:00.");
  });

  test.each([
    ["2026-10-24T10:30:00+02:00", "day", "2026-10-25T10:30:00+01:00"],
    ["2026-03-28T02:30:00+01:00", "day", "2026-03-29T03:30:00+02:00"],
    ["2026-11-16T08:59:00+01:00", "monday", "2026-11-16T09:00:00+01:00"],
    ["2026-11-16T09:00:00+01:00", "monday", "2026-11-23T09:00:00+01:00"],
    ["2026-11-15T23:00:00+01:00", "monday", "2026-11-16T09:00:00+01:00"],
  ] as const)("from %s in Berlin, %s is %s", (now, step, then) => {
    expect(stepFrom(new Date(now), step, "Europe/Berlin")).toEqual(new Date(then));
  });
});

describe("web: what comes by itself", () => {
  test("an open page gets what was missed, then new messages, replacements, counts and the clock", async () => {
    const web = createWebFixture();
    await web.transcript.add({
      id: id(1),
      user: "renke",
      channel: null,
      by: "bot",
      at,
      text: "",
      cards: [card({ title: "Earlier" })],
      deliveryId: null,
    });
    const stream = await get(web, "/as/renke/events");
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const read = reader(stream);
    await read.until("Earlier");
    await web.adapter.chat.post(
      { platform: "web", workspace: "playground", user: "renke" },
      { deliveryId: "d1", at, cards: [card({ title: "Just now" })] },
    );
    await read.until("Just now");
    await read.until("event: home");
    await web.adapter.chat.post(
      { platform: "web", workspace: "playground", user: "lan" },
      { deliveryId: "d2", at, cards: [card({ title: "For Lan" })] },
    );
    await read.until("1 unread message");
    expect(read.text()).not.toContain("For Lan");
    await web.clock.moveTo(new Date("2026-11-20T09:00:00Z"));
    web.adapter.poke();
    await read.until('Fri 20 Nov 2026, 10:00 <span class="city">Berlin');
    web.adapter.close();
    await read.end();
    expect((await web.transcript.personas()).find((each) => each.user === "renke")?.unread).toBe(0);
  });

  test("there is no stream for a stranger", async () => {
    expect((await get(createWebFixture(), "/as/nobody/events")).status).toBe(404);
  });
});

describe("web: limits", () => {
  test("counts what readers see as one character, and never cuts inside one", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(shortenLine([said(family.repeat(3))], 2)).toEqual({
      line: [{ said: family.repeat(2) }],
      left: 1,
    });
    expect(shortenLine(["ab", { bold: ["cd"] }, "ef"], 3)).toEqual({
      line: ["ab", { bold: ["c"] }, ""],
      left: 3,
    });
  });
});

describe("web: pages that are kept up to date", () => {
  const opened = (web: WebFixture, user: string) => get(web, `/as/${user}/events`);

  test("of one person are eight: the oldest gives way and says so, and nobody else's does", async () => {
    const web = createWebFixture();
    const others = reader(await opened(web, "lan"));
    const pages: Response[] = [];
    for (let n = 0; n <= limits.pages.ofOne; n++) pages.push(await opened(web, "renke"));
    const last = await pages[0]!.text();
    expect(last).toMatch(/event: over\ndata: [^]*is open in too many windows/);
    await web.adapter.chat.post(
      { platform: "web", workspace: "playground", user: "renke" },
      { deliveryId: "d1", at, cards: [card({ title: "Just now" })] },
    );
    const kept = pages.slice(1).map(reader);
    for (const each of kept) await each.until("Just now");
    web.adapter.poke();
    await others.until("event: fragment");
    web.adapter.close();
    for (const each of [others, ...kept]) {
      await each.end();
      expect(each.text()).not.toContain("event: over");
    }
  });

  test("are so many in all", () => {
    const gone: number[] = [];
    const hub = createHub({ ofOne: 2, inAll: 3 });
    const page = (n: number, user: string) => ({
      user,
      channel: null,
      send: () => {},
      end: () => {},
      giveWay: () => void gone.push(n),
    });
    for (const [n, user] of ["a", "a", "a", "b", "c", "d"].entries()) hub.join(page(n, user));
    expect(gone).toEqual([0, 1, 2]);
    expect([...hub.users()]).toEqual(["b", "c", "d"]);
  });
});

/** Reads a stream of events until some words have come; the test's own time limit ends a wait in vain. */
function reader(response: Response) {
  const source = response.body!.getReader();
  const decoder = new TextDecoder();
  let seen = "";
  return {
    text: () => seen,
    async until(words: string): Promise<void> {
      while (!seen.includes(words)) {
        const { value, done } = await source.read();
        if (done) throw new Error(`the stream ended before ${words}:\n${seen}`);
        seen += decoder.decode(value, { stream: true });
      }
    },
    async end(): Promise<void> {
      while (!(await source.read()).done);
    },
  };
}
