// One person in two clouds says so in both chats, and somebody who is not one of them tries to become them: codes.
import { describe, expect, it } from "vitest";
import {
  clouds,
  slack,
  lark,
  benTwice,
  onSlack,
  onLark,
  whoIs,
  organisation,
  later,
  isOne,
  codeFor,
  asked,
} from "./ben-twice.ts";

benTwice();

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
      /Are you 本 as well\?[\s\S]*both chats show all of it[\s\S]*Did someone else give you this code/,
    );
    expect(await isOne()).toBe(false);
    await slack.presses("Yes, that's me");
    await slack.sees(/Waiting for you to confirm[\s\S]*asked 本 there[\s\S]*10 minutes/);
    expect(await isOne()).toBe(false);
    await lark.sees(
      /“Ben Carter”也是你吗？[\s\S]*Galaxy[\s\S]*目标、周报、表扬、反馈和提醒都归到同一个人名下/,
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
    await eve.sees("That code is wrong, used or expired");
    await slack.says(`link ${code}`);
    await slack.sees("Are you 本 as well?");
    await slack.presses("Yes, that's me");
    await slack.says(`link ${code}`);
    await slack.sees("Waiting for you to confirm");
    await lark.presses("不是我");
    for (const who of [slack, eve]) {
      await who.says(`link ${code}`);
      await who.sees("That code is wrong, used or expired");
    }
    const next = await codeFor(lark, "绑定账号");
    later(10);
    await eve.says(`link ${next}`);
    await eve.sees("That code is wrong, used or expired");
    const used = await asked();
    await lark.presses("是我");
    await eve.says(`link ${used}`);
    await eve.sees("That code is wrong, used or expired");
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
    await slack.sees("too many tries");
  });

  it("that was given to somebody as a trap is refused by them, and who made it hears so", async () => {
    const code = await codeFor(lark, "绑定账号");
    await slack.says(`link ${code}`);
    await slack.presses("No, that's someone else");
    await slack.sees("Nothing was linked");
    await lark.sees("“Ben Carter”把你在这里拿到的码发给了我");
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
    await eve.sees("That code is wrong, used or expired");
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
