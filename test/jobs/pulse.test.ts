// What a process remembers of its own writing: how long ago it succeeded, and why it fails.
import { expect, it, vi } from "vitest";
import type { Renewal } from "#src/ports/process/pulse";
import { startPulse } from "#jobs/pulse";

const fine: Renewal = { committed: true, offsetMs: 7 };
const full: Renewal = { committed: false, why: "the database's disk is full (53100)" };

function made(answers: (Renewal | "hangs")[]) {
  const logged: string[] = [];
  const tries: number[] = [];
  let ended = 0;
  const note = (_fields: object, event: string): void => void logged.push(event);
  const store = {
    renew: async () => {
      tries.push(Math.round(performance.now()));
      const answer = answers.shift() ?? fine;
      return answer === "hangs" ? await new Promise<Renewal>(() => {}) : answer;
    },
    end: async () => void ended++,
  };
  return {
    logged,
    tries,
    ended: () => ended,
    start: () => startPulse({ store, logger: { info: note, warn: note, error: note } }),
  };
}

const moved = async <T>(work: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers();
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
};

it("writes at most every ten seconds, sooner after a failure, says once that it fails and once that it does not any more", () =>
  moved(async () => {
    const { logged, tries, start } = made([fine, fine, full, full, fine]);
    const pulse = await start();
    expect(pulse.state()).toEqual({ silentMs: 0, error: null, offsetMs: 7 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pulse.state()).toMatchObject({
      silentMs: 10_000,
      error: full.committed ? "" : full.why,
    });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(pulse.state()).toMatchObject({ silentMs: 0, error: null });
    expect(tries.map((each) => each - tries[0]!)).toEqual([0, 10_000, 20_000, 23_000, 26_000]);
    expect(logged).toEqual([
      "the database takes nothing",
      "the database takes what is written again",
    ]);
    await pulse.stop();
  }));

it("that hangs holds up neither start nor stop, is not tried again beside itself, and shows how long nothing was written", () =>
  moved(async () => {
    const { tries, start } = made(["hangs"]);
    const starting = start();
    await vi.advanceTimersByTimeAsync(2_000);
    const pulse = await starting;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([pulse.state().silentMs, tries.length]).toEqual([62_000, 1]);
    const stopping = pulse.stop();
    await vi.advanceTimersByTimeAsync(2_000);
    await stopping;
  }));

it("takes its row away when the process stops, and writes none after that", () =>
  moved(async () => {
    const { tries, ended, start } = made([]);
    const pulse = await start();
    await pulse.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([ended(), tries.length]).toEqual([1, 1]);
  }));
