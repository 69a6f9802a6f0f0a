// A command of the terminal that needs data: the running bot answers it where it holds the embedded database, otherwise this process does.
import { existsSync } from "node:fs";
import { openToLook } from "#src/app/open";
import { reasonOf } from "#src/app/log/reason";
import { readConfig } from "#src/config";
import { askRunning, socketIn, type Asked } from "./socket.ts";

type Looked = Awaited<ReturnType<typeof openToLook>>;

/** `code`: what the command exits with. */
export interface ToolAnswer {
  readonly code: number;
  readonly says: string;
}

/** Reads .env, asks, prints, and sets the exit code: 3 where it was refused. `question` throws SettingWrong with the usage. */
export async function runTool<Question extends Asked>(
  question: () => Question,
  answer: (asked: Question, opened: Looked) => Promise<ToolAnswer>,
): Promise<void> {
  try {
    const { code, says } = await answered(question, answer);
    process.stdout.write(says.endsWith("\n") ? says : `${says}\n`);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 3;
  }
}

async function answered<Question extends Asked>(
  question: () => Question,
  answer: (asked: Question, opened: Looked) => Promise<ToolAnswer>,
): Promise<ToolAnswer> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const asked = question();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running)
    return running.ok ? (JSON.parse(running.text) as ToolAnswer) : { code: 3, says: running.text };
  const opened = await openToLook(config);
  try {
    return await answer(asked, opened);
  } finally {
    await opened.close();
  }
}
