// What a process prints while a test runs, and words that must not stand in it.
import { afterEach, beforeEach, vi } from "vitest";

export const mark = "MARK7f3a";

export let printed: string[];
/** What the process prints is kept while a test of this file runs. */
export function listening(): void {
  beforeEach(() => {
    printed = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((text) => {
        printed.push(String(text));
        return true;
      });
    }
    for (const name of ["debug", "log", "info", "warn", "error"] as const)
      vi.spyOn(console, name).mockImplementation(
        (...said: unknown[]) => void printed.push(said.join(" ")),
      );
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}

export interface Line {
  readonly msg: string;
  readonly code?: string;
  readonly error?: string;
}

export const linesOf = (written: string): readonly Line[] =>
  written
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

/** Whatever the front makes of it: what nobody answers is no failure of the test. */
export const trying = async (...works: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const work of works) await work().catch(() => {});
};
