// A process that ends with deliveries in hand.
import { describe, expect, it } from "vitest";
import { createDeliverLoop, type DeliverLoop } from "#jobs/deliver";
import type { PostResult } from "#src/ports/chat/chat";
import { createFakePlace } from "#test/support/jobs/fake-place";
import { until } from "#test/support/until";
import { drill, place, delivering, ids, write } from "./delivering.ts";

delivering();

describe("stopping", () => {
  /** Posts that end when they are told to. */
  function slow() {
    const ends: (() => void)[] = [];
    place.next(
      ...Array.from(
        { length: 30 },
        () => () =>
          new Promise<PostResult>((resolve) =>
            ends.push(() => resolve({ result: "sent", messageId: "m" })),
          ),
      ),
    );
    return ends;
  }

  it("finishes what is in hand and takes nothing more", async () => {
    const ends = slow();
    await write("renke", "r1");
    await write("renke", "r2");
    drill.loop.start();
    await until(() => ends.length === 1);
    const stopped = drill.loop.stop();
    ends[0]!();
    await stopped;
    expect((await drill.heads()).map((each) => each.state)).toEqual(["sent", "waiting"]);
  });

  it("does not wait longer than it may, even with every hand full, and loses nothing", async () => {
    const ends = slow();
    for (const user of ["renke", "anna", "maya", "linxiao", "wanglei", "chenjing", "zhoulan"])
      await write(user, user);
    drill.loop.start();
    await until(() => ends.length === 7);
    // None of them ends.
    await drill.loop.stop(10);
    expect(new Set((await drill.heads()).map((each) => each.state))).toEqual(new Set(["waiting"]));
    // Another process finds them when their leases are over.
    const other: DeliverLoop = createDeliverLoop({
      ...drill,
      chats: [createFakePlace()],
      bot: drill.bot,
      chance: ids,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      meter: { count: () => {}, suppressed: () => {} },
    });
    await drill.hurry();
    await other.drain();
    await other.stop();
    expect(new Set((await drill.heads()).map((each) => each.state))).toEqual(new Set(["sent"]));
    for (const end of ends) end();
  });
});
