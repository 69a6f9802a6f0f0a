// A reminder to everybody: sixty people, five messages each, at the pace Lark permits and not one refused. Time goes faster on both sides.
import { afterEach, expect, it, vi } from "vitest";
import type { PersonId } from "#src/people/person";
import { card } from "#src/view/card";
import { readCard } from "#test/support/lark/reading";
import type { FakeUser } from "#test/support/lark/platform/company";
import { startLarkSystem, type LarkSystem } from "#test/support/lark/system";

const people: readonly FakeUser[] = Array.from({ length: 60 }, (_, i) => ({
  openId: `ou_${i}`,
  name: `员工${i}`,
  zone: "Asia/Shanghai",
}));
const each = 5;
const scale = 8;

let system: LarkSystem;
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

it("300 messages to 60 people go out in order, each once, without one refusal", async () => {
  system = await startLarkSystem(people, [], scale);
  const known: PersonId[] = [];
  for (const { openId, name } of people) {
    const from = { platform: "lark", workspace: system.workspace, user: openId };
    await system.house.bot.receive({
      kind: "personChanged",
      dedupeKey: `met:${openId}`,
      from,
      profile: {
        name,
        email: null,
        locale: "zh",
        zone: "Asia/Shanghai",
        active: true,
        guest: false,
      },
    });
    known.push((await system.stores.routing.whoIs(from))!.person);
  }
  const at = await system.stores.routing.organisationAt({
    platform: "lark",
    workspace: system.workspace,
  });
  const chance = { next: 0 };
  await system.stores.inOrganisation(at!.organisation, (stores) =>
    stores.acts.record(
      null,
      Array.from({ length: each }, (_, n) => n).flatMap((n) =>
        known.map((person) => ({
          id: `0193aaaa-0000-7000-8000-${String((chance.next += 1)).padStart(12, "0")}`,
          key: `pace:${person}:${n}`,
          to: { person },
          kind: "notice" as const,
          notBefore: null,
          standing: null,
          cards: { zh: [card({ title: `提醒 ${n}` })] },
          at: new Date("2026-11-11T02:00:00Z"),
        })),
      ),
    ),
  );
  system.lark.limitRates();
  system.house.deliveries.start();
  const sent = () => system.lark.messages.filter((message) => message.by === "bot");
  await vi.waitUntil(() => sent().length === people.length * each, {
    timeout: 60_000,
    interval: 100,
  });
  expect(system.lark.refusals).toEqual([]);
  for (const { openId } of people) {
    const got = sent().filter((message) => message.chat === system.lark.p2p(openId));
    expect(got.map((message) => readCard(message.card).text)).toEqual(
      Array.from({ length: each }, (_, n) => `提醒 ${n}`),
    );
  }
}, 90_000);
