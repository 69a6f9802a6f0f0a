// npm run test:long: the real program on a file system that is really full. Left out, by name, where nothing may be mounted.
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOwnPostgres, type OwnPostgres } from "#test/support/database/own-postgres";
import { startProgram, type Program } from "#test/support/processes/program";
import { mountSmallDisk, type SmallDisk } from "#test/support/database/small-disk";

beforeAll(async () => {});

const ready = async ({ url }: Program): Promise<string> => {
  const asked = performance.now();
  const answer = await fetch(`${url}readyz`);
  expect(performance.now() - asked).toBeLessThan(5_000);
  return `${answer.status} ${(await answer.text()).replaceAll("\n", "; ")}`;
};

async function fillAndClear(disk: SmallDisk, program: Program): Promise<void> {
  expect(await ready(program)).toBe("200 ready");
  disk.fill();
  await expect
    .poll(() => ready(program), { timeout: 30_000, interval: 500 })
    .toMatch(/^503 not ready; the database's disk is full \(53100\)/);
  disk.clear();
  await expect.poll(() => ready(program), { timeout: 30_000, interval: 500 }).toBe("200 ready");
  program.child.kill("SIGTERM");
  await once(program.child, "exit");
}

const probe = mountSmallDisk(1);
probe?.remove();

describe.skipIf(probe === null)(
  "on a file system that is full, /readyz says so within seconds and takes it back when there is room",
  () => {
    let disk: SmallDisk;
    beforeAll(() => {
      disk = mountSmallDisk(300)!;
      chmodSync(disk.folder, 0o755);
    });
    afterAll(() => disk.remove());

    it("with the embedded database", async () => {
      const folder = join(disk.folder, "data");
      mkdirSync(folder);
      await fillAndClear(disk, await startProgram(folder));
      rmSync(folder, { recursive: true });
    });

    it("with PostgreSQL", async (context) => {
      const server: OwnPostgres | null = await startOwnPostgres(disk.folder);
      if (server === null) return context.skip("no PostgreSQL server on this machine");
      const folder = mkdtempSync(join(tmpdir(), "pacer-full-"));
      await fillAndClear(
        disk,
        await startProgram(folder, { DATABASE_URL: await server.newDatabase("pacer") }),
      );
      server.remove();
      rmSync(folder, { recursive: true, force: true });
    });
  },
);
