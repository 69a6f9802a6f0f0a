// How a command reaches the running bot: a socket in DATA_DIR, for this login only. The embedded database is held by one
// process, so a tool asks the one that has it.
import { chmodSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";
import { syncAsked } from "../crm/sync-asked.ts";
import { backupQuestions } from "../backup/answer.ts";
import { exportAsked } from "../figures/export-figures.ts";
import { importAsked } from "./import-asked.ts";
import { personAsked } from "./person-asked.ts";
import type { Logger } from "#src/ports/process/logger";

/** What a tool may ask; each answers with text for the terminal. */
export const asked = z.discriminatedUnion("ask", [
  z.object({
    ask: z.literal("tick"),
    at: z.coerce.date().nullable(),
    why: z.string().nullable(),
    send: z.boolean(),
  }),
  z.object({ ask: z.literal("dead"), names: z.boolean().optional() }),
  z.object({ ask: z.literal("chats"), names: z.boolean().optional() }),
  z.object({ ask: z.literal("backups") }),
  z.object({ ask: z.literal("forget") }),
  z.object({
    ask: z.literal("join"),
    platform: z.string().nullable(),
    workspace: z.string().nullable(),
    organisation: z.string().nullable(),
    apply: z.boolean(),
  }),
  importAsked,
  exportAsked,
  syncAsked,
  personAsked,
  ...backupQuestions,
  z.object({ ask: z.literal("retry"), id: z.uuid() }),
  z.object({ ask: z.literal("drop"), id: z.uuid() }),
]);
export type Asked = z.output<typeof asked>;

export const socketIn = (folder: string): string => join(folder, "pacer.sock");

export interface Listening {
  close(): void;
}

/** Listens until closed. A socket left behind by a killed process is taken over: its folder's lock is ours. */
export function listenOnSocket(
  path: string,
  answer: (question: Asked) => Promise<string>,
  logger: Logger,
): Promise<Listening> {
  rmSync(path, { force: true });
  const routes = new Hono().post("/", async (c) => {
    const question = asked.safeParse(await c.req.json().catch(() => null));
    if (!question.success)
      return c.text(
        "This bot is another version than the tool: run both from the same folder.",
        400,
      );
    try {
      return c.text(await answer(question.data));
    } catch (error) {
      logger.error({ ask: question.data.ask, error }, "tool failed");
      return c.text("That failed; the bot's log has the cause.", 500);
    }
  });
  const server = createServer(getRequestListener(routes.fetch));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Nobody else on this machine may connect, not even for a moment.
    const mask = process.umask(0o177);
    server.listen(path, () => {
      process.umask(mask);
      chmodSync(path, 0o600);
      resolve({ close: () => void server.close() });
    });
  });
}

/** The running bot's answer; null when none runs. */
export function askRunning(
  path: string,
  question: Asked,
): Promise<{ readonly ok: boolean; readonly text: string } | null> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        socketPath: path,
        method: "POST",
        path: "/",
        headers: { "content-type": "application/json" },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({ ok: response.statusCode === 200, text: Buffer.concat(parts).toString("utf8") }),
        );
      },
    );
    asking.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" || error.code === "ECONNREFUSED" ? resolve(null) : reject(error),
    );
    asking.end(JSON.stringify(question));
  });
}
