// The demo as a program whose reader goes away.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { runner, toolFile } from "#test/support/processes/processes";

describe("the demo in a pipe", () => {
  it("ends without a stack when whoever reads it stops reading", async () => {
    const child = spawn(process.execPath, [runner, toolFile("demo")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const complaints = text(child.stderr);
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    expect(await complaints).toBe("");
  }, 180_000);
});
