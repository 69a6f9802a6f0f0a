// The real program in a process of its own, as `npm start` begins it.
import { spawn, type ChildProcess } from "node:child_process";
import type { CompiledHouse } from "./compiled-house.ts";

export interface Program {
  readonly child: ChildProcess;
  /** Where it listens, with a slash at the end. */
  readonly url: string;
}

/** Resolves once it says that it is ready. Its folder is where it works and keeps what it keeps. */
export async function startProgram(house: Pick<CompiledHouse, "main">, folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const environment = { PATH: process.env["PATH"], HOME: process.env["HOME"], DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error", ...settings };
  const child = spawn(process.execPath, [house.main], { env: environment, cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const part of child.stdout!) {
    said += String(part);
    const url = /ready: (http\S+)/.exec(said)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`it ended before it was ready: ${said}`);
}
