// A table of lines as people type them, each with what is answered. The lines of one table are said one after the other.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSystem, type System } from "./system.ts";

export type Case = readonly [id: string, who: string, typed: string, says: RegExp, never?: RegExp];

/** What the bot answers to one line, its buttons behind it; the form where it opens one. */
async function answer(system: System, who: string, typed: string): Promise<string> {
  const person = system.who(who);
  const before = (await person.screen()).messages.length;
  await person.says(typed.replaceAll("⏎", "\n").replaceAll("⇥", "\t"));
  const { messages, form } = await person.screen();
  return [
    ...messages
      .slice(before)
      .filter(({ by }) => by === "bot")
      .map(({ text, buttons }) => `${text} [${buttons.join("] [")}]`),
    ...(form === null
      ? []
      : [`<${form.title}> ${form.fields.map((each) => each.value).join("|")}`]),
  ].join("\n");
}

export function table(
  name: string,
  cases: readonly Case[],
  centre: "team" | "whole" = "team",
): void {
  describe(name, () => {
    let system: System;
    beforeAll(async () => {
      system = await startSystem({ centre });
      // Half past four in Shanghai, half past nine in Berlin.
      await system.clock.moveTo(new Date("2026-11-11T08:30:00Z"));
    });
    afterAll(async () => {
      await system.stop();
      expect(system.errors).toEqual([]);
    });
    for (const [id, who, typed, says, never] of cases)
      it(`${id}: ${who} types ${typed}`, async () => {
        const read = await answer(system, who, typed);
        expect(read).toMatch(says);
        if (never) expect(read).not.toMatch(never);
      });
  });
}
