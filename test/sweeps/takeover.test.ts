// A process stands still until another takes its folder over, and then goes on: it must not write a byte any more, whatever it was about
// to do, and the other's data are whole.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "#db/client";
import { openEmbedded } from "#db/embedded/open";
import { runner, moduleFile } from "#test/support/processes/processes";

const timing = { beat: 300, watch: 900 };
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "pacer-takeover-"));
  await (await openEmbedded({ dataDir, say: () => {} })).close();
}, 120_000);
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

it.each(["commits", "reads", "closes", "checkpoints", "does nothing"])(
  "a holder that stood still and then %s has written nothing and ends at once",
  async (what) => {
    const child = spawn(
      process.execPath,
      [runner, moduleFile("folder-stander"), dataDir, what, JSON.stringify(timing)],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    const said = gathered(child);
    await expect.poll(() => said.out, { timeout: 30_000 }).toContain("ready");
    // It has stopped itself at the very place; to the other it is on another machine.
    await expect
      .poll(() => readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.[0])
      .toBe("T");
    const lock = join(dataDir, "pacer.lock");
    const holder = JSON.parse(readFileSync(lock, "utf8")) as { place: object };
    writeFileSync(
      lock,
      JSON.stringify({
        ...holder,
        place: { ...holder.place, namespace: "pid:[1]", host: "another" },
      }),
    );

    const other = await openEmbedded({ dataDir, say: () => {}, timing });
    await other.db.execute(sql`insert into kept (by) values (${`the other, while it ${what}`})`);
    const before = printOf(join(dataDir, "database"));
    const gone = once(child, "close");
    child.kill("SIGCONT");
    expect(await gone).toEqual([1, null]);
    expect(printOf(join(dataDir, "database"))).toEqual(before);
    expect(said.error).toBe(
      `The data folder ${dataDir} was taken over by another Pacer while this process stood still: it ends at once and writes nothing more.\n`,
    );
    expect(said.out).not.toContain("done");
    await other.db.execute(sql`insert into kept (by) values (${`the other, after it ${what}`})`);
    await other.close();

    const again = await openEmbedded({ dataDir, say: () => {}, timing });
    const rows = await execute<{ by: string }>(again.db, sql`select by from kept order by id`);
    await again.close();
    expect(rows.map((row) => row.by).slice(-3)).toEqual([
      `acknowledged, before it ${what}`,
      `the other, while it ${what}`,
      `the other, after it ${what}`,
    ]);
  },
);

function gathered(child: ChildProcess): { out: string; error: string } {
  const said = { out: "", error: "" };
  child.stdout!.on("data", (part: Buffer) => (said.out += part.toString()));
  child.stderr!.on("data", (part: Buffer) => (said.error += part.toString()));
  return said;
}

/** Every file there: its content, and when it was last changed. */
function printOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return Object.fromEntries(
    files.map((each) => {
      const path = join(each.parentPath, each.name);
      return [
        path,
        `${createHash("sha256").update(readFileSync(path)).digest("hex")} ${statSync(path).mtimeMs}`,
      ];
    }),
  );
}
