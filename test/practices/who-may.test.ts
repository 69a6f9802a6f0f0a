// Who may use what: docs/rights.md is written from the declarations, and each of its cells is driven through the bot's own door.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { packageRoot } from "#db/package-root";
import { playgroundOrganisation } from "#db/seed";
import type { ActContext, Contexts } from "#src/bot/act/context";
import { createDispatch } from "#src/bot/act/dispatch";
import { show } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { createRegistry, type Registry } from "#src/bot/declare/registry";
import { homeOf } from "#src/bot/look/home";
import { isFor, type Person, type Who } from "#src/people/person";
import { practices } from "#src/practices/index";
import { card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { startSystem, type System } from "#test/support/story/system";

const docPath = join(packageRoot(), "docs/rights.md");
const roles = ["rep", "manager", "skip-level", "assistant", "admin", "officer", "guest"] as const;
type Role = (typeof roles)[number];

const nobody = { admin: false, assistant: false, reports: 0, teamId: null, managerId: null };
/** A guest is nobody of the directory: nothing is looked up for them at all. */
const people: Readonly<Record<Exclude<Role, "guest">, Person>> = {
  rep: { ...nobody } as Person,
  manager: { ...nobody, reports: 3 } as Person,
  "skip-level": { ...nobody, reports: 1 } as Person,
  assistant: { ...nobody, assistant: true } as Person,
  admin: { ...nobody, admin: true } as Person,
  officer: { ...nobody } as Person,
};
const registry = createRegistry(practices);
const yes = "✓";
const no = "–";

interface Row {
  readonly kind: "command" | "button" | "form" | "home";
  readonly name: string;
  readonly who: Who;
}

const rows: readonly Row[] = practices.flatMap((practice): readonly Row[] => [
  ...practice.commands.map(({ name, who }): Row => ({ kind: "command", name, who })),
  ...practice.actions.map(({ action, who }): Row => ({ kind: "button", name: action.action, who })),
  ...practice.forms.map(({ action, who }): Row => ({ kind: "form", name: action.action, who })),
  ...practice.home.map(({ rank, who }): Row => ({
    kind: "home",
    name: `${practice.name} ${rank}`,
    who,
  })),
]);
const pages: Readonly<Record<string, readonly Role[]>> = {
  "/me": ["rep", "manager", "skip-level", "assistant", "admin", "officer"],
  "/team/:id": ["manager"],
};

const cellsOf = (may: (role: Role) => boolean): string =>
  roles.map((role) => (may(role) ? yes : no)).join(" | ");

function written(): string {
  const head = `| what | name | ${roles.join(" | ")} |\n|---|---|${roles.map(() => "---").join("|")}|`;
  const lines = rows.map(
    ({ kind, name, who }) =>
      `| ${kind} | \`${name}\` | ${cellsOf((role) => role !== "guest" && isFor(who, people[role]))} |`,
  );
  const pageLines = Object.entries(pages).map(
    ([name, may]) => `| page | \`${name}\` | ${cellsOf((role) => may.includes(role))} |`,
  );
  return [
    "# Who may use what",
    "",
    "Written from the declarations by `npx vitest run test/practices/who-may.test.ts --update`, and each cell is driven by that test through the bot's own door.",
    `${yes} may use it, ${no} is told in one sentence that it is not theirs (a guest: that they are not a member). Whose goal, check-in, feedback or request it then is about, the practice decides by its own rule:`,
    "docs/privacy.md says who sees what of it. The team page is that of a team one leads; skip-level is the manager's manager, who leads no team of these people; the officer is who an admin named for requests to delete data.",
    "",
    head,
    ...lines,
    ...pageLines,
    "",
  ].join("\n");
}

test("docs/rights.md is what is declared", async () => {
  await expect(written()).toMatchFileSnapshot(docPath);
});

/** As it stands in the document: what is driven is what people read. */
function documented(): ReadonlyMap<string, ReadonlyMap<Role, boolean>> {
  const table = new Map<string, ReadonlyMap<Role, boolean>>();
  for (const row of readFileSync(docPath, "utf8").split("\n")) {
    const [kind, name, ...cells] = row
      .split("|")
      .slice(1, -1)
      .map((each) => each.trim());
    if (name?.startsWith("`") !== true) continue;
    table.set(
      `${kind} ${name.replaceAll("`", "")}`,
      new Map(roles.map((role, i) => [role, cells[i] === yes])),
    );
  }
  return table;
}

const sentence = { notForYou: (who: Who) => [`not for you: ${who}`], oldCard: () => ["old card"] };
const contexts = {
  of: () => ({ house: sentence }),
  house: () => sentence,
  whenOff: () => null,
} as unknown as Contexts;
const dispatch = createDispatch(contexts);
const stores = {
  people: { lockOrganisation: async () => {}, directory: async () => [] },
  attempt: (work: (own: object) => unknown) => work(stores),
} as unknown as ActContext["stores"];
const actOf = (person: Person): ActContext =>
  ({
    person,
    organisation: { practices: {} },
    stores,
    leave: [],
    ownDays: [],
  }) as unknown as ActContext;

/** The declaration as it is, its handler replaced: what is asked is only whether anybody gets to it. */
async function gets(role: Exclude<Role, "guest">, { kind, name }: Row): Promise<boolean> {
  const reached = async () => show(card({ title: "reached" }));
  const act = actOf(people[role]);
  try {
    if (kind === "command") {
      const found = registry.commands.find((each) => each.declaration.name === name);
      if (!found) throw new Error(`no command ${name}`);
      const command = { ...found, declaration: { ...found.declaration, run: reached, args: {} } };
      await dispatch({ means: "command", command, line: { rest: "" } } as never, act);
    } else {
      const declared = kind === "button" ? registry.pressed(name) : registry.submitted(name);
      const { version } = declared?.declaration.action ?? { version: 0 };
      await dispatch({ means: "use", declared, version, run: reached } as never, act);
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal && plainLine(error.says).startsWith("not for you")) return false;
    throw error;
  }
}

describe("each cell of the document", () => {
  it("is how the bot answers that command, button and form", async () => {
    const table = documented();
    for (const row of rows.filter(({ kind }) => kind !== "home"))
      for (const role of roles) {
        if (role === "guest") continue;
        const cell = `${row.kind} ${row.name}`;
        expect([cell, role, await gets(role, row)]).toEqual([
          cell,
          role,
          table.get(cell)?.get(role),
        ]);
      }
  });

  it("is which parts of a home somebody gets", async () => {
    const table = documented();
    const marked = practices.map((practice) => ({
      ...practice,
      switched: "always on",
      home: practice.home.map((section) => ({
        ...section,
        say: async () => [card({ title: `${practice.name} ${section.rank}` })],
      })),
    }));
    for (const role of roles) {
      if (role === "guest") continue;
      const fake = { practices: marked } as unknown as Registry;
      const home = await homeOf(actOf(people[role]), fake, contexts, {} as never);
      const shown = home.map(({ title }) => `home ${plainLine(title)}`);
      const documentedHome = [...table].flatMap(([cell, may]) =>
        cell.startsWith("home ") && may.get(role) === true ? [cell] : [],
      );
      expect([role, shown.toSorted()]).toEqual([role, documentedHome.toSorted()]);
    }
  });
});

describe("of a whole house", () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.stop());

  it("nobody who is a guest gets anywhere", async () => {
    const from = { ...system.account("linxiao"), user: "a-guest" };
    for (const { declaration } of registry.commands) {
      const [text] = declaration.words.en;
      const said = { kind: "said", dedupeKey: `guest-${declaration.name}`, from, text } as const;
      expect([text, (await system.house.bot.receive(said)).outcome]).toEqual([text, "stranger"]);
    }
    expect(await system.house.bot.home(from)).toEqual([]);
  });

  it("a page is one's own, and a team's is its leader's alone", async () => {
    const table = documented();
    const at = { by: "operator", at: system.clock.now() } as const;
    const who = async (user: string) => {
      const found = await system.stores.routing.whoIs(system.account(user));
      if (!found) throw new Error(`${user} is seeded`);
      return found.person;
    };
    const users = {
      rep: "linxiao",
      manager: "renke",
      "skip-level": "anna",
      assistant: "wanglei",
      admin: "maya",
      officer: "chenjing",
    } as const;
    const [rep, manager, skip, assistant, admin, officer] = await Promise.all(
      Object.values(users).map(who),
    );
    if (!rep || !manager || !skip || !assistant || !admin || !officer)
      throw new Error("all are there");
    const team = await system.stores.inOrganisation(playgroundOrganisation, async (all) => {
      const [first] = await all.people.teams();
      if (!first) throw new Error("there is a team");
      await all.people.saveTeam({ ...first, managerId: manager }, at);
      await all.people.entitle(rep, { teamId: first.id, managerId: manager }, at);
      await all.people.entitle(manager, { managerId: skip }, at);
      await all.people.entitle(assistant, { teamId: first.id, assistant: true }, at);
      await all.people.entitle(admin, { admin: true }, at);
      await all.privacy.nameOfficer(officer, admin, at.at);
      return first.id;
    });
    for (const [role, user] of Object.entries(users)) {
      const account = system.account(user);
      const mayTeam = (await system.house.bot.teamPage(account, team)) !== null;
      const mayOwn = (await system.house.bot.page(account)).length > 0;
      expect([role, mayOwn, mayTeam]).toEqual([
        role,
        table.get("page /me")?.get(role as Role),
        table.get("page /team/:id")?.get(role as Role),
      ]);
    }
  });
});
