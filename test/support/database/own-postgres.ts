// A PostgreSQL of a test's own, in a folder and on a port nobody else uses, so that it can be stopped while others work. As root it
// runs under the login `postgres`, since initdb refuses root.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

/** `smart` waits for its sessions to go by themselves, half a second here, and is `fast` then. */
export type Stop = "smart" | "fast" | "immediate";

export interface OwnPostgres {
  readonly url: string;
  /** Another database there, and where. */
  newDatabase(name: string): Promise<string>;
  /** What a program of PostgreSQL's own prints, given that to read; throws what it complains of. */
  program(
    name: "pg_dump" | "psql",
    args: readonly string[],
    given?: { readonly input?: string; readonly options?: string },
  ): string;
  /** Ends every session and the server. `immediate` is as a crash: it recovers when it starts. */
  stop(how: Stop): void;
  start(): void;
  /** `postmaster`: the server itself, without a word to its sessions. `session`: one of Pacer's, whereupon the server ends all others and recovers. */
  /** False where there was no session just then. */
  kill(what: "postmaster" | "session"): boolean;
  /** Stands still, connections open, until what is returned is called. */
  freeze(): () => void;
  remove(): void;
}

/** Null where this machine has no PostgreSQL server. `inside`: the folder its own is made in. */
export async function startOwnPostgres(inside: string = tmpdir()): Promise<OwnPostgres | null> {
  const bin = binaries();
  if (bin === null) return null;
  const port = await freePort();
  const folder = mkdtempSync(join(inside, "pacer-postgres-"));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  const run = (name: string, ...args: readonly string[]) => {
    const [command, rest] = isRoot
      ? ["runuser", ["-u", "postgres", "--", join(bin, name), ...args]]
      : [join(bin, name), args];
    execFileSync(command, [...rest], { cwd: folder, stdio: "ignore" });
  };
  const data = join(folder, "data");
  run(
    "initdb",
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
  );
  const startOnce = () =>
    run(
      "pg_ctl",
      "-D",
      data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c shared_buffers=64MB`,
      "start",
    );
  /** The sessions of a server that was killed may hold its memory for a moment. */
  const start = () => {
    for (let tries = 1; ; tries++) {
      try {
        return startOnce();
      } catch (error) {
        if (tries === 50) throw error;
        pause(100);
      }
    }
  };
  const postmaster = () =>
    Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  const isStarted = () => existsSync(join(data, "postmaster.pid"));
  const stop = (how: Stop) => {
    if (how === "smart") {
      run("pg_ctl", "-D", data, "-W", "-m", "smart", "stop");
      pause(500);
    }
    try {
      if (isStarted())
        run("pg_ctl", "-D", data, "-w", "-m", how === "smart" ? "fast" : how, "stop");
    } catch (error) {
      if (isStarted()) throw error; // else it was gone just then
    }
  };
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async newDatabase(name) {
      const url = new URL(`postgres://postgres@127.0.0.1:${port}/postgres`);
      const admin = postgres(url.href, { max: 1 });
      await admin.unsafe(`create database ${name}`);
      await admin.end();
      url.pathname = `/${name}`;
      return url.href;
    },
    program: (name, args, { input = "", options = "" } = {}) =>
      execFileSync(join(bin, name), [...args], {
        input,
        env: { PATH: process.env["PATH"], PGOPTIONS: options },
        encoding: "utf8",
        maxBuffer: 100_000_000,
        stdio: ["pipe", "pipe", "pipe"],
      }),
    start,
    stop,
    kill(what) {
      const session =
        what === "session"
          ? childrenOf(postmaster()).find(({ title }) =>
              /^postgres: .*127\.0\.0\.1\(\d+\)/.test(title),
            )?.pid
          : postmaster();
      if (session !== undefined) process.kill(session, "SIGKILL");
      return session !== undefined;
    },
    freeze() {
      const all = [postmaster(), ...childrenOf(postmaster()).map((each) => each.pid)];
      for (const pid of all) process.kill(pid, "SIGSTOP");
      return () => all.forEach((pid) => process.kill(pid, "SIGCONT"));
    },
    remove() {
      stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pause = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function childrenOf(pid: number): readonly { readonly pid: number; readonly title: string }[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return children.split(" ").map((child) => ({
    pid: Number(child),
    title: readFileSync(`/proc/${child}/cmdline`, "utf8"),
  }));
}

/** Whether this machine has a PostgreSQL server to start. */
export const hasPostgresServer = (): boolean => binaries() !== null;

function binaries(): string | null {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home)
    ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a))
    : [];
  return (
    versions
      .map((version) => join(home, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb"))) ?? null
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
