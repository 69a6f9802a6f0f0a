// What is counted by a digest: exact for as many as come.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createTallies } from "#src/practices/numbers/import/tallies";

const keyOf = (text: string): Uint8Array =>
  createHash("sha256").update(text).digest().subarray(0, 12);

it("finds each of very many again, and nothing that was not put there", () => {
  const tallies = createTallies();
  for (let n = 0; n < 20_000; n++) tallies.set(keyOf(`row ${n}`), n);
  for (let n = 0; n < 20_000; n += 7) expect(tallies.get(keyOf(`row ${n}`))).toBe(n);
  expect(tallies.get(keyOf("row 20000"))).toBeNull();
});

it("holds what was set last, a nothing among it", () => {
  const tallies = createTallies();
  tallies.set(keyOf("a"), 5);
  tallies.set(keyOf("a"), 0);
  expect(tallies.get(keyOf("a"))).toBe(0);
});
