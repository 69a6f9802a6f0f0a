// Who a workspace belongs to, when two are told of one install at the same moment.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { createStores } from "#db/stores/index";
import { database, nothingInstalled, process, key, grant, at } from "./installing.ts";

nothingInstalled();

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
