// NOTIFY, heard on a connection of its own. Where that is lost another takes its place, and something is taken to have been said
// meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, ConnectionEvents } from "./connection.ts";

const againMs = 1_000;
const silenceMs = 10_000;

/** Resolves once it listens, to what ends it. */
export async function listenOn(
  open: (events: ConnectionEvents) => Promise<Connection>,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let current: Connection | null = null;
  let stopped = false;

  async function begin(): Promise<void> {
    const connection = await open({ notified: heard, lost: () => void again() });
    try {
      await connection.client(silenceMs).unsafe(`listen "${channel.replaceAll('"', '""')}"`);
    } catch (error) {
      await connection.end();
      throw error;
    }
    current = connection;
    if (stopped) await connection.end();
  }

  async function again(): Promise<void> {
    if (current === null) return; // whoever opened it hears of it
    current = null;
    while (!stopped && current === null) {
      await sleep(againMs, undefined, { ref: false });
      await begin().then(
        () => heard(""),
        () => {}, // tried again
      );
    }
  }

  await begin();
  return async () => {
    stopped = true;
    await current?.end();
  };
}
