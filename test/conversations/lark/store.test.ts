// One store app, installed by two companies: each is an organisation of its own, and what is done for one never carries the other's
// token. Without the ticket that Lark pushes nothing goes out, and nothing is lost.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { createStores } from "#db/stores/index";
import { createChance } from "#src/app/system";
import { envelope } from "#test/support/lark/platform/push";
import {
  keys,
  peopleOf,
  database,
  store,
  now,
  logged,
  storeApp,
  startProcess,
  about,
  workspace,
  fakeOf,
  shownTo,
  namesIn,
  expectOwnCalls,
  storyOf,
  doctor,
  said,
  later,
  type Company,
} from "./store-app.ts";

storeApp();

describe("two companies with the ticket there", () => {
  it("at once, with tokens of each kind refused in between, are served by their own token and known to their own organisation", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    for (let i = 0; i < 3; i += 1) {
      await Promise.all([
        storyOf(process, "east", peopleOf.east[i]!),
        storyOf(process, "west", peopleOf.west[i]!),
      ]);
      fakeOf(i % 2 === 0 ? "east" : "west").revokeTokens();
      if (i === 1) store.revokeAppTokens();
    }
    expectOwnCalls("east");
    expectOwnCalls("west");
    expect(await namesIn("east")).toEqual(["东chen", "东lin", "东wang"]);
    expect(await namesIn("west")).toEqual(["西qian", "西sun", "西zhao"]);
    for (const [company, foreign] of [
      ["east", "西"],
      ["west", "东"],
    ] as const)
      expect(JSON.stringify(fakeOf(company).messages)).not.toContain(foreign);
    const organisations = await Promise.all(
      (["east", "west"] as const).map((each) =>
        createStores(database).routing.organisationAt({
          platform: "lark",
          workspace: workspace(each),
        }),
      ),
    );
    expect(new Set(organisations.map((each) => each?.organisation)).size).toBe(2);
    // Besides that, the directory may take longer on a busy machine than a newcomer is kept waiting.
    expect(
      logged.filter(
        ({ event }) => event !== "lark.ticket_missing" && event !== "lark.person_unknown",
      ),
    ).toEqual([]);
    expect(new Set(store.companies.flatMap((each) => each.refusals))).toEqual(
      new Set([99991663, 99991664]),
    );
  });

  it("ask for a token of each kind once, however much is sent at the same moment", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    const to = (company: Company, user: string) => ({
      platform: "lark",
      workspace: workspace(company),
      user,
    });
    const notice = () => ({ deliveryId: createChance().id(), at: new Date(now), cards: [] });
    await Promise.all([
      ...peopleOf.east.map((user) => process.adapter.chat.post(to("east", user), notice())),
      ...peopleOf.west.map((user) => process.adapter.chat.post(to("west", user), notice())),
    ]);
    const asked = store.companies
      .flatMap((each) => each.asked)
      .filter(({ path }) => path.endsWith("/tenant_access_token"));
    expect(asked.map(({ body }) => body["tenant_key"]).toSorted()).toEqual(["east", "west"]);
    // The second is the start's own, which proves id and secret.
    expect(store.ticketsShown.length).toBeLessThanOrEqual(2);
    expect(await process.adapter.chat.post(to("east", "ou_zhao"), notice())).toMatchObject({
      result: "final",
      stops: "person",
      why: expect.stringContaining("230038") as string,
    });
  });
});

describe("a company", () => {
  it("that installs it becomes an organisation, and its admin who did is greeted and may set it up", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    await process.bring(
      about("east", "app_open", {
        applicants: [{ open_id: "ou_wang" }],
        installer: { open_id: "ou_chen" },
      }),
    );
    await process.bring(
      about("west", "app_open", { applicants: [], installer_employee: { open_id: "ou_qian" } }),
    );
    await process.settle();
    expect(shownTo("east", "ou_chen")).toContain("You can set me up");
    expect(shownTo("east", "ou_chen")).toContain("Where is your company?");
    expect(shownTo("west", "ou_qian")).not.toContain("Where is your company?");
    // A colleague who took it without review is greeted too, and runs nothing by that.
    expect(shownTo("west", "ou_qian")).toContain("What you can type");
    expect(shownTo("west", "ou_qian")).not.toContain("You can set me up");
    expect([await namesIn("east"), await namesIn("west")]).toEqual([["东chen"], ["西qian"]]);
    expect(shownTo("east", "ou_wang")).toBe("[]");
    expect((await doctor({ names: true })).join("\n")).toMatch(
      /ok 2 companies[\s\S]*ok 领跑[\s\S]*ok 星河销售/,
    );
    expect((await doctor()).join("\n")).toMatch(/ok 2 companies[\s\S]*ok is there/);
    expect((await doctor()).join("\n")).not.toMatch(/领跑|星河/);
  });

  it.each([
    [
      "that switched it off",
      "app_status_change",
      { status: "stop_by_tenant" },
      "the app was switched off",
    ],
    [
      "that the platform switched it off for",
      "app_status_change",
      { status: "stop_by_platform" },
      "the platform switched the app off",
    ],
    ["that is no more", "app_uninstalled", {}, "the app was removed"],
  ])(
    "%s gets nothing more until it lets it in again, and the other goes on",
    async (_, type, more, why) => {
      const process = await startProcess();
      await store.pushTicket(keys, process.bring);
      await process.who("east", "ou_lin").says("帮助");
      await process.who("west", "ou_zhao").says("帮助");
      store.installedIn.delete("east");
      fakeOf("east").revokeTokens();
      later(60_000);
      await process.bring(about("east", type, more));
      const before = fakeOf("east").messages.length;
      expect((await doctor()).filter((each) => each.startsWith("BAD"))).toEqual([
        expect.stringContaining(why),
      ]);
      const east = await createStores(database).routing.organisationAt({
        platform: "lark",
        workspace: workspace("east"),
      });
      const who = await createStores(database).routing.whoIs({
        platform: "lark",
        workspace: workspace("east"),
        user: "ou_lin",
      });
      await process.house.bot.answerLater(
        { platform: "lark", workspace: workspace("east"), user: "ou_lin" },
        "later",
        [{ title: ["later"], tone: "plain", body: [], buttons: [] } as never],
      );
      await process.house.deliveries.drain();
      expect([fakeOf("east").messages.length, east?.organisation]).toEqual([
        before,
        who?.organisation,
      ]);
      await process.who("west", "ou_zhao").says("我的目标");
      store.installedIn.add("east");
      await process.bring(
        about("east", "app_status_change", {
          status: "start_by_tenant",
          operator: { open_id: "ou_lin" },
        }),
      );
      await process.settle();
      expect(fakeOf("east").messages.length).toBe(before + 1);
      expect(
        (
          await createStores(database).routing.organisationAt({
            platform: "lark",
            workspace: workspace("east"),
          })
        )?.organisation,
      ).toBe(east?.organisation);
    },
  );

  it("that let it go is not brought back by what was on its way, but by what came after", async () => {
    const process = await startProcess();
    await store.pushTicket(keys, process.bring);
    await process.who("east", "ou_lin").says("帮助");
    const kept = async () =>
      (
        await execute<{ there: boolean }>(
          database.db,
          sql`select token is not null as there from installation where workspace = ${workspace("east")}`,
        )
      )[0]?.there;
    // The webhook is answered before all of it is done.
    const told = async (text: string, at: number): Promise<void> => {
      const message = envelope(
        fakeOf("east"),
        keys,
        "im.message.receive_v1",
        said("east", "ou_lin", text),
      ) as { header: object };
      await process.bring({ ...message, header: { ...message.header, create_time: String(at) } });
      await process.settle();
    };
    // As on Lark: the bot is not found there any more by whoever looks.
    store.installedIn.delete("east");
    fakeOf("east").revokeTokens();
    await process.bring(about("east", "app_uninstalled"));
    await process.settle();
    expect(await kept()).toBe(false);
    await told("晚到的", Date.now() - 60_000);
    expect(await kept()).toBe(false);
    store.installedIn.add("east");
    await told("又装上了", Date.now() + 60_000);
    expect(await kept()).toBe(true);
    // And that it went is not undone by an older notice of it, told again.
    await process.bring(about("east", "app_uninstalled", {}, Date.now()));
    await process.settle();
    expect(await kept()).toBe(true);
  });

  it("nobody heard of before makes no organisation by going", async () => {
    const process = await startProcess();
    await process.bring(about("nobody", "app_uninstalled"));
    expect(await createStores(database).routing.organisations()).toEqual([]);
  });
});
