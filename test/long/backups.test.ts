// npm run test:long: backup and restore as an operator runs them: beside the running program, killed in the middle, on a full disk, and from
// the embedded database to PostgreSQL under an ordinary login.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
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
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mountSmallDisk } from "#test/support/database/small-disk";
import { startOwnPostgres, type OwnPostgres } from "#test/support/database/own-postgres";
import { runner, toolFile } from "#test/support/processes/processes";
import { startProgram, type Program } from "#test/support/processes/program";

const key = randomBytes(32).toString("base64");
const root = mkdtempSync(join(tmpdir(), "pacer-backups-"));
const folder = (name: string): string => {
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
};
const [data, out] = [folder("data"), folder("out")];
const settings = (more: Readonly<Record<string, string>>) => ({
  PATH: process.env["PATH"],
  DATA_DIR: data,
  BACKUP_KEY: key,
  ...more,
});

interface Ran {
  readonly code: number | null;
  readonly says: string;
}
function run(
  tool: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [runner, toolFile(tool === "doctor" ? tool : `backups/${tool}`), ...args],
    {
      cwd: root,
      env: settings(more),
      encoding: "utf8",
    },
  );
  return { code: status, says: stdout + stderr };
}

let program: Program | null = null;
beforeAll(async () => {
  program = await startProgram(data);
});
const end = async () => {
  const running = program;
  program = null;
  running?.child.kill("SIGTERM");
  if (running) await once(running.child, "exit");
};
afterAll(async () => {
  await end();
  rmSync(root, { recursive: true, force: true });
});

const scratch = (): string[] => readdirSync(data).filter((name) => name.startsWith("scratch-"));
const backupsIn = (where: string): string[] =>
  readdirSync(where).filter((name) => name.endsWith(".backup"));
const only = (where: string): string => join(where, backupsIn(where)[0]!);

describe("npm run backup", () => {
  it("beside the running bot makes one that is proved, and the bot says when", async () => {
    const made = run("backup", ["--out", out, "--prove"]);
    expect(made.says).toMatch(/\d{3,} rows of \d+ tables, as of .+\nProved: /);
    expect(made.code).toBe(0);
    expect(scratch()).toEqual([]);
    expect(run("doctor", []).says).toMatch(
      /ok {3}backups: last made .+proved to come back .+within a day/,
    );
    const metrics = await (await fetch(`${program!.url}metrics`)).text();
    expect(metrics).toMatch(/^pacer_backup_proved_timestamp_seconds 1\d{9}$/m);
  });

  it("does not take a key that lies in DATA_DIR, nor writes into it, nor over something", () => {
    const inside = join(data, "key");
    writeFileSync(inside, `${key}\n`);
    expect(run("backup", ["--out", out])).toMatchObject({
      code: 1,
      says: expect.stringMatching(/BACKUP_KEY stands in .+\/key, inside DATA_DIR/),
    });
    rmSync(inside);
    expect(run("backup", ["--out", data])).toMatchObject({
      code: 1,
      says: expect.stringMatching(/lies inside DATA_DIR/),
    });
    expect(run("backup", ["--out", only(out)])).toMatchObject({
      code: 1,
      says: expect.stringMatching(/is there already/),
    });
    expect(run("backup", ["--out", out], { BACKUP_KEY: "" })).toMatchObject({
      code: 1,
      says: expect.stringMatching(/^BACKUP_KEY is missing/),
    });
    expect(run("backup", ["--out", join(root, "none", "x.backup")])).toMatchObject({
      code: 1,
      says: expect.stringMatching(/^There is no folder .+\n$/),
    });
  });

  it("reads its key from a file", () => {
    const file = join(root, "secret");
    writeFileSync(file, `${key}\n`);
    expect(
      run("backup", ["--prove", only(out)], { BACKUP_KEY: "", BACKUP_KEY_FILE: file }),
    ).toMatchObject({ code: 0, says: expect.stringMatching(/^Proved: /) });
  });

  it("that is killed in the middle leaves what the next one takes away", async () => {
    const killed = folder("killed");
    for (const ms of [400, 1200, 2000]) {
      const child = spawn(
        process.execPath,
        [runner, toolFile("backups/backup"), "--out", killed, "--prove"],
        { cwd: root, env: settings({}), stdio: "ignore" },
      );
      const late = setTimeout(() => child.kill("SIGKILL"), ms);
      await once(child, "exit");
      clearTimeout(late);
    }
    // What has its own name is whole, whenever the kill came.
    for (const name of backupsIn(killed))
      expect(run("restore", [join(killed, name)], { DATA_DIR: folder("look") }).code).toBe(0);
    expect(run("backup", ["--out", killed]).code).toBe(0);
    expect(readdirSync(killed).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(scratch()).toEqual([]);
  });

  const probe = mountSmallDisk(1);
  probe?.remove();
  it.skipIf(probe === null)(
    "on a disk that is full says so in one sentence and leaves nothing",
    () => {
      const disk = mountSmallDisk(1)!;
      disk.fill();
      const full = run("backup", ["--out", disk.folder]);
      expect(full).toMatchObject({
        code: 1,
        says: `There is no room left in ${disk.folder}: no backup was written.\n`,
      });
      expect(readdirSync(disk.folder)).toEqual(["filler"]);
      disk.remove();
    },
  );
});

describe("npm run restore", () => {
  it("on an empty machine needs the file and its key alone, and what was due before is held back", async () => {
    await end();
    rmSync(data, { recursive: true });
    const file = only(out);
    const before = run("restore", [file]);
    expect(before).toMatchObject({
      code: 0,
      says: expect.stringMatching(/would come back into .+add --yes/s),
    });
    expect(existsSync(join(data, "playground"))).toBe(false);
    expect(run("restore", [file, "--yes"])).toMatchObject({
      code: 0,
      says: expect.stringMatching(/held back/),
    });
    expect(run("restore", [file, "--yes"])).toMatchObject({
      code: 1,
      says: expect.stringMatching(/already: a backup comes back into an empty place/),
    });
    expect(scratch()).toEqual([]);
    program = await startProgram(data);
    const page = await (await fetch(program.url)).text();
    expect(page).toContain("Pacer");
    expect(run("restore", ["--resume"]).code).toBe(0);
    await end();
  });

  it("that is killed in the middle leaves an empty place behind", async () => {
    const there = folder("killed-restore");
    for (const ms of [500, 1500, 2500]) {
      const child = spawn(
        process.execPath,
        [runner, toolFile("backups/restore"), only(out), "--yes"],
        {
          cwd: root,
          env: settings({ DATA_DIR: there }),
          stdio: "ignore",
        },
      );
      const late = setTimeout(() => child.kill("SIGKILL"), ms);
      await once(child, "exit");
      clearTimeout(late);
      if (existsSync(join(there, "playground", "database")))
        rmSync(join(there, "playground"), { recursive: true });
    }
    expect(run("restore", [only(out), "--yes"], { DATA_DIR: there }).code).toBe(0);
    expect(readdirSync(there)).toEqual(["playground"]);
  });

  it("brings the ENCRYPTION_KEY along, in a file of its own", () => {
    const sealed = randomBytes(32).toString("base64");
    const into = folder("with-key");
    expect(
      run("backup", ["--out", join(root, "sealed.backup")], { ENCRYPTION_KEY: sealed }).code,
    ).toBe(0);
    const back = run("restore", [join(root, "sealed.backup"), "--yes"], { DATA_DIR: into });
    const file = /ENCRYPTION_KEY_FILE=(\S+)/.exec(back.says)?.[1];
    expect(readFileSync(file!, "utf8").trim()).toBe(sealed);
    expect(back.says).not.toContain(sealed);
  });
});

describe("from the embedded database to PostgreSQL and back", () => {
  let server: OwnPostgres | null;
  beforeAll(async () => {
    server = await startOwnPostgres();
  });
  afterAll(() => server?.remove());

  it("every row is the same, under a login that is no superuser", async (context) => {
    if (server === null) return context.skip("no PostgreSQL server on this machine");
    const url = new URL(await server.newDatabase("pacer"));
    server.program("psql", [url.href], {
      input:
        "create role pacer_app nologin; create role pacer login; grant pacer_app to pacer; alter database pacer owner to pacer; alter schema public owner to pacer;",
    });
    url.username = "pacer";
    const there = { DATABASE_URL: url.href, DATA_DIR: folder("beside") };
    expect(run("restore", [only(out), "--yes"], there)).toMatchObject({
      code: 0,
      says: expect.stringMatching(/in the database that DATABASE_URL names now/),
    });
    expect(run("restore", [only(out), "--yes"], there)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/not empty \(\d+ tables\)/),
    });
    const again = join(root, "postgres.backup");
    expect(run("backup", ["--out", again, "--prove"], there)).toMatchObject({
      code: 0,
      says: expect.stringMatching(/Proved: /),
    });
    const looked = [only(out), again].map((file) =>
      Number(/: (\d+) rows/.exec(run("restore", [file], { DATA_DIR: folder("none") }).says)?.[1]),
    );
    // The record of the restore itself is one more; a nudge without words would be one less.
    expect(looked[1]).toBeGreaterThanOrEqual(looked[0]!);
    expect(run("restore", ["--resume", "--drop"], there).code).toBe(0);
  });
});
