// The real program in a process of its own, as `npm start` begins it.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mainFile, runner, toolFile } from "./processes.ts";

export interface Program {
  readonly child: ChildProcess;
  /** Where it listens, with a slash at the end. */
  readonly url: string;
  /** What it printed until it was ready. */
  readonly said: string;
}

const environment = (folder: string, settings: Readonly<Record<string, string>>) => ({
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  DATA_DIR: folder,
  PORT: "0",
  LOG_LEVEL: "error",
  ...settings,
});

/** What a tool prints in that folder, and how it ends. */
export async function runTool(
  name: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly printed: string; readonly code: number | null }> {
  const child = spawn(process.execPath, [runner, toolFile(name)], {
    env: environment(folder, settings),
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let printed = "";
  for await (const part of child.stdout) printed += String(part);
  const [code] = (await ended) as [number | null];
  return { printed, code };
}

/** Resolves once it says that it is ready. Its folder is where it works and keeps what it keeps. */
export async function startProgram(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(process.execPath, [runner, mainFile], {
    env: environment(folder, settings),
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const part of child.stdout!) {
    said += String(part);
    const url = /ready: (http\S+)/.exec(said)?.[1];
    if (url !== undefined) return { child, url, said };
  }
  throw new Error(`it ended before it was ready: ${said}`);
}

/** A start that ends by itself: what it told whoever started it. One that comes to be ready is ended. */
export async function failToStart(
  folder: string,
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<{ readonly complained: string; readonly code: number | null }> {
  const child = spawn(process.execPath, [runner, mainFile, ...options], {
    env: environment(folder, settings),
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  child.stdout.on("data", (part) => String(part).includes("is ready") && child.kill("SIGTERM"));
  let complained = "";
  for await (const part of child.stderr) complained += String(part);
  const [code] = (await ended) as [number | null];
  return { complained, code };
}
