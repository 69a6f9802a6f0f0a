// A mark under one of our messages, as adapters hand it in and as it is stored for later.
import { expect, it } from "vitest";
import { parseIncoming, type Incoming } from "#src/bot/declare/incoming";
import { createRegistry } from "#src/bot/declare/registry";
import { practices } from "#src/practices/index";

const marked: Incoming = {
  kind: "reacted",
  dedupeKey: "e1",
  from: { platform: "p", workspace: "w", user: "u" },
  messageId: "1700.1",
  added: false,
  place: { platform: "p", workspace: "w", channel: "c" },
};

it("reads the same when it was stored", () => {
  expect(parseIncoming(JSON.parse(JSON.stringify(marked)))).toEqual(marked);
  expect(() => parseIncoming({ ...marked, messageId: "" })).toThrow();
  expect(() => parseIncoming({ ...marked, added: "yes" })).toThrow();
});

it("reaches the practice by the beginning of the message's standing name, and no other", () => {
  const registry = createRegistry(practices);
  expect(registry.reaction("recognition.shout:1")?.practice.name).toBe("recognition");
  expect(registry.reaction("recognition.thanks:1")).toBeNull();
  expect(registry.reaction("")).toBeNull();
});

it("an errand may not have the name of a nudge", () => {
  const practice = practices.find((each) => each.name === "recognition")!;
  const twice = {
    ...practice,
    errands: [{ ...practice.errands![0]!, name: practice.nudges[0]!.name }],
  };
  const all = practices.map((each) => (each === practice ? twice : each));
  expect(() => createRegistry(all)).toThrow(/declared twice/);
});
