// The demo as a program: the same words in every run, and a reader who goes away.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { runner, toolFile } from "#test/support/processes/processes";

const start = () =>
  spawn(process.execPath, [runner, toolFile("demo")], { stdio: ["ignore", "pipe", "pipe"] });

describe("the demo in a pipe", () => {
  it("says the same in every run", async () => {
    const [first, second] = await Promise.all([text(start().stdout), text(start().stdout)]);
    expect(first.length).toBeGreaterThan(10_000);
    expect(second).toBe(first);
  }, 240_000);

  it("ends without a stack when whoever reads it stops reading", async () => {
    const child = start();
    const complaints = text(child.stderr);
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    expect(await complaints).toBe("");
  }, 180_000);
});
