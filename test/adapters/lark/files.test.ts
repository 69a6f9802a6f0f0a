// Files on Lark: fetched from the message they came in, sent into the own chat, and without im:resource named as not allowed.
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";

let fixture: LarkFixture;
beforeEach(async () => {
  fixture = await createLarkFixture();
});
afterEach(() => fixture.close());

const from = () => ({ platform: "lark", workspace: fixture.workspace, user: "ou_renke" });

it("are fetched from their own message alone", async () => {
  const { chat } = fixture.adapter;
  const { fake } = fixture;
  const message = fake.add({ chat: fake.p2p("ou_renke"), by: "ou_renke", text: "a.csv" });
  fake.files.set("file_1", {
    key: "file_1",
    name: "a.csv",
    bytes: Buffer.from("a,b"),
    message: message.id,
  });
  const fetched = await chat.fetchFile(from(), `${message.id} file_1`);
  expect(fetched.fetched).toBe("there");
  const parts: Uint8Array[] = [];
  if (fetched.fetched === "there") for await (const part of fetched.bytes) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe("a,b");
  expect(await chat.fetchFile(from(), `om_other file_1`)).toEqual({ fetched: "gone" });
  fake.permissions.delete("im:resource");
  expect(await chat.fetchFile(from(), `${message.id} file_1`)).toEqual({ fetched: "no scope" });
});

it("of ours stand in the own chat, unless the permission for it is not there", async () => {
  const { chat } = fixture.adapter;
  const { fake } = fixture;
  expect(await chat.sendFile(from(), "figures.csv", Buffer.from("x,y"))).toEqual({ sent: "there" });
  expect(fake.messages.at(-1)).toMatchObject({ chat: fake.p2p("ou_renke"), by: "bot" });
  expect([...fake.files.values()].at(-1)?.bytes.toString()).toBe("x,y");
  fake.permissions.delete("im:resource");
  expect(await chat.sendFile(from(), "figures.csv", Buffer.from("x,y"))).toEqual({
    sent: "no scope",
  });
});
