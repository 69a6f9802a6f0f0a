// What every surface must do with deliveries, in somebody's own chat and where several read along; and with its directory.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { button, card } from "#src/view/card";
import { press } from "#test/adapters/samples";
import { at, type Made, type Adapter } from "./made.ts";

export function deliveries({ make }: Adapter): void {
  test("arrive once, however often they are sent, and are found again", async () => {
    const made = await make();
    const message = {
      deliveryId: "01930000-0000-7000-8000-00000000d001",
      at,
      cards: [card({ title: "A notice" })],
    };
    expect((await made.chat.find(made.address, message.deliveryId)).found).not.toBe("there");
    const first = await made.chat.post(made.address, message);
    const again = await made.chat.post(made.address, message);
    expect(first.result).toBe("sent");
    expect(again).toEqual(first);
    expect((await made.surface.screen(made.user)).messages.map((each) => each.text)).toEqual([
      "A notice",
    ]);
    expect([
      { found: "there", messageId: first.result === "sent" ? first.messageId : "" },
      { found: "unknowable" },
    ]).toContainEqual(await made.chat.find(made.address, message.deliveryId));
  });

  test("end for good where there is nobody to reach", async () => {
    const made = await make();
    const result = await made.chat.post(
      { ...made.address, user: "nobody-of-that-name" },
      { deliveryId: "01930000-0000-7000-8000-00000000d002", at, cards: [] },
    );
    expect(result).toMatchObject({ result: "final", stops: "person" });
  });
}

export function directory({ make }: Adapter): void {
  test("tells which departments there are and who is in them, or that the platform has none", async () => {
    const { chat, address } = await make();
    const all = await chat.departments(address.workspace);
    if (all.directory !== "there")
      return expect([
        all.directory,
        (await chat.department(address.workspace, "any")).directory,
      ]).toEqual(["none", "none"]);
    expect(all.found.length).toBeGreaterThan(0);
    const one = await chat.department(address.workspace, all.found[0]!.id);
    expect(one).toMatchObject({ directory: "there", found: { department: all.found[0]! } });
    expect((await chat.department(address.workspace, "no-such-department")).directory).toBe(
      "refused",
    );
    expect((await chat.departments("no-such-workspace")).directory).toBe("none");
  });
}

export function places({ make }: Adapter): void {
  const notice = (title: string) => ({
    deliveryId: randomUUID(),
    at,
    cards: [card({ title, buttons: [button("Second it", press({ what: "second" }))] })],
  });
  const textsIn = async (made: Made, user: string) =>
    (await made.place.sees(user)).map((each) => each.text);
  const ownTexts = async (made: Made, user: string) =>
    (await made.surface.screen(user)).messages.map((each) => each.text);

  test("show a message once, to everybody in it and in nobody's own chat", async () => {
    const made = await make();
    const message = notice("Well done, 林晓");
    const first = await made.chat.post(made.place.address, message);
    expect(first.result).toBe("sent");
    expect(await made.chat.post(made.place.address, message)).toEqual(first);
    for (const user of [made.user, made.place.other]) {
      expect(await textsIn(made, user)).toEqual(["Well done, 林晓"]);
      expect(await ownTexts(made, user)).toEqual([]);
    }
    expect([
      { found: "there", messageId: first.result === "sent" ? first.messageId : "" },
      { found: "unknowable" },
    ]).toContainEqual(await made.chat.find(made.place.address, message.deliveryId));
    expect((await made.chat.find(made.address, message.deliveryId)).found).not.toBe("there");
  });

  test("show a later edit where the message stands", async () => {
    const made = await make();
    const posted = await made.chat.post(made.place.address, notice("One of you agrees"));
    const messageId =
      posted.result === "sent" ? posted.messageId : expect.fail(JSON.stringify(posted));
    expect(
      (await made.chat.edit(made.place.address, messageId, notice("Two of you agree"))).result,
    ).toBe("sent");
    for (const user of [made.user, made.place.other])
      expect(await textsIn(made, user)).toEqual(["Two of you agree"]);
  });

  test("say in which place something was said, by whom, and whether to the bot", async () => {
    const made = await make();
    await made.place.say(made.user, "lunch at twelve?");
    await made.place.say(made.place.other, made.place.toBot("goals"));
    const heard = made.bot.received.filter((each) => each.kind !== "placeChanged");
    expect(
      heard.map((each) =>
        each.kind === "said" ? [each.from.user, each.text, each.place, each.addressed] : each.kind,
      ),
    ).toEqual([
      ...(made.place.hearsTalk
        ? [[made.user, "lunch at twelve?", made.place.address, undefined]]
        : []),
      [made.place.other, "goals", made.place.address, true],
    ]);
  });

  test("mark what was carried out, and leave talk without a sign", async () => {
    const made = await make();
    if (made.place.hearsTalk) made.bot.next({ outcome: "ignored" });
    await made.place.say(made.user, "lunch at twelve?");
    const command = made.place.hearsTalk ? "log 12k" : made.place.toBot("log 12k");
    made.bot.next({ outcome: "delivered" });
    await made.place.say(made.user, command);
    expect(
      (await made.place.sees(made.user)).map((each) => [each.text, each.receipt === true]),
    ).toEqual([
      ["lunch at twelve?", false],
      [command, true],
    ]);
  });

  test("let everybody press what stands there, each for themselves", async () => {
    const made = await make();
    await made.chat.post(made.place.address, notice("Well done"));
    for (const user of [made.user, made.place.other]) await made.place.press(user, "Second it");
    expect(made.bot.received).toMatchObject(
      [made.user, made.place.other].map((user) => ({
        kind: "pressed",
        from: { user },
        place: made.place.address,
        payload: { what: "second" },
      })),
    );
    expect(await textsIn(made, made.user)).toEqual(["Well done"]);
  });

  test("end for good where there is no such place", async () => {
    const made = await make();
    const result = await made.chat.post(
      { ...made.place.address, channel: "no-such-channel" },
      notice("x"),
    );
    expect(result).toMatchObject({ result: "final", stops: "person" });
  });
}
