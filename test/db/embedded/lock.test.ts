// The lock on an embedded database's folder: one holder, whatever races and whoever died.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { thisProcess } from "#db/embedded/process-identity";
import { FolderTaken, lockFolder } from "#db/embedded/lock";
import { startWorker } from "#test/support/processes/processes";

const base = mkdtempSync(join(tmpdir(), "pacer-lock-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function folder(name: string): string {
  const path = join(base, name);
  mkdirSync(path);
  return path;
}

const lost = (): never => {
  throw new Error("the lock was lost");
};

/** Nobody has this pid: it is above the kernel's maximum. */
function dead(token: string) {
  return { ...thisProcess(), pid: 2 ** 22 + 1, token };
}

function leave(path: string, holder: object, suffix = ""): void {
  writeFileSync(join(path, `pacer.lock${suffix}`), JSON.stringify(holder));
}

describe("the lock on a folder", () => {
  test("refuses a second holder in one sentence that names the process and the folder", async () => {
    const path = folder("twice");
    const lock = await lockFolder(path, lost);
    const refusal = await lockFolder(path, lost).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderTaken);
    expect((refusal as FolderTaken).message).toContain(
      `${path} is in use by another Pacer (process ${process.pid})`,
    );
    lock.release();
  });

  test("is free again once released, and leaves no file behind", async () => {
    const path = folder("again");
    (await lockFolder(path, lost)).release();
    (await lockFolder(path, lost)).release();
    expect(readdirSync(path)).toEqual([]);
  });

  test("is taken over from a process that is gone", async () => {
    const path = folder("gone");
    leave(path, dead("a"));
    (await lockFolder(path, lost)).release();
  });

  test("is taken over where the pid now belongs to a process that started at another time", async () => {
    const path = folder("reused");
    leave(path, { ...thisProcess(), started: "1" });
    (await lockFolder(path, lost)).release();
  });

  test("is taken over from a process of before the machine was restarted", async () => {
    const path = folder("rebooted");
    const me = thisProcess();
    leave(path, { ...me, place: { ...me.place, boot: "an earlier one" } });
    (await lockFolder(path, lost)).release();
  });

  test("is taken over although somebody died while taking it over", async () => {
    const path = folder("chain");
    leave(path, dead("a"));
    leave(path, dead("b"), ".after-a");
    leave(path, dead("c"), ".after-b");
    (await lockFolder(path, lost)).release();
    expect(readdirSync(path)).toEqual([]);
  });

  test("is not released by one who no longer holds it", async () => {
    const path = folder("usurped");
    const lock = await lockFolder(path, lost);
    leave(path, dead("somebody else"));
    lock.release();
    expect(readFileSync(join(path, "pacer.lock"), "utf8")).toContain("somebody else");
  });

  test("is respected in another container as long as it beats, and taken over when it stops", async () => {
    const path = folder("container");
    const timing = { beat: 20, watch: 400 };
    const lock = await lockFolder(path, lost, timing);
    const me = thisProcess();
    const held = JSON.parse(readFileSync(join(path, "pacer.lock"), "utf8")) as object;
    leave(path, { ...held, place: { ...me.place, namespace: "pid:[1]", host: "another" } });
    await expect(lockFolder(path, lost, timing)).rejects.toThrow("on another");
    lock.release(); // stops beating
    leave(path, { ...held, place: { ...me.place, namespace: "pid:[1]", host: "another" } });
    (await lockFolder(path, lost, timing)).release();
  });
});

describe("a holder that stood still", () => {
  const timing = { beat: 200, watch: 400 };
  const elsewhere = { ...thisProcess().place, namespace: "pid:[1]", host: "another" };

  test("hears at its next beat, and before it writes, that the lock is another's or gone", async () => {
    for (const [name, now] of [
      ["another's", JSON.stringify(dead("b"))],
      ["gone", null],
      ["garbled", "{"],
    ] as const) {
      const path = folder(`stood-${name}`);
      let heard = 0;
      const lock = await lockFolder(path, (() => void heard++) as unknown as () => never, timing);
      const file = join(path, "pacer.lock");
      if (now === null) rmSync(file);
      else writeFileSync(file, now);
      await expect.poll(() => heard).toBe(1);
      const before = heard;
      // Nothing else runs meanwhile, as in a process that stands still.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, timing.beat);
      lock.stillHeld();
      expect({ name, heard: heard - before }).toEqual({ name, heard: 1 });
      rmSync(file, { force: true });
      lock.release();
    }
  });

  test("may write for one beat after its lock was taken, so whoever took it waits for that long", async () => {
    const path = folder("grace");
    leave(path, { ...thisProcess(), place: elsewhere });
    const file = join(path, "pacer.lock");
    const before = readFileSync(file, "utf8");
    let published = 0;
    const taking = lockFolder(path, lost, timing);
    await expect
      .poll(
        () =>
          (published = performance.now()) > 0 &&
          existsSync(file) &&
          readFileSync(file, "utf8") !== before,
        { interval: 2, timeout: 5_000 },
      )
      .toBe(true);
    const lock = await taking;
    expect(performance.now() - published).toBeGreaterThanOrEqual(timing.beat);
    lock.release();
  });
});

describe("four processes at once", () => {
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    children.push(...(await Promise.all([1, 2, 3, 4].map(() => startWorker("lock-contender")))));
  });
  afterAll(() => {
    for (const child of children) child.kill("SIGKILL");
  });

  test("get exactly one holder in each of 60 races, over free folders and over dead holders' ones", async () => {
    for (let race = 0; race < 60; race++) {
      const path = folder(`race-${race}`);
      if (race % 3 > 0) leave(path, dead("a"));
      if (race % 3 > 1) leave(path, dead("b"), ".after-a");
      const answers = await Promise.all(children.map((child) => ask(child, { take: path })));
      expect(answers.toSorted(), `race ${race}`).toEqual(["held", "taken", "taken", "taken"]);
      await Promise.all(children.map((child) => ask(child, { drop: true })));
    }
  });

  test("see a killed holder's folder as free", async () => {
    const path = folder("killed");
    const [first, second] = children as [ChildProcess, ChildProcess];
    expect(await ask(first, { take: path })).toBe("held");
    expect(await ask(second, { take: path })).toBe("taken");
    first.kill("SIGKILL");
    await once(first, "exit");
    expect(await ask(second, { take: path })).toBe("held");
  });
});

async function ask(child: ChildProcess, question: object): Promise<unknown> {
  const answer = once(child, "message");
  child.send(question);
  return (await answer)[0] as unknown;
}
