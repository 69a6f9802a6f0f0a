// One person in two clouds says so in both chats, and somebody who is not one of them tries to become them.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { accountName, type ChatIdentity, type PersonId } from "#src/people/person";
import { onPostgresOnly } from "#test/support/database/database";
import type { PersonaInStory } from "#test/support/story/persona";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

let clouds: TwoClouds;
let slack: PersonaInStory;
let lark: PersonaInStory;

beforeEach(async () => {
  clouds = await startTwoClouds(
    [
      { id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" },
      { id: "UBEN", name: "Ben Carter", tz: "Asia/Shanghai" },
      { id: "UEVE", name: "Eve Stone", tz: "Asia/Shanghai" },
    ],
    [
      { openId: "ou_xiao", name: "林晓", zone: "Asia/Shanghai" },
      { openId: "ou_ben", name: "本", zone: "Asia/Shanghai" },
    ],
    "UMAYA",
  );
  for (const user of ["UMAYA", "UBEN", "UEVE"]) await clouds.onSlack(user).says("help");
  for (const user of ["ou_xiao", "ou_ben"]) await clouds.onLark(user).says("帮助");
  slack = clouds.onSlack("UBEN");
  lark = clouds.onLark("ou_ben");
});
afterEach(async () => {
  await clouds.stop();
  expect(clouds.errors).toEqual([]);
});

const onSlack = (user: string): ChatIdentity => ({ platform: "slack", workspace: slackTeam, user });
const onLark = (user: string): ChatIdentity => ({
  platform: "lark",
  workspace: clouds.larkWorkspace,
  user,
});
const whoIs = async (account: ChatIdentity): Promise<PersonId> =>
  (await clouds.stores.routing.whoIs(account))!.person;
const organisation = async () =>
  (await clouds.stores.routing.whoIs(onSlack("UMAYA")))!.organisation;
const change = async (
  account: ChatIdentity,
  what: { admin?: boolean; assistant?: boolean; managerId?: PersonId },
) => {
  const id = await whoIs(account);
  await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
    people.entitle(id, what, byOperator),
  );
};
const personOf = async (account: ChatIdentity) => {
  const id = await whoIs(account);
  return (await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
    people.person(id),
  ))!;
};
const auditOf = async (id: PersonId) =>
  (await clouds.stores.inOrganisation(await organisation(), ({ audit }) => audit.about(id, 20)))
    .map((each) => each.act)
    .filter((act) => act.startsWith("accounts."));
const later = (minutes: number): void =>
  void (clouds.time.now = new Date(clouds.time.now.getTime() + minutes * 60_000));
const joins = async () =>
  await inOrganisation(clouds.database, await organisation(), (tx) =>
    execute(tx, sql`select id from account_join`),
  );
const isOne = async (): Promise<boolean> =>
  (await whoIs(onSlack("UBEN"))) === (await whoIs(onLark("ou_ben")));
const chatOf = async (who: PersonaInStory): Promise<string> =>
  (await who.screen()).messages.map((each) => each.text).join("\n");

async function codeFor(who: PersonaInStory, word: string): Promise<string> {
  await who.says(word);
  return [...(await chatOf(who)).matchAll(/^(\d{3}) (\d{3})$/gm)].at(-1)!.slice(1).join("");
}

/** Ben got a code on Lark, typed it on Slack and said there that it is him. */
async function asked(): Promise<string> {
  const code = await codeFor(lark, "绑定账号");
  await slack.says(`link ${code}`);
  await slack.presses("Yes, that is me");
  return code;
}

/** Until a statement of another connection waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (let n = 0; n < 500; n++) {
    const [row] = await execute<{ waits: boolean }>(
      clouds.database.db,
      sql`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
    );
    if (row!.waits) return;
  }
  throw new Error("nobody waits");
}

/** A button as a chat sends it, by whoever sends it: what stands in the newest message of somebody's, pressed with any account. */
const press = (from: ChatIdentity, name: string, payload: object, version = 1) =>
  clouds.house.bot.receive({
    kind: "pressed",
    dedupeKey: randomUUID(),
    from,
    name,
    version,
    payload,
  });
const openAsk = async () =>
  (
    await inOrganisation(clouds.database, await organisation(), (tx) =>
      execute<{ id: string }>(
        tx,
        sql`select ask_id as id from account_link where ask_id is not null`,
      ),
    )
  )[0]!.id;

describe("a code", () => {
  it("says what giving it away means, in both languages", async () => {
    await lark.says("绑定账号");
    await lark.sees(/谁发这个码，就等于申请成为你[\s\S]*不要给任何人[\s\S]*绝不会向你要/);
    await lark.sees("绑定之前，我会先在这里问你");
    await slack.says("link");
    await slack.sees(/asking to become you[\s\S]*Nobody from our side will ever ask you for it/);
    await slack.sees("I will ask you here before anything is linked");
  });

  it("joins nobody when it is typed, nor when whoever typed it says yes: its holder is asked where it stands, and told who asks and what it means", async () => {
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await slack.sees(
      /Are you 本 as well\?[\s\S]*both chats show all of it[\s\S]*Did somebody else give you this code/,
    );
    expect(await isOne()).toBe(false);
    await slack.presses("Yes, that is me");
    await slack.sees(/Waiting for you to confirm[\s\S]*asked 本 there[\s\S]*10 minutes/);
    expect(await isOne()).toBe(false);
    await lark.sees(
      /「Ben Carter」也是你吗？[\s\S]*Galaxy[\s\S]*目标、周报、表扬、反馈和提醒都归到同一个人名下/,
    );
    await lark.presses("是我");
    await lark.sees("绑定好了");
    expect(await isOne()).toBe(true);
  });

  it("is asked about in the chat it stands in, also where its holder was last on another side, and outside their hours", async () => {
    await asked();
    await lark.presses("是我");
    clouds.time.now = new Date("2026-11-13T19:00:00Z");
    const code = await codeFor(lark, "绑定账号");
    await slack.says("home");
    await clouds.onSlack("UEVE").says(`link ${code}`);
    await lark.sees("Eve Stone sent me the code you got here");
    await slack.doesNotSee("Eve Stone");
  });

  it("is its asker's alone once it was typed, and of no use to anybody once it was answered, refused or is over", async () => {
    const eve = clouds.onSlack("UEVE");
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await eve.says(`link ${code}`);
    await eve.sees("I know no such code");
    await slack.says(`link ${code}`);
    await slack.sees("Are you 本 as well?");
    await slack.presses("Yes, that is me");
    await slack.says(`link ${code}`);
    await slack.sees("Waiting for you to confirm");
    await lark.presses("不是我");
    for (const who of [slack, eve]) {
      await who.says(`link ${code}`);
      await who.sees("I know no such code");
    }
    const next = await codeFor(lark, "绑定账号");
    later(10);
    await eve.says(`link ${next}`);
    await eve.sees("I know no such code");
    const used = await asked();
    await lark.presses("是我");
    await eve.says(`link ${used}`);
    await eve.sees("I know no such code");
    expect(await whoIs(onSlack("UEVE"))).not.toBe(await whoIs(onLark("ou_ben")));
  });

  it("that is typed right counts as well: after five nobody is asked any more", async () => {
    for (let i = 0; i < 5; i += 1) {
      const code = await codeFor(lark, "绑定账号");
      await slack.says(`link ${code}`);
      await slack.sees("Are you 本 as well?");
    }
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await slack.sees("too often");
  });

  it("that was given to somebody as a trap is refused by them, and who made it hears so", async () => {
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await slack.presses("No, that is somebody else");
    await slack.sees("Nothing was linked");
    await lark.sees("「Ben Carter」把你在这里拿到的码发给了我");
    expect(await isOne()).toBe(false);
  });
});

describe("two accounts of one workspace", () => {
  it("are never joined, and whose code it was is told who typed it", async () => {
    const eve = clouds.onSlack("UEVE");
    const code = await codeFor(slack, "link");
    await eve.says(`link ${code}`);
    await eve.sees("two accounts of one workspace are never linked");
    await slack.sees(/Eve Stone sent me the code you got here[\s\S]*Nothing was linked/);
    await eve.says(`link ${code}`);
    await eve.sees("I know no such code");
    expect(await whoIs(onSlack("UEVE"))).not.toBe(await whoIs(onSlack("UBEN")));
  });

  it("are not joined either where one of them was linked with an account elsewhere before", async () => {
    await asked();
    await lark.presses("是我");
    clouds.time.now = new Date("2026-11-13T02:00:00Z");
    const code = await codeFor(lark, "绑定账号");
    const eve = clouds.onSlack("UEVE");
    await eve.says(`link ${code}`);
    await eve.sees("two accounts of one workspace are never linked");
    expect(await whoIs(onSlack("UEVE"))).not.toBe(await whoIs(onLark("ou_ben")));
  });

  it("that the directory finds by one e-mail are not proposed to be linked", async () => {
    for (const user of ["UEVE", "UBEN"]) {
      const id = await whoIs(onSlack(user));
      await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
        people.change(id, { email: "ben@example.com" }),
      );
    }
    const home = async () => JSON.stringify(await clouds.house.bot.home(onSlack("UBEN")));
    expect(await home()).not.toContain("you as well");
    const id = await whoIs(onLark("ou_ben"));
    await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
      people.change(id, { email: "ben@example.com" }),
    );
    expect(await home()).toContain("you as well");
  });
});

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
    await slack.presses("Yes, that is me");
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
    await slack.presses("Yes, that is me");
    await lark.sees("「Ben Carter」那个账号也会有你的权限：管理员、1 个人的主管");
    await lark.sees("你也会有「Ben Carter」的权限：替团队报数");
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
    await slack.sees(/Linked[\s\S]*That was not me/);
    await slack.says("goals");
    await slack.sees("回款");

    await slack.presses("That was not me");
    expect([await personOf(onSlack("UBEN")), await personOf(onLark("ou_ben"))]).toEqual([
      one,
      other,
    ]);
    await slack.sees("Taken apart: you and 本 are two people here again");
    await lark.sees("已拆开，你和「Ben Carter」又是两个人了");
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
    await lark.sees("已拆开，你和「Ben Carter」又是两个人了");
    await slack.sees("Taken apart: you and 本 are two people here again");
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
