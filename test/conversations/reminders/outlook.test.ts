// The bot explains itself: what comes by itself, and what was held back and why, to each in their own words.
import { describe, expect, it } from "vitest";
import { parse } from "node-html-parser";
import { isPlayground } from "#test/support/story/front";
import { byOperator } from "#test/support/story/system";
import { visibleText } from "#test/support/web/reading";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);

async function aside(user: string): Promise<string> {
  const page = parse(await (await system.routes.request(`http://localhost/as/${user}`)).text());
  return visibleText(page.querySelector("#outlook")).replaceAll("\u00a0", " ");
}

// It stands beside the chat on the playground's page.
describe.runIf(isPlayground)("what comes next", () => {
  it("names the next Monday at each one's own hour, and moves on when it is past", async () => {
    expect(await aside("linxiao")).toContain("11月16日（周一） 09:00\n每周周报");
    expect(await aside("maya")).toContain("Mon 16 Nov 09:00\nWeekly check-in");
    await system.clock.moveTo(new Date("2026-11-16T02:00:00Z"));
    expect(await aside("linxiao")).toContain("11月23日（周一） 09:00\n每周周报");
    expect(await aside("maya")).toContain("Mon 16 Nov 09:00\nWeekly check-in");
  });

  it("says what was held back because of a person's own choice", async () => {
    await system.who("linxiao").says("暂停提醒到周五");
    await system.who("renke").says("pause reminders until 11-20");
    await system.clock.moveTo(new Date("2026-11-16T15:00:00Z"));
    expect(await aside("renke")).toMatch(
      /Held back because\n[\s\S]*Mon 16 Nov 09:00\nWeekly check-in\nyou paused reminders/,
    );
    expect(await aside("linxiao")).not.toContain("先没发，因为");
    await system.who("renke").doesNotSee("New week");
  });

  it("keeps quiet about anything where the team was not switched on", async () => {
    await system.stores.inOrganisation(
      (await system.stores.routing.organisations())[0]!,
      async ({ people }) => {
        const [team] = await people.teams();
        await people.saveTeam({ ...team!, switchedOnAt: null }, byOperator);
      },
    );
    await system.clock.moveTo(new Date("2026-11-16T15:00:00Z"));
    await system.who("linxiao").doesNotSee("新的一周");
    expect(await aside("linxiao")).toContain("先没发，因为");
  });
});
