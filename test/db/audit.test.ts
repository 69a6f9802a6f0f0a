// The trail of rights: no writer of them leaves it out, and what was decided about a letter stands there with who decided.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { packageRoot } from "#db/package-root";
import { playgroundOrganisation, playgroundStart } from "#db/seed";
import { createInbox } from "#db/stores/delivery/inbox";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createStores } from "#db/stores/index";
import { createChance } from "#src/app/system";
import { answerAboutDead } from "#src/app/tools/questions";
import type { Person, PersonId, TeamId } from "#src/people/person";
import { seededDatabase } from "#test/support/database/database";

let database: Database;
beforeEach(async () => {
  database = await seededDatabase();
});

const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const trail = (id: string) =>
  query<{ act: string; actor: string; detail: object }>(
    sql`select act, actor, detail from audit_event where about_id = ${id}::uuid order by seq`,
  );
const idOf = (nth: number) =>
  `00000000-0000-7000-8000-2001${String(nth).padStart(8, "0")}` as PersonId;
const team = "00000000-0000-7000-8000-300100000001" as TeamId;
const by = { by: { person: idOf(0) }, at: playgroundStart };

describe("rights", () => {
  it("are written in one place of the whole program, and put back in another", () => {
    const files = (folder: string): string[] =>
      readdirSync(join(packageRoot(), folder)).flatMap((name) => {
        const path = `${folder}/${name}`;
        if (statSync(join(packageRoot(), path)).isDirectory())
          return name === "migrations" ? [] : files(path);
        return name.endsWith(".ts") ? [path] : [];
      });
    const writes =
      /\.(?:insert|update)\((?:person|team)\)|(?:insert into|update) (?:person|team)\b/;
    expect(
      files("db").filter((path) => writes.test(readFileSync(join(packageRoot(), path), "utf8"))),
    ).toEqual([
      // Two who become one, and are parted again: `accounts.joined` and `accounts.parted` stand for what that brings.
      "db/stores/accounts/merge-people.ts",
      "db/stores/accounts/part-people.ts",
      // Only that what an admin has was given.
      "db/stores/installations/merge-workspaces.ts",
      // Keeps its own trail, of what an account brings.
      "db/stores/people/account-rights.ts",
      // Only where somebody is: zone, country and working week of those who follow the organisation's.
      "db/stores/people/directory.ts",
      "db/stores/people/rights.ts",
      // Whoever is erased may do nothing any more: `person.erased` stands for what that takes.
      "db/stores/privacy/erase.ts",
    ]);
  });

  it("stand in the trail for each that is another than it was, and for no other", async () => {
    const stores = createStores(database);
    await query(sql`delete from person where id = ${idOf(9)}::uuid`);
    const before = (await trail(idOf(1))).length;
    const touched = await stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
      await people.entitle(
        idOf(1),
        { admin: false, teamId: team, managerId: idOf(0), assistant: false },
        by,
      );
      const none = people.changedRights();
      await people.entitle(
        idOf(1),
        { admin: true, teamId: null, managerId: idOf(2), assistant: true },
        by,
      );
      return [none, people.changedRights()];
    });
    expect(touched).toEqual([false, true]);
    expect((await trail(idOf(1))).slice(before)).toEqual([
      { act: "admin.granted", actor: "person", detail: { because: "granted" } },
      { act: "team.changed", actor: "person", detail: { from: team, to: null } },
      { act: "manager.changed", actor: "person", detail: { from: idOf(0), to: idOf(2) } },
      { act: "assistant.changed", actor: "person", detail: { is: "yes", team: null } },
    ]);
    const { seq: _, ...person } = (await stores.inOrganisation(
      playgroundOrganisation,
      ({ people }) => people.person(idOf(1)),
    ))!;
    const newcomer: Person = { ...person, id: idOf(9) };
    await stores.inOrganisation(playgroundOrganisation, ({ people }) =>
      people.arrive({ platform: "web", workspace: "playground", user: "new" }, newcomer, {
        by: "platform",
        at: playgroundStart,
      }),
    );
    expect((await trail(idOf(9))).map((each) => [each.act, each.actor])).toEqual([
      ["admin.granted", "platform"],
      ["manager.changed", "platform"],
      ["assistant.changed", "platform"],
    ]);
  });

  it("leave no trail where the act itself was undone", async () => {
    const before = await trail(idOf(1));
    const undone = createStores(database).inOrganisation(
      playgroundOrganisation,
      async ({ people }) => {
        await people.entitle(idOf(1), { admin: true }, by);
        throw new Error("undone");
      },
    );
    await expect(undone).rejects.toThrow("undone");
    expect(await trail(idOf(1))).toEqual(before);
  });
});

describe("what was given up", () => {
  const letter = "00000000-0000-7000-8000-0000000000d1";
  const asked = () => ({
    outbox: createOutbox(database),
    inbox: createInbox(database, createChance()),
    now: () => playgroundStart,
  });

  it.each([
    ["retry", "letter.revived"],
    ["drop", "letter.dropped"],
  ] as const)("says that it was the operator who decided: doctor --%s", async (ask, act) => {
    const before = (await trail(idOf(1))).length;
    await query(
      sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at) values (${playgroundOrganisation}::uuid, ${letter}::uuid, 'k', ${idOf(1)}::uuid, 'notice', '{}', ${playgroundStart.toISOString()}::timestamptz)`,
    );
    await database.db.execute(
      sql`update outbox_head set state = 'dead' where id = ${letter}::uuid`,
    );
    await answerAboutDead({ ask, id: letter }, asked());
    expect((await trail(idOf(1))).slice(before)).toEqual([
      { act, actor: "operator", detail: { letter } },
    ]);
    // What is decided is decided once.
    expect(await answerAboutDead({ ask, id: letter }, asked())).toBe("No such dead letter.");
    const inbox = createInbox(database, createChance());
    const event = await inbox.keep(playgroundOrganisation, {
      key: `${idOf(1)}:x`,
      incoming: { kind: "said" },
      at: playgroundStart,
    });
    await database.db.execute(sql`update inbox_head set dead = true where id = ${event}::uuid`);
    await answerAboutDead({ ask, id: event! }, asked());
    expect((await trail(idOf(1))).slice(before + 1)).toEqual([
      { act, actor: "operator", detail: { letter: event } },
    ]);
    expect(
      (await execute(database.db, sql`select id from inbox_head where id = ${event}::uuid`)).length,
    ).toBe(ask === "retry" ? 1 : 0);
  });
});
