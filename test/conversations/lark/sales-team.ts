// A sales team on Feishu for the stories that need one.
import { afterEach, beforeEach, expect } from "vitest";
import type { FakeUser } from "#test/support/lark/platform/company";
import { startLarkSystem, type LarkSystem } from "#test/support/lark/system";

export const people: readonly FakeUser[] = [
  { openId: "ou_lan", name: "周岚", email: "lan@example.com", zone: "Asia/Shanghai", admin: true },
  { openId: "ou_xiao", name: "林晓", email: "xiao@example.com", zone: "Asia/Shanghai" },
  { openId: "ou_renke", name: "Renke Petersen", email: "renke@example.com", zone: "Europe/Berlin" },
];
export const bot = { openId: "ou_bot", name: "领跑" };

export let system: LarkSystem;
/** Three people of a sales team on Feishu before each test of a file. */
export function larkTeam(): void {
  beforeEach(async () => {
    system = await startLarkSystem(people);
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });
}

export async function directory() {
  const at = await system.stores.routing.organisationAt({
    platform: "lark",
    workspace: system.workspace,
  });
  return system.stores.inOrganisation(at!.organisation, async ({ people: store }) => ({
    people: await store.directory(),
    places: await store.places(),
    organisation: await store.organisation(),
  }));
}
