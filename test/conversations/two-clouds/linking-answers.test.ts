// One person in two clouds says so in both chats: the holder's answer, and that it was not them.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { accountName, type ChatIdentity, type PersonId } from "#src/people/person";
import { onPostgresOnly } from "#test/support/database/database";
import { byOperator } from "#test/support/story/system";
import {
  clouds,
  slack,
  lark,
  benTwice,
  onSlack,
  onLark,
  whoIs,
  organisation,
  change,
  personOf,
  auditOf,
  later,
  joins,
  isOne,
  codeFor,
  asked,
  untilSomebodyWaits,
  press,
  openAsk,
} from "./ben-twice.ts";

benTwice();

describe("the holder's answer", () => {
  it("no: nothing is joined, whoever asked is told at once, it counts as a try and stands in the trail", async () => {
    clouds.time.now = new Date("2026-11-13T19:00:00Z");
    await asked();
    await lark.presses("不是我");
    await lark.sees("没有绑定");
    await slack.sees("The answer in the other chat was no");
    expect(await isOne()).toBe(false);
    expect(await auditOf(await whoIs(onLark("ou_ben")))).toEqual(["accounts.refused"]);
    const [row] = await inOrganisation(clouds.database, await organisation(), (tx) =>
      execute<{ tries: number }>(tx, sql`select tries from account_link where tries > 0`),
    );
    expect(row!.tries).toBe(2);
  });

  it("is over after ten minutes: an old card says so in one sentence and joins nobody", async () => {
    await asked();
    later(10);
    await lark.presses("是我");
    await lark.sees("这次申请已经结束");
    expect(await isOne()).toBe(false);
  });

  it("is the holder's alone: nobody else's press joins, whatever payload they send, and none joins before the asker said yes", async () => {
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    const ask = await openAsk();
    const all = [
      onLark("ou_ben"),
      onLark("ou_xiao"),
      onSlack("UBEN"),
      onSlack("UEVE"),
      onSlack("UMAYA"),
    ];
    for (const from of all)
      expect(await press(from, "accounts.join", { ask }, 2)).toMatchObject({
        outcome: "toast",
        tone: "bad",
      });
    for (const from of all.filter((each) => each.user !== "UBEN"))
      for (const name of ["accounts.ask", "accounts.drop"])
        expect(await press(from, name, { ask })).toMatchObject({ outcome: "toast", tone: "bad" });
    await slack.presses("Yes, that's me");
    for (const from of all.filter((each) => each.user !== "ou_ben")) {
      expect(await press(from, "accounts.join", { ask }, 2)).toMatchObject({
        outcome: "toast",
        tone: "bad",
      });
      expect(await press(from, "accounts.refuse", { ask })).toMatchObject({
        outcome: "toast",
        tone: "bad",
      });
    }
    expect(await press(onLark("ou_ben"), "accounts.join", { ask: randomUUID() }, 2)).toMatchObject({
      outcome: "toast",
      tone: "bad",
    });
    // A card of the time when a code alone joined.
    expect(await press(onSlack("UEVE"), "accounts.join", { code })).toMatchObject({
      outcome: "toast",
      tone: "bad",
    });
    expect(await isOne()).toBe(false);
    await lark.presses("是我");
    expect(await isOne()).toBe(true);
  });

  it("is asked with the rights that come along, on both sides", async () => {
    const holder = await whoIs(onLark("ou_ben"));
    await change(onLark("ou_ben"), { admin: true });
    await change(onLark("ou_xiao"), { managerId: holder });
    await change(onSlack("UBEN"), { assistant: true });
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await slack.sees("本's account could then do what you can do here: you log for your team");
    await slack.sees(
      "You could then do what 本 can do here: they are an admin and they lead 1 person",
    );
    await slack.presses("Yes, that's me");
    await lark.sees("“Ben Carter”那个账号也会有你的权限：管理员、1 个人的主管");
    await lark.sees("你也会有“Ben Carter”的权限：替团队报数");
    expect((await personOf(onSlack("UBEN"))).admin).toBe(false);
    await lark.presses("是我");
    expect(await personOf(onSlack("UBEN"))).toMatchObject({
      admin: true,
      assistant: true,
      reports: 1,
    });
  });
});

describe("that was not me", () => {
  it("is offered in both chats at once, and each has their own again, also the account that came last", async () => {
    await change(onLark("ou_ben"), { admin: true });
    await lark.says("定目标 回款 100万 12月31日前");
    await lark.presses("就这么定");
    clouds.time.now = new Date("2026-11-13T19:00:00Z");
    const [one, other] = [await personOf(onSlack("UBEN")), await personOf(onLark("ou_ben"))];
    await asked();
    await lark.presses("是我");
    await lark.sees(/绑定好了[\s\S]*不是我绑定的/);
    await slack.sees(/Linked[\s\S]*That wasn't me/);
    await slack.says("goals");
    await slack.sees("回款");

    await slack.presses("That wasn't me");
    expect([await personOf(onSlack("UBEN")), await personOf(onLark("ou_ben"))]).toEqual([
      one,
      other,
    ]);
    await slack.sees("Separated: you and 本 are two people here again");
    await lark.sees("已拆开，你和“Ben Carter”又是两个人了");
    await slack.says("goals");
    await slack.doesNotSee("回款");
    await lark.says("我的目标");
    await lark.sees("回款");
    expect(await auditOf(one.id)).toEqual(["accounts.parted", "accounts.joined"]);
    expect(await auditOf(other.id)).toEqual(["accounts.parted", "accounts.joined"]);
    expect(await joins()).toEqual([]);
  });

  it("can be pressed in the chat that confirmed, and the other one hears of it", async () => {
    await asked();
    await lark.presses("是我");
    await lark.presses("不是我绑定的");
    await lark.sees("已拆开，你和“Ben Carter”又是两个人了");
    await slack.sees("Separated: you and 本 are two people here again");
    expect(await isOne()).toBe(false);
    await slack.says("log");
    expect(await whoIs(onSlack("UBEN"))).not.toBe(await whoIs(onLark("ou_ben")));
  });

  it("is good for a day, for those two alone, and once", async () => {
    await asked();
    await lark.presses("是我");
    const [{ id }] = (await joins()) as [{ id: string }];
    for (const from of [onSlack("UEVE"), onSlack("UMAYA"), onLark("ou_xiao")])
      expect(await press(from, "accounts.part", { join: id })).toMatchObject({
        outcome: "toast",
        tone: "bad",
      });
    expect(await isOne()).toBe(true);
    later(24 * 60);
    await lark.presses("不是我绑定的");
    await lark.sees("the day for it is over");
    expect(await isOne()).toBe(true);
  });

  it("comes before the next: one who was linked today is not linked with a third account before that day is over", async () => {
    const third: ChatIdentity = { platform: "web", workspace: "playground", user: "ben" };
    const person = await personOf(onSlack("UBEN"));
    await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
      people.arrive(third, { ...person, id: randomUUID() as PersonId }, byOperator),
    );
    await asked();
    await lark.presses("是我");
    const typed = async () => {
      const code = await codeFor(slack, "link");
      const outcome = await clouds.house.bot.receive({
        kind: "said",
        dedupeKey: randomUUID(),
        from: third,
        text: `link ${code}`,
        direct: true,
      });
      return JSON.stringify(outcome);
    };
    expect(await typed()).toContain(
      "less than a day ago. You can link the next one from Thu 12 Nov 2026, 10:00",
    );
    later(24 * 60);
    expect(await typed()).toContain("as well?");
  });
});

onPostgresOnly("two who ask each other at the same moment", () => {
  it.each([
    ["the one first", false],
    ["the other first", true],
  ])("are asked once each, joined once, and each gets one clear answer, %s", async (_, turned) => {
    const codes = { slack: await codeFor(slack, "link"), lark: await codeFor(lark, "绑定账号") };
    const at = <T>(...works: readonly (() => Promise<T>)[]): Promise<T[]> =>
      Promise.all((turned ? works.toReversed() : works).map((work) => work()));
    const say = (from: ChatIdentity, text: string) =>
      clouds.house.bot.receive({ kind: "said", dedupeKey: randomUUID(), from, text, direct: true });
    const typed = await at(
      () => say(onSlack("UBEN"), `link ${codes.lark}`),
      () => say(onLark("ou_ben"), `绑定账号 ${codes.slack}`),
    );
    expect(typed.map((each) => each.outcome)).toEqual(["show", "show"]);
    const asks = await inOrganisation(clouds.database, await organisation(), (tx) =>
      execute<{ id: string; holder: string }>(
        tx,
        sql`select ask_id as id, person_id as holder from account_link where ask_id is not null`,
      ),
    );
    expect(asks).toHaveLength(2);
    const onSlackNow = await whoIs(onSlack("UBEN"));
    const ofSlack = asks.find((each) => each.holder === onSlackNow)!;
    const ofLark = asks.find((each) => each.holder !== onSlackNow)!;
    const saidYes = await at(
      () => press(onSlack("UBEN"), "accounts.ask", { ask: ofLark.id }),
      () => press(onLark("ou_ben"), "accounts.ask", { ask: ofSlack.id }),
    );
    expect(saidYes.map((each) => each.outcome)).toEqual(["replace", "replace"]);
    const confirmed = await at(
      () => press(onSlack("UBEN"), "accounts.join", { ask: ofSlack.id }, 2),
      () => press(onLark("ou_ben"), "accounts.join", { ask: ofLark.id }, 2),
    );
    expect(confirmed.map((each) => each.outcome).toSorted()).toEqual(["replace", "toast"]);
    expect(await isOne()).toBe(true);
    expect(await joins()).toHaveLength(1);
  });

  it("an act that waits while its person becomes another's is carried out as that one", async () => {
    const [kept, gone] = [await whoIs(onLark("ou_ben")), await whoIs(onSlack("UBEN"))];
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    let reach = () => {};
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const joining = clouds.stores.inOrganisation(
      await organisation(),
      async ({ people, accounts }) => {
        await people.lock([kept, gone]);
        const chats = {
          keptAccount: accountName(onLark("ou_ben")),
          goneAccount: accountName(onSlack("UBEN")),
        };
        await accounts.join(
          { id: randomUUID(), kept, gone, ...chats, at: clouds.time.now, until: clouds.time.now },
          { managerId: null },
        );
        reach();
        await opened;
      },
    );
    await reached;
    const said = clouds.house.bot.receive({
      kind: "said",
      dedupeKey: randomUUID(),
      from: onSlack("UBEN"),
      text: "link",
      direct: true,
    });
    await untilSomebodyWaits();
    open();
    await joining;
    expect((await said).outcome).toBe("show");
    const [row] = await inOrganisation(clouds.database, await organisation(), (tx) =>
      execute<{ id: string }>(
        tx,
        sql`select person_id as id from account_link where hash is not null`,
      ),
    );
    expect(row!.id).toBe(kept);
  });
});
