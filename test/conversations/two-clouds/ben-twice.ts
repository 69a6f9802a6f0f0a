// Somebody with an account in each of two clouds, and what can be asked about them.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { type ChatIdentity, type PersonId } from "#src/people/person";
import type { PersonaInStory } from "#test/support/story/persona";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

export let clouds: TwoClouds;
export let slack: PersonaInStory;
export let lark: PersonaInStory;

/** Ben on Slack and on Lark, and colleagues of his, before each test of a file. */
export function benTwice(): void {
  beforeEach(async () => {
    clouds = await startTwoClouds(
      [
        { id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" },
        { id: "UBEN", name: "Ben Carter", tz: "Asia/Shanghai" },
        { id: "UEVE", name: "Eve Stone", tz: "Asia/Shanghai" },
      ],
      [
        { openId: "ou_xiao", name: "林晓", zone: "Asia/Shanghai" },
        { openId: "ou_ben", name: "本", zone: "Asia/Shanghai" },
      ],
      "UMAYA",
    );
    for (const user of ["UMAYA", "UBEN", "UEVE"]) await clouds.onSlack(user).says("help");
    for (const user of ["ou_xiao", "ou_ben"]) await clouds.onLark(user).says("帮助");
    slack = clouds.onSlack("UBEN");
    lark = clouds.onLark("ou_ben");
  });
  afterEach(async () => {
    await clouds.stop();
    expect(clouds.errors).toEqual([]);
  });
}

export const onSlack = (user: string): ChatIdentity => ({
  platform: "slack",
  workspace: slackTeam,
  user,
});
export const onLark = (user: string): ChatIdentity => ({
  platform: "lark",
  workspace: clouds.larkWorkspace,
  user,
});
export const whoIs = async (account: ChatIdentity): Promise<PersonId> =>
  (await clouds.stores.routing.whoIs(account))!.person;
export const organisation = async () =>
  (await clouds.stores.routing.whoIs(onSlack("UMAYA")))!.organisation;
export const change = async (
  account: ChatIdentity,
  what: { admin?: boolean; assistant?: boolean; managerId?: PersonId },
) => {
  const id = await whoIs(account);
  await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
    people.entitle(id, what, byOperator),
  );
};
export const personOf = async (account: ChatIdentity) => {
  const id = await whoIs(account);
  return (await clouds.stores.inOrganisation(await organisation(), ({ people }) =>
    people.person(id),
  ))!;
};
export const auditOf = async (id: PersonId) =>
  (await clouds.stores.inOrganisation(await organisation(), ({ audit }) => audit.about(id, 20)))
    .map((each) => each.act)
    .filter((act) => act.startsWith("accounts."));
export const later = (minutes: number): void =>
  void (clouds.time.now = new Date(clouds.time.now.getTime() + minutes * 60_000));
export const joins = async () =>
  await inOrganisation(clouds.database, await organisation(), (tx) =>
    execute(tx, sql`select id from account_join`),
  );
export const isOne = async (): Promise<boolean> =>
  (await whoIs(onSlack("UBEN"))) === (await whoIs(onLark("ou_ben")));
export const chatOf = async (who: PersonaInStory): Promise<string> =>
  (await who.screen()).messages.map((each) => each.text).join("\n");

export async function codeFor(who: PersonaInStory, word: string): Promise<string> {
  await who.says(word);
  return [...(await chatOf(who)).matchAll(/^(\d{3}) (\d{3})$/gm)].at(-1)!.slice(1).join("");
}

/** Ben got a code on Lark, typed it on Slack and said there that it is him. */
export async function asked(): Promise<string> {
  const code = await codeFor(lark, "绑定账号");
  await slack.says(`link ${code}`);
  await slack.presses("Yes, that's me");
  return code;
}

/** Until a statement of another connection waits for a lock. */
export async function untilSomebodyWaits(): Promise<void> {
  for (let n = 0; n < 500; n++) {
    const [row] = await execute<{ waits: boolean }>(
      clouds.database.db,
      sql`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
    );
    if (row!.waits) return;
  }
  throw new Error("nobody waits");
}

/** A button as a chat sends it, by whoever sends it: what stands in the newest message of somebody's, pressed with any account. */
export const press = (from: ChatIdentity, name: string, payload: object, version = 1) =>
  clouds.house.bot.receive({
    kind: "pressed",
    dedupeKey: randomUUID(),
    from,
    name,
    version,
    payload,
  });
export const openAsk = async () =>
  (
    await inOrganisation(clouds.database, await organisation(), (tx) =>
      execute<{ id: string }>(
        tx,
        sql`select ask_id as id from account_link where ask_id is not null`,
      ),
    )
  )[0]!.id;
