// npm run test:long: the real program is asked to stop (SIGTERM) with answers on their way. It ends by itself within ten seconds, and
// every answer is in the chat once when it runs again.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startProgram, type Program } from "#test/support/processes/program";

const mostMs = 10_000;
const rounds = 3;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pacer-stopping-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (): Promise<Program> => startProgram(folder);

const say = (url: string, text: string): Promise<Response> =>
  fetch(`${url}as/linxiao/say`, {
    method: "POST",
    headers: { origin: new URL(url).origin, "x-pacer": "fragment" },
    body: new URLSearchParams({ id: randomUUID(), text }),
  });

it("stops in time and loses no answer, whatever was on its way", async () => {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { child, url } = await start();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => say(url, `电话${n + 1} 第${round}轮`)),
    );
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200, 200]);
    const began = performance.now();
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];
    took.push(Math.round(performance.now() - began));
    expect(code).toBe(0);
  }
  const { child, url } = await start();
  await expect
    .poll(
      async () =>
        parse(await (await fetch(`${url}as/linxiao`)).text()).querySelectorAll(
          "#stream .msg:not(.by-person)",
        ).length,
      { timeout: 10_000 },
    )
    .toBe(rounds * 5);
  child.kill("SIGTERM");
  await once(child, "exit");
  process.stdout.write(
    `asked to stop ${rounds} times with answers on their way: it took ${took.join(", ")} ms\n`,
  );
  expect(Math.max(...took)).toBeLessThan(mostMs);
});
