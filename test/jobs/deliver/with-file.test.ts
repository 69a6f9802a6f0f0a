// A message that brings a file along: behind the message, into that person's own chat, and words in its place where the chat takes none.
import { describe, expect, it } from "vitest";
import { attemptDelivery } from "#jobs/attempt-delivery";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { Claimed } from "#src/ports/delivery/outbox";
import { withoutDirectory, type Chat, type PostResult } from "#src/ports/chat/chat";
import type { FileSent } from "#src/ports/chat/files";
import { card, type Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { writtenLog } from "#test/support/log";

const brings = card({
  title: "For your calendar",
  context: "Open the file.",
  file: { name: "one-on-one.ics", text: "BEGIN:VCALENDAR\r\n", otherwise: ["Tuesdays, 14:00."] },
});
const one: Claimed = {
  id: "d",
  organisation: "o" as OrganisationId,
  destination: "p",
  person: "p" as PersonId,
  attempt: 1,
  unsure: false,
  to: { platform: "chat", workspace: "w", user: "u" },
  composed: true,
  edits: null,
};

/** What a chat did, in its order. */
async function told(
  each: Claimed,
  sends: () => Promise<FileSent>,
  posts: PostResult = { result: "sent", messageId: "m" },
): Promise<{ readonly did: readonly string[]; readonly result: string }> {
  const did: string[] = [];
  const says = (cards: readonly Card[]): string =>
    cards.map((shown) => plainLine(shown.context ?? [])).join();
  const chat: Chat = {
    ...withoutDirectory,
    platform: "chat",
    pace: { destination: null, installation: null },
    find: async () => ({ found: "absent" }),
    post: async (_to, { cards }) => {
      did.push(`post ${says(cards)}`);
      return posts;
    },
    edit: async (_to, _id, { cards }) => {
      did.push(`edit ${says(cards)}`);
      return { result: "sent", messageId: "m" };
    },
    sendFile: async ({ user }, name, bytes) => {
      did.push(`file ${user} ${name} ${new TextDecoder().decode(bytes).trim()}`);
      return sends();
    },
  };
  const content = { cards: [brings], at: new Date("2026-11-11T02:00:00Z") };
  const { result } = await attemptDelivery(
    {
      chatOf: () => chat,
      isHeld: () => true,
      bot: { toTell: async () => new Map() },
      logger: writtenLog().logger,
    },
    each,
    async () => new Map([[each.id, content]]),
  );
  return { did, result };
}

const file = "file u one-on-one.ics BEGIN:VCALENDAR";

describe("a message with a file", () => {
  it("stands there first, and the file behind it", async () => {
    const { did, result } = await told(one, async () => ({ sent: "there" }));
    expect({ did, result }).toEqual({ did: ["post Open the file.", file], result: "sent" });
  });

  it("says what stands in the file where the chat takes none", async () => {
    for (const sent of ["no scope", "not now"] as const) {
      const { did, result } = await told(one, async () => ({ sent }));
      expect(did).toEqual(["post Open the file.", file, "edit Tuesdays, 14:00."]);
      expect(result).toBe("sent");
    }
  });

  it("is sent all the same where the file breaks, and is not sent twice for it", async () => {
    const broken = () => Promise.reject(new Error("the platform hung up"));
    expect((await told(one, broken)).result).toBe("sent");
  });

  it("brings nothing where it did not arrive, is changed later, or stands where others read", async () => {
    const there = async (): Promise<FileSent> => ({ sent: "there" });
    expect((await told(one, there, { result: "unknown" })).did).toEqual(["post Open the file."]);
    expect((await told({ ...one, edits: "m" }, there)).did).toEqual(["edit Open the file."]);
    const place = { platform: "chat", workspace: "w", channel: "c" };
    expect((await told({ ...one, to: place }, there)).did).toEqual(["post Open the file."]);
  });
});
