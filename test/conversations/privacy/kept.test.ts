// What is kept about somebody, told to them: what, why, who sees it, until when, and who looked.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { localDateAt } from "#src/calendar/zones";
import { story } from "#test/support/story/story";

const system = story();

describe("what is kept", () => {
  it("is told to a rep, kind by kind, with who sees it and until when", async () => {
    const rep = system.who("renke");
    await rep.says("blocked waiting for the price list");
    await rep.says("privacy");
    await rep.sees("What is kept about you");
    await rep.sees(/Goals and progress · \d+ entries/);
    await rep.sees(/your manager and the team's assistant. Kept as long as your company uses me/);
    await rep.sees(/Check-ins and blockers · \d+ entr[\s\S]*Kept up to 13 months/);
    await rep.sees("Nobody but you, your manager and your assistant looked");
    await rep.doesNotSee("price list");
  });

  it("names who looked without being their manager, in Chinese", async () => {
    const [reader, of] = await Promise.all(
      ["zhoulan", "linxiao"].map(
        async (user) => (await system.stores.routing.whoIs(system.account(user)))?.person,
      ),
    );
    if (!reader || !of) throw new Error("they are seeded");
    const at = system.clock.now();
    await system.stores.inOrganisation(playgroundOrganisation, ({ audit }) =>
      audit.read(reader, of, localDateAt(at, "Asia/Shanghai"), at),
    );
    const rep = system.who("linxiao");
    await rep.says("隐私");
    await rep.sees(/还有谁看过[\s\S]*周岚 · /);
    await rep.sees("目标和进展");
    expect(await rep.news()).not.toContain("My data");
  });
});
