// Connections that are there to be lent, one borrower at a time. A lost one is not lent again; in its place another is opened.
import { setTimeout as sleep } from "node:timers/promises";
import { isUnreached } from "../errors.ts";
import type { Connection } from "./connection.ts";

export interface Pool {
  /** Lends a connection for as long as `work` takes. What it cannot open is what it throws, before `work` began. */
  lend<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Waits for what is lent, then for nothing. */
  close(): Promise<void>;
}

/** Older ones go when they come back: a server's session grows with what it has seen. */
const oldMs = 30 * 60_000;
/** For a server that restarts: most are back by then, and nobody notices. */
const patienceMs = 1_500;

export function createPool(open: () => Promise<Connection>, size: number, first: Connection): Pool {
  const idle: Connection[] = [first];
  const lent = new Set<Connection>();
  const waiting: (() => void)[] = [];
  let places = size;
  let closed = false;

  /** In the order in which they asked. */
  async function enter(): Promise<void> {
    if (places > 0) places--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else places++;
  }

  async function take(): Promise<Connection> {
    if (closed) throw new Error("the database was closed");
    let kept = idle.pop();
    while (kept?.isLost() === true) kept = idle.pop();
    return kept ?? (await patiently(open, patienceMs));
  }

  async function giveBack(connection: Connection): Promise<void> {
    lent.delete(connection);
    if (closed || performance.now() - connection.openedAt > oldMs) await connection.end();
    else if (!connection.isLost()) idle.push(connection);
  }

  return {
    async lend(work) {
      await enter();
      try {
        const connection = await take();
        lent.add(connection);
        try {
          return await work(connection);
        } finally {
          await giveBack(connection);
        }
      } finally {
        leave();
      }
    },
    async close() {
      closed = true;
      await Promise.all([...idle.splice(0), ...lent].map((each) => each.end()));
    },
  };
}

/** Opens what is not ready yet again and again for so long; `waits` hears of it once. */
export async function patiently<T>(
  open: () => Promise<T>,
  forMs: number,
  waits: (error: unknown) => void = () => {},
): Promise<T> {
  const until = performance.now() + forMs;
  for (let told = false; ; told = true) {
    try {
      return await open();
    } catch (error) {
      if (!isUnreached(error) || performance.now() >= until) throw error;
      if (!told) waits(error);
      await sleep(Math.min(200, forMs / 10));
    }
  }
}
