// Who a workspace belongs to, when two are told of one install at the same moment.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { createStores } from "#db/stores/index";
import { join } from "#db/stores/installations/join-organisation";
import { createInstallations } from "#db/stores/installations/installations";
import { newcomer } from "#src/bot/members/newcomer";
import { createChance } from "#src/app/system";
import type { PersonId } from "#src/people/person";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { byOperator } from "#test/support/story/system";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
});

const process = () =>
  createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    createChance(),
  );
const key = { platform: "lark", workspace: "feishu/cli_a/tenant" };
const grant = {
  name: "星河",
  token: "t",
  botUser: "",
  scopes: [],
  installedBy: null as string | null,
};
const at = new Date("2026-11-11T02:00:00Z");

it("an install that several processes are told of at once makes one organisation, and whoever installed it stays the first admin", async () => {
  const saved = await Promise.all(
    [null, "ou_lan", null, "ou_lan", null].map((installedBy) =>
      process().save(key, { ...grant, installedBy }, at, { way: "link", organisations: "many" }),
    ),
  );
  const [organisation, ...others] = await createStores(database).routing.organisations();
  expect([
    new Set(saved.map((each) => (each.admitted === "yes" ? each.installation.organisation : null))),
    others,
  ]).toEqual([new Set([organisation]), []]);
  expect(await process().find(key)).toMatchObject({ installedBy: "ou_lan", organisation });
  expect(await execute(database.db, sql`select organisation_id from organisation_profile`)).toEqual(
    [{ organisation_id: organisation }],
  );
});

describe("where everything is one organisation", () => {
  const byLink = { way: "link", organisations: "one" } as const;
  const byOperator = { way: "configured", organisations: "one" } as const;
  const slackOr = (workspace: string, platform = "slack") => ({ platform, workspace });
  const installed = () =>
    execute<{ workspace: string; founded: boolean; way: string }>(
      database.db,
      sql`select workspace, founded, way from installation order by workspace`,
    );
  const waiting = () =>
    execute<{ workspace: string }>(
      database.db,
      sql`select workspace from installation_request where state = 'open' order by workspace`,
    );
  const count = async () => (await createStores(database).routing.organisations()).length;

  it("of several that install it by link at the same moment, where nobody is, one founds it and the others wait", async () => {
    const came = await Promise.all(
      ["T1", "T2", "T3", "T4"].map((workspace) =>
        process().save(slackOr(workspace), grant, at, byLink),
      ),
    );
    expect(came.map((each) => each.admitted).toSorted()).toEqual([
      "waits",
      "waits",
      "waits",
      "yes",
    ]);
    expect([
      await count(),
      (await installed()).map((each) => each.founded),
      (await waiting()).length,
    ]).toEqual([1, [true], 3]);
  });

  it("of one by link and one of the operator's at the same moment never both are in without a word, unless the link came first", async () => {
    const [link, own] = await Promise.all([
      process().save(slackOr("T1"), grant, at, byLink),
      process().save(slackOr("feishu/cli_a/t", "lark"), grant, at, byOperator),
    ]);
    expect(own.admitted).toBe("yes");
    const founders = (await installed())
      .filter((each) => each.founded)
      .map((each) => each.workspace);
    expect(founders).toEqual([link.admitted === "yes" ? "T1" : "feishu/cli_a/t"]);
    expect(await count()).toBe(1);
  });

  it("the operator's accounts of both platforms come by themselves; what was removed is where it was when it comes back", async () => {
    await process().save(slackOr("feishu/cli_a/t", "lark"), grant, at, byOperator);
    await process().save(slackOr("T1"), grant, at, byOperator);
    await process().stop(slackOr("T1"), "the app was removed");
    expect(await process().save(slackOr("T1"), grant, at, byLink)).toMatchObject({
      admitted: "yes",
    });
    expect(await installed()).toEqual([
      { workspace: "T1", founded: false, way: "configured" },
      { workspace: "feishu/cli_a/t", founded: true, way: "configured" },
    ]);
    expect(await count()).toBe(1);
  });

  it("one that waited and that the operator's settings name now is in, and is asked about no more", async () => {
    await process().save(slackOr("feishu/cli_a/t", "lark"), grant, at, byOperator);
    await process().save(slackOr("T1"), grant, at, byLink);
    expect(await process().find(slackOr("T1"))).toBeNull();
    expect(await process().save(slackOr("T1"), grant, at, byOperator)).toMatchObject({
      admitted: "yes",
    });
    expect(await waiting()).toEqual([]);
  });

  it("the playground's organisation is joined by nobody", async () => {
    await seedPlayground(database);
    const came = await process().save(slackOr("T1"), grant, at, byOperator);
    expect(came).toMatchObject({ admitted: "yes" });
    expect(came.admitted === "yes" && came.installation.organisation).not.toBe(
      playgroundOrganisation,
    );
  });

  it("what a platform calls a workspace or whoever asks is kept without NUL and half characters", async () => {
    await process().save(slackOr("T0"), { ...grant, name: "Ga\u0000laxy" }, at, byLink);
    await process().save(
      slackOr("T1"),
      { ...grant, name: "Neb\ud800ula" },
      at,
      byLink,
      [],
      "O\u0000lga",
    );
    expect((await process().find(slackOr("T0")))?.name).toBe("Ga\ufffdlaxy");
    expect(
      (await createStores(database).routing.requests()).map((each) => [
        each.name,
        each.askedByName,
      ]),
    ).toEqual([["Neb\ufffdula", "O\ufffdlga"]]);
  });

  it("what waits keeps its token sealed, and is of use to nobody who asks for installations", async () => {
    await process().save(slackOr("T0"), grant, at, byLink);
    await process().save(slackOr("T1"), { ...grant, token: "xoxb-secret" }, at, byLink);
    const [row] = await execute<{ token: string }>(
      database.db,
      sql`select token from installation_request`,
    );
    expect(row?.token).not.toContain("secret");
    expect([
      await process().find(slackOr("T1")),
      await process().known(slackOr("T1")),
      (await process().list("slack")).length,
    ]).toEqual([null, null, 1]);
    expect(await process().waiting(slackOr("T1"))).toEqual({ token: "xoxb-secret", botUser: "" });
    expect(await createStores(database).routing.organisationAt(slackOr("T1"))).toBeNull();
  });

  it("a request is seen and answered by the organisation that is asked, and by no other; of two answers at once one counts", async () => {
    await process().save(slackOr("T0"), grant, at, byLink);
    await process().save(slackOr("T1"), grant, at, byLink);
    const other = await process().save(slackOr("T8"), grant, at, {
      way: "link",
      organisations: "many",
    });
    const stores = createStores(database);
    const [request] = await stores.routing.requests();
    const theirs =
      other.admitted === "yes" ? other.installation.organisation : request!.organisation;
    const letIn = (organisation: typeof theirs) =>
      stores.inOrganisation(organisation, async ({ requests }) => [
        (await requests.request(request!.id)) !== null,
        await requests.letIn(request!.id, at),
      ]);
    expect(await letIn(theirs)).toEqual([false, false]);
    const both = await Promise.all([
      letIn(request!.organisation),
      stores.inOrganisation(request!.organisation, ({ requests }) =>
        requests.refuse(request!.id, at),
      ),
    ]);
    expect([both[0]?.[1], both[1]].filter(Boolean)).toHaveLength(1);
  });
});

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
