// A PostgreSQL of a test's own, in a folder and on a port nobody else uses, so that it can be stopped while others work. As root it
// runs under the login `postgres`, since initdb refuses root.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

export interface OwnPostgres {
  readonly url: string;
  /** Another database there, and where. */
  newDatabase(name: string): Promise<string>;
  /** Ends every session and the server. `immediate` is as a crash: it recovers when it starts. */
  stop(how: "fast" | "immediate"): void;
  start(): void;
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
    const [command, rest] = isRoot ? ["runuser", ["-u", "postgres", "--", join(bin, name), ...args]] : [join(bin, name), args];
    execFileSync(command, [...rest], { cwd: folder, stdio: "ignore" });
  };
  const data = join(folder, "data");
  run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const start = () => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c shared_buffers=64MB`, "start");
  const stop = (how: string) => run("pg_ctl", "-D", data, "-w", "-m", how, "stop");
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
    start,
    stop,
    remove() {
      if (existsSync(join(data, "postmaster.pid"))) stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string | null {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(home, version, "bin")).find((folder) => existsSync(join(folder, "initdb"))) ?? null;
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
