// What happens in a Lark of our own, told to an adapter with a scripted bot.
import { afterEach, beforeEach } from "vitest";
import { button, card } from "#src/view/card";
import { form, textField } from "#src/view/form";
import { larkStart, createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { press, send } from "#test/adapters/samples";

export let lark: LarkFixture;
/** A Lark of our own with one group before each test of a file. */
export function happening(): void {
  beforeEach(async () => {
    await open({});
    await lark.adapter.start();
  });
  afterEach(() => lark.close());
}
export type Timing = NonNullable<Parameters<typeof createLarkFixture>[1]>;
export async function open(timing: Timing): Promise<void> {
  lark = await createLarkFixture({}, timing);
  lark.fake.groups.set("oc_team", { name: "华东", bot: true });
}
/** Another Lark instead of the one that was opened, with other times. */
export async function reopened(timing: Timing): Promise<void> {
  await lark.close();
  await open(timing);
}

export const acted = () =>
  lark.bot.received.filter((each) => each.kind !== "placeChanged" && each.kind !== "personChanged");
export const bot = { openId: "ou_bot", name: "领跑" };
export const lan = { openId: "ou_lan", name: "周岚" };
export const locale = "en";
export const note = form({
  title: "A note",
  fields: [textField("note", "Note")],
  submit: "Send it",
  act: send({ about: "note" }),
  sees: "You",
});
export const own = (user = "ou_renke") =>
  lark.fake.messages.filter((each) => each.chat === lark.fake.p2p(user) && each.by === "bot");
export const titles = (user = "ou_renke") => own(user).map((each) => readCard(each.card).text);
export async function inGroup(): Promise<(typeof lark.fake.messages)[number]> {
  await lark.adapter.chat.post(
    { platform: "lark", workspace: lark.workspace, channel: "oc_team" },
    {
      deliveryId: "0193aaaa-0000-7000-8000-00000000000a",
      at: new Date(larkStart),
      cards: [card({ title: "In the group", buttons: [button("Go", press({ what: "go" }))] })],
    },
  );
  return lark.fake.messages.at(-1)!;
}
