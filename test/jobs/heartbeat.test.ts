// The cron of the process: what its library would print itself goes through our log, and what fails in a beat is told without its words.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startHeartbeat, type HeartbeatPorts } from "#jobs/heartbeat";
import { noMeter } from "#src/app/compose";
import { writtenLog } from "#test/support/log";

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-11T02:00:10Z") });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a beat that waits for the one before, or fails, is a line of the log like any other, and nothing is printed besides", async () => {
  const printed: unknown[] = [];
  for (const name of ["debug", "log", "info", "warn", "error"] as const)
    vi.spyOn(console, name).mockImplementation((...said: unknown[]) => void printed.push(...said));
  const { logger, written } = writtenLog();
  let end = (): void => {};
  const beats = vi.fn(() => new Promise<number>((resolve) => (end = () => resolve(0))));
  const ports = {
    beat: beats,
    bot: {
      keepHouse: async () => {},
      finishRights: async () => {},
      lookOver: async () => 0,
      receive: async () => ({ outcome: "delivered" }),
      tellRequests: async () => {},
      tellStopped: () => Promise.reject(new TypeError("Renke's words")),
    },
    inbox: { claim: async () => ({ next: null, dead: 0 }) },
    housekeeping: { prune: async () => 0 },
    clock: { now: () => new Date() },
    isClockRight: () => true,
    logger,
    meter: noMeter,
  } as unknown as HeartbeatPorts;
  const heartbeat = startHeartbeat(ports);
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(beats).toHaveBeenCalledTimes(1);
  end();
  await heartbeat.stop();
  const lines = written()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { msg: string });
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 40,
      msg: "cron.late",
      says: "a beat was left out: the one before was not over",
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 50,
      msg: "telling what stopped failed",
      error: expect.stringMatching(/^TypeError\n/),
    }),
  );
  expect(written()).not.toContain("Renke");
  expect(printed).toEqual([]);
});

it("by a clock that is not the database's nothing is thrown away, and by the right one it is", async () => {
  let isRight = false;
  const prune = vi.fn(async () => 0);
  const { logger } = writtenLog();
  const heartbeat = startHeartbeat({
    beat: async () => 0,
    bot: {
      keepHouse: async () => {},
      finishRights: async () => {},
      lookOver: async () => 0,
      receive: async () => ({ outcome: "delivered" }),
      tellRequests: async () => {},
      tellStopped: async () => {},
    },
    inbox: { claim: async () => ({ next: null, dead: 0 }) },
    housekeeping: { prune },
    clock: { now: () => new Date() },
    isClockRight: () => isRight,
    logger,
    meter: noMeter,
  } as unknown as HeartbeatPorts);
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(prune).not.toHaveBeenCalled();
  isRight = true;
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(prune).toHaveBeenCalledTimes(1);
  await heartbeat.stop();
});
