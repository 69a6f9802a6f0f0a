// A sales team on Slack for the stories that need one, each told over both transports.
import { afterEach, beforeEach, expect } from "vitest";
import type { FakeUser } from "#test/support/slack/platform/workspace";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";

export const people: readonly FakeUser[] = [
  { id: "U1", name: "Renke Petersen", email: "renke@example.com", tz: "Europe/Berlin" },
  { id: "U2", name: "周岚", email: "lan@example.com", tz: "Asia/Shanghai", locale: "zh-CN" },
  { id: "U3", name: "Olga Owner", email: "olga@example.com", tz: "America/New_York", admin: true },
  { id: "U4", name: "Gast", guest: true },
  { id: "U5", name: "Dora", deleted: true },
];

export let system: SlackSystem;
/** Before each test of a suite: Slack over this transport, with the bot installed by 周岚. */
export function slackTeam(mode: "http" | "socket"): void {
  beforeEach(async () => {
    system = await startSlackSystem({ admins: ["renke@example.com"], mode });
    await system.install("T1", people, "U2");
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });
}

export async function directory(team: string) {
  const at = await system.stores.routing.organisationAt({ platform: "slack", workspace: team });
  return system.stores.inOrganisation(at!.organisation, async ({ people: store }) => ({
    people: await store.directory(),
    teams: await store.teams(),
    organisation: await store.organisation(),
    places: await store.places(),
  }));
}

export async function inHouse(
  team: string,
  work: Parameters<typeof system.stores.inOrganisation<void>>[1],
): Promise<void> {
  const at = await system.stores.routing.organisationAt({ platform: "slack", workspace: team });
  await system.stores.inOrganisation(at!.organisation, work);
}

export const workspace = (team = "T1") => system.slack.workspaceOf(team);
