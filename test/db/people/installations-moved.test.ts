// Who a workspace belongs to when more is known of it: an Enterprise, one the operator moved, one whose token another key sealed.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { createSecrets } from "#db/seal";
import { createStores } from "#db/stores/index";
import { join } from "#db/stores/installations/join-organisation";
import { createInstallations } from "#db/stores/installations/installations";
import { newcomer } from "#src/bot/members/newcomer";
import { createChance } from "#src/app/system";
import type { PersonId } from "#src/people/person";
import { byOperator } from "#test/support/story/system";
import { database, nothingInstalled, process, key, grant, at } from "./installing.ts";

nothingInstalled();

describe("an Enterprise by link, with workspaces of an organisation", () => {
  const many = { way: "link", organisations: "many" } as const;
  const workspace = (id: string) => ({ platform: "slack", workspace: id });
  const listed = async () => (await process().list("slack")).map((each) => each.workspace);

  it("waits for that organisation, which goes on as it was; let in, it is in its workspaces' place, and whoever set things up goes on", async () => {
    const first = await process().save(workspace("T1"), { ...grant, installedBy: "U1" }, at, many);
    const organisation =
      first.admitted === "yes" ? first.installation.organisation : expect.fail("T1 founds its own");
    const stores = createStores(database);
    const id = createChance().id();
    await stores.inOrganisation(organisation, async ({ people }) => {
      const own = await people.organisation();
      const profile = {
        name: "Olga",
        email: null,
        locale: null,
        zone: null,
        active: true,
        guest: false,
      };
      await people.arrive(
        { ...workspace("T1"), user: "U1" },
        newcomer(profile, own, id as PersonId, null, true),
        byOperator,
        "installation",
      );
    });
    expect(
      await process().save(workspace("E1"), grant, at, many, ["T1", "T2"], "Org Admin"),
    ).toEqual({ admitted: "waits" });
    expect(await listed()).toEqual(["T1"]);
    const [request] = await stores.routing.requests();
    expect(request).toMatchObject({ organisation, workspace: "E1", askedByName: "Org Admin" });
    expect(
      await stores.inOrganisation(organisation, ({ requests }) => requests.letIn(request!.id, at)),
    ).toBe(true);
    expect(await listed()).toEqual(["E1"]);
    expect(await stores.routing.whoIs({ ...workspace("E1"), user: "U1" })).toMatchObject({
      person: id,
      organisation,
    });
    // What gave it is gone with the smaller installation; that they have it stays.
    const standing = await stores.inOrganisation(organisation, ({ people }) =>
      people.standingOf({ ...workspace("E1"), user: "U1" }),
    );
    expect(standing).toMatchObject({ adminBy: null, granted: true });
  });

  it("that was founded for itself and is added to one of them later waits as well, its empty organisation gone", async () => {
    await process().save(workspace("T1"), grant, at, many);
    await process().save(workspace("E1"), grant, at, many);
    await process().spread(workspace("E1"), ["T1"], at);
    expect(await listed()).toEqual(["T1"]);
    expect(
      await execute(database.db, sql`select workspace, state from installation_request`),
    ).toEqual([{ workspace: "E1", state: "open" }]);
    expect(await createStores(database).routing.organisations()).toHaveLength(1);
    await process().spread(workspace("E1"), ["T2"], at);
    expect(
      await execute(
        database.db,
        sql`select json_array_length(covers::json) as n from installation_request`,
      ),
    ).toEqual([{ n: 2 }]);
  });
});

it("an Enterprise that was removed meanwhile asks nobody to be let in: there is no token to serve with", async () => {
  const many = { way: "link", organisations: "many" } as const;
  const workspace = (id: string) => ({ platform: "slack", workspace: id });
  await process().save(workspace("T1"), grant, at, many);
  await process().save(workspace("E1"), grant, at, many);
  await process().stop(workspace("E1"), "removed");
  await process().spread(workspace("E1"), ["T1"], at);
  expect(await execute(database.db, sql`select workspace from installation_request`)).toEqual([]);
  expect(await execute(database.db, sql`select workspace from installation`)).toEqual([
    { workspace: "T1" },
  ]);
});

describe("one moved by the operator", () => {
  const many = { way: "link", organisations: "many" } as const;
  const workspace = (id: string) => ({ platform: "slack", workspace: id });
  const organisationOf = async (id: string) =>
    (await createStores(database).routing.organisationAt(workspace(id)))!.organisation;

  it("leaves an organisation in which nothing was done, which is gone with whoever said hello there", async () => {
    await process().save(workspace("T1"), grant, at, many);
    await process().save(workspace("T2"), grant, at, { ...many, way: "configured" });
    const [into, own] = [await organisationOf("T1"), await organisationOf("T2")];
    await createStores(database).inOrganisation(own, async ({ people }) => {
      const profile = {
        name: "Ada",
        email: null,
        locale: null,
        zone: null,
        active: true,
        guest: false,
      };
      await people.arrive(
        { ...workspace("T2"), user: "U1" },
        newcomer(profile, await people.organisation(), createChance().id() as PersonId, null, true),
        byOperator,
        "platform",
      );
    });
    expect(await join(database, workspace("T2"), into, at, false)).toEqual({ joined: "yes" });
    expect(await organisationOf("T2")).toBe(own);
    expect(await join(database, workspace("T2"), into, at, true)).toEqual({ joined: "yes" });
    expect(await organisationOf("T2")).toBe(into);
    // Named by nobody's settings: its people bring no right, wherever it came from.
    expect(
      await execute(database.db, sql`select way, founded from installation where workspace = 'T2'`),
    ).toEqual([{ way: "link", founded: false }]);
    expect(
      await createStores(database).routing.whoIs({ ...workspace("T2"), user: "U1" }),
    ).toBeNull();
    expect(await createStores(database).routing.organisations()).toEqual([into]);
    expect(await join(database, workspace("T2"), into, at, true)).toEqual({ joined: "there" });
    expect(await join(database, workspace("T7"), into, at, true)).toEqual({ joined: "unknown" });
  });

  it("stays where something was set up or written", async () => {
    await process().save(workspace("T1"), grant, at, many);
    await process().save(workspace("T2"), grant, at, many);
    const [into, own] = [await organisationOf("T1"), await organisationOf("T2")];
    await createStores(database).inOrganisation(own, ({ setup }) =>
      setup.saveMetric({
        id: createChance().id() as never,
        nameEn: "calls",
        nameZh: "电话",
        aliases: [],
        unit: { kind: "count", counter: "通" },
        adds: true,
      }),
    );
    expect(await join(database, workspace("T2"), into, at, true)).toEqual({ joined: "in use" });
    expect(await organisationOf("T2")).toBe(own);
  });
});

describe("one whose token another key sealed", () => {
  const many = { way: "link", organisations: "many" } as const;

  it("one whose token another key sealed counts as none, keeps nobody else from being listed, and serves again when that key is back", async () => {
    const under = (byte: number) =>
      createInstallations(
        database,
        createSecrets([Buffer.alloc(32, byte).toString("base64")]),
        createChance(),
      );
    const other = { platform: "lark", workspace: "feishu/cli_a/other" };
    const came = await under(7).save(key, grant, at, many);
    const organisation =
      came.admitted === "yes" ? came.installation.organisation : expect.fail("it founds its own");
    await under(9).save(other, { ...grant, token: "t2" }, at, many);
    expect((await under(9).list("lark")).map((each) => each.workspace)).toEqual([other.workspace]);
    expect([
      await under(9).find(key),
      await under(9).known(key),
      await under(9).known(other),
    ]).toEqual([
      null,
      { stoppedAt: null, isUnopened: true },
      { stoppedAt: null, isUnopened: false },
    ]);
    expect(await under(9).unopened("lark")).toEqual({ workspaces: [key.workspace], of: 2 });
    expect(await under(7).find(key)).toMatchObject({ token: "t", organisation });
    // Installed anew, or known from elsewhere, it goes on in its organisation.
    expect(await under(9).save(key, { ...grant, token: "t3" }, at, many)).toMatchObject({
      admitted: "yes",
      installation: { token: "t3", organisation },
    });
    await under(7).reseal(other, "t2");
    expect([
      (await under(7).list("lark")).map((each) => each.token),
      await under(7).unopened("lark"),
    ]).toEqual([["t2"], { workspaces: [key.workspace], of: 2 }]);
  });

  it("of one that waits to be let in is nothing to speak with", async () => {
    const under = (byte: number) =>
      createInstallations(
        database,
        createSecrets([Buffer.alloc(32, byte).toString("base64")]),
        createChance(),
      );
    const other = { ...key, workspace: "feishu/cli_a/other" };
    await under(7).save(key, grant, at, many);
    await under(7).save(other, { ...grant, token: "t2" }, at, {
      way: "link",
      organisations: "one",
    });
    expect([await under(9).waiting(other), await under(7).waiting(other)]).toEqual([
      null,
      { token: "t2", botUser: "" },
    ]);
  });

  it("those that a lost key sealed can be let go: what is for them waits for a new install, the others stay", async () => {
    const under = (byte: number) =>
      createInstallations(
        database,
        createSecrets([Buffer.alloc(32, byte).toString("base64")]),
        createChance(),
      );
    const other = { ...key, workspace: "feishu/cli_a/other" };
    const came = await under(7).save(key, grant, at, many);
    const organisation =
      came.admitted === "yes" ? came.installation.organisation : expect.fail("it founds its own");
    await under(9).save(other, grant, at, many);
    expect(await under(9).letGoUnopened("lark", "the key was lost")).toEqual([key.workspace]);
    expect([
      await under(9).unopened("lark"),
      await under(7).find(key),
      await under(9).known(key),
    ]).toEqual([
      { workspaces: [], of: 1 },
      null,
      { stoppedAt: expect.any(Date) as Date, isUnopened: false },
    ]);
    expect(await under(9).save(key, grant, at, many)).toMatchObject({
      admitted: "yes",
      installation: { organisation },
    });
  });

  it("one whose sealed token was altered, or moved from another row, counts as none too", async () => {
    await process().save(key, grant, at, many);
    await process().save({ ...key, workspace: "feishu/cli_a/other" }, grant, at, many);
    await database.db.execute(
      sql`update installation set token = (select token from installation where workspace = ${key.workspace})`,
    );
    expect((await process().list("lark")).map((each) => each.workspace)).toEqual([key.workspace]);
  });
});
