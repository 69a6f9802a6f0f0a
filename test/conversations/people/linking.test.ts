// Codes that link two accounts, where everybody is in one workspace: then nobody is linked, whoever types what.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { story } from "#test/support/story/story";

const system = story();

const who = async (user: string) =>
  (await system.stores.routing.whoIs(system.account(user)))!.person;

async function codeOf(user: string, word = "绑定账号"): Promise<string> {
  await system.who(user).says(word);
  const shown = (await system.who(user).screen()).messages.at(-1)!.text;
  return /(\d{3}) (\d{3})/.exec(shown)!.slice(1).join("");
}

describe("two accounts of one workspace", () => {
  it("are never joined: whoever typed the code is told why, and its holder that somebody had it", async () => {
    const people = [await who("renke"), await who("linxiao")];
    const holder = system.who("linxiao");
    const code = await codeOf("linxiao");
    await holder.sees(/谁发这个码，就等于申请成为你[\s\S]*绝不会向你要/);
    await system.who("renke").says(`link ${code.slice(0, 3)} ${code.slice(3)}`);
    await system.who("renke").sees("two accounts of one workspace are never linked");
    await holder.sees("把你在这里拿到的码发给了我");
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").sees("wrong, used or expired");

    const english = system.who("anna");
    const other = await codeOf("anna", "link");
    await system.who("linxiao").says(`绑定账号${other}`);
    await system.who("linxiao").sees("同一个企业里的两个账号不能绑定");
    await english.sees(/林晓 sent me the code you got here[\s\S]*the code no longer works/);
    expect([await who("renke"), await who("linxiao")]).toEqual(people);
  });
});

describe("a code", () => {
  it("is of no use in its own chat, or after ten minutes", async () => {
    const code = await codeOf("linxiao");
    await system.who("linxiao").says(`绑定账号${code}`);
    await system.who("linxiao").sees("这就是这边的码");
    await system.clock.moveTo(new Date(system.clock.now().getTime() + 10 * 60_000));
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").sees(/wrong, used or expired/);
  });

  it("that is guessed is given five chances in ten minutes, however it is written", async () => {
    const code = await codeOf("linxiao");
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i += 1) await system.who("renke").says(`link ${wrong}`);
    await system.who("renke").sees(/wrong, used or expired/);
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").sees(/too many tries/);
    expect(await who("renke")).not.toBe(await who("linxiao"));
  });

  it("is not readable in the database", async () => {
    const code = await codeOf("linxiao");
    const [row] = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      execute<{ hash: string }>(tx, sql`select hash from account_link`),
    );
    expect(row!.hash).not.toContain(code);
  });
});
