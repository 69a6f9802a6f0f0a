// What one process pinned another finds: which card shows whose home on Lark.
import { expect, it } from "vitest";
import { createBoard } from "#db/stores/delivery/overflow";
import { seededDatabase } from "#test/support/database/database";
import { inPlayground } from "#test/support/story/playground-place";

it("finds the newest under a name, and what was pinned since, of its own workspace", async () => {
  const database = await seededDatabase();
  await inPlayground(database, "lark", "w1");
  const [one, other] = [createBoard(database), createBoard(database)];
  const where = { platform: "lark", workspace: "w1" };
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 11, hour));
  await one.pin(where, "home:ann", { message: "m1" }, at(1));
  await one.pin(where, "home:ann", { message: "m2" }, at(2));
  await one.pin(where, "home:100%", { message: "m3" }, at(3));
  expect(await other.pinned(where, "home:ann")).toEqual({ what: { message: "m2" }, at: at(2) });
  expect(await other.pinned(where, "home:bo")).toBeNull();
  const since = await other.since(where, "home:", at(2), 10);
  expect(since.map((each) => each.what)).toEqual([{ message: "m3" }, { message: "m2" }]);
  expect(await other.since(where, "home:", at(3), 10)).toHaveLength(1);
  expect(await other.since({ ...where, workspace: "w2" }, "home:", at(1), 10)).toEqual([]);
});
