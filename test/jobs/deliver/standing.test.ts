// A message that is kept up to date: edited where it stands, and posted anew where nothing stands.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { arrivesUnheard } from "#test/support/jobs/fake-place";
import { teamRoom } from "#test/support/jobs/drill";
import {
  drill,
  place,
  delivering,
  ids,
  write,
  drain,
  again,
  texts,
  dies,
  counted,
} from "./delivering.ts";

delivering();

describe("a message that is kept up to date", () => {
  const tally = (text: string) => write(teamRoom, text, { standing: "tally" });
  const room = () =>
    place.posted
      .filter((each) => each.to === "room")
      .map((each) => [each.edits === null ? "new" : "edit", each.text]);

  it("is edited, and of several edits that wait the newest wins", async () => {
    await tally("1");
    await drain();
    await tally("2");
    await tally("3");
    await drain();
    expect(room()).toEqual([
      ["new", "1"],
      ["edit", "3"],
    ]);
    expect([counted("edited"), counted("merged")]).toEqual([1, 1]);
  });

  it("shows what was written last, though ids of another process sort before", async () => {
    const [first, second, third] = [ids.id(), ids.id(), ids.id()];
    await write(teamRoom, "1", { standing: "tally", id: first });
    await drain();
    await write(teamRoom, "2", { standing: "tally", id: third });
    await write(teamRoom, "3", { standing: "tally", id: second });
    await drain();
    expect(room().at(-1)).toEqual(["edit", "3"]);
    expect(counted("merged")).toBe(1);
  });

  it("is not taken back to a version that was held until the work hour", async () => {
    await write("renke", "please confirm", { standing: "p", notBefore: "2026-11-17T12:30:00Z" });
    await write("renke", "it was dropped", { standing: "p" });
    await drain();
    await drill.goTo("2026-11-17T12:31:00Z");
    expect(texts()).toEqual(["it was dropped"]);
    expect(await drill.query(sql`select id from outbox where not_before is not null`)).toEqual([]);
  });

  it("looks for a version that may stand there before a newer one takes its place", async () => {
    place.next(arrivesUnheard);
    const first = await tally("1");
    await drain();
    await tally("2");
    await again();
    expect([room(), place.looked]).toEqual([
      [
        ["new", "1"],
        ["edit", "2"],
      ],
      [first],
    ]);
  });

  it("is posted by its next version when the first one died, and edited from then on", async () => {
    place.next(dies("content"));
    await tally("1");
    await drain();
    await tally("2");
    await drain();
    await tally("3");
    await drain();
    expect(room()).toEqual([
      ["new", "2"],
      ["edit", "3"],
    ]);
  });

  it("is posted anew when the first one was pruned", async () => {
    const first = await tally("1");
    await drain();
    await drill.database.db.execute(sql`delete from outbox_head where id = ${first}::uuid`);
    await drill.query(sql`delete from outbox where id = ${first}::uuid`);
    await tally("2");
    await tally("3");
    await drain();
    await tally("4");
    await drain();
    expect(room().slice(1)).toEqual([
      ["new", "3"],
      ["edit", "4"],
    ]);
  });

  it("is edited again when nobody heard the end of an edit", async () => {
    await tally("1");
    await drain();
    place.next({ result: "unknown" });
    await tally("2");
    await drain();
    await again();
    expect(room().at(-1)).toEqual(["edit", "2"]);
  });
});
