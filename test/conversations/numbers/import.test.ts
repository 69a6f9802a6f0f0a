// A file's numbers beside those that were reported: imported by the operator's command, linked by an admin, seen by whose they are.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { filesSource } from "#src/practices/goals/api";
import type { BatchId } from "#src/practices/numbers/api";
import { createChance } from "#src/app/system";
import { bring as bringIn } from "#test/support/numbers/imported";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const bring = (lines: readonly string[], more: object = {}) => bringIn(system, lines, more);

const head = "单位：万元\n订单号,日期,负责人,回款金额";

it("stands beside what was reported once an admin said whose it is, and is told to them", async () => {
  const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
  const brought = await bring([head, "A1,2026/11/3,小林,40", "A2,2026/11/5,小林,20"]);
  expect(brought).toMatchObject({ code: 0 });
  expect(brought.says).toContain("Stored: 2 rows.");
  await rep.says("业绩");
  await rep.sees("自己报的");
  await rep.doesNotSee("相差");
  await admin.says("未匹配");
  await admin.sees(/小林[^]*文件里 2 行 · 回款 60万/u);
  await admin.presses("这是谁？");
  await admin.fills({ person: "林晓" });
  await admin.sees("小林的数字已归到林晓名下");
  await rep.sees("小林现在算你的");
  await rep.says("业绩");
  await rep.sees(/67\.5万[^]*文件导入[^]*60万[^]*相差[^]*7\.5万/u);
  await admin.says("未匹配");
  await admin.sees("导入的数字都对上人了");
});

it("of an address that is one of ours needs nobody to say so, and a manager sees it with English words too", async () => {
  await bring(["id,date,email,amount", "A1,2026-11-03,MAYA@example.com,500000"]);
  const maya = system.who("maya");
  await maya.says("numbers");
  await maya.sees("Reported here");
});

it("stands in the record, and so does who said whose a name is", async () => {
  const admin = system.who("zhoulan");
  await bring([head, "A1,2026/11/3,小林,40"]);
  await admin.says("未匹配");
  await admin.presses("这是谁？");
  await admin.fills({ person: "林晓" });
  const rep = (await system.stores.routing.whoIs(system.account("linxiao")))!.person;
  const kept = await system.stores.inOrganisation(playgroundOrganisation, ({ audit }) =>
    audit.about(rep, 10, { organisation: true }),
  );
  expect(kept.map(({ act, by }) => [act, typeof by === "string" ? by : "person"])).toEqual(
    expect.arrayContaining([
      ["numbers.imported", "operator"],
      ["numbers.linked", "person"],
    ]),
  );
});

it("of a process that was killed leaves nothing, and the next one is taken", async () => {
  const metrics = await system.stores.inOrganisation(playgroundOrganisation, ({ setup }) =>
    setup.metrics(),
  );
  const batch = {
    id: createChance().id() as BatchId,
    source: filesSource,
    metric: metrics[0]!.id,
    file: "killed.csv",
    by: null,
    at: system.clock.now(),
  };
  await system.stores.inOrganisation(playgroundOrganisation, ({ numbers }) => numbers.begin(batch));
  const refused = await bring([head, "A1,2026/11/3,林晓,40"]);
  expect(refused).toMatchObject({ code: 3 });
  expect(refused.says).toContain("is under way");
  await system.database.db.execute(
    sql`update number_batch set lease_until = clock_timestamp() - interval '1 second'`,
  );
  expect(await bring([head, "A1,2026/11/3,林晓,40"])).toMatchObject({ code: 0 });
});

describe("imported again", () => {
  const first = [head, "A1,2026/11/3,林晓,40", "A2,2026/11/5,林晓,20"];
  it("the same file changes nothing; a figure that changed counts as it is now", async () => {
    await bring(first);
    expect((await bring(first)).says).toContain("0 new, 0 changed, 2 the same, 0 rejected.");
    const changed = await bring([head, "A1,2026/11/3,林晓,45", "A2,2026/11/5,林晓,20"]);
    expect(changed.says).toContain("0 new, 1 changed, 1 the same, 0 rejected.");
    await system.who("zhoulan").says("未匹配");
    await system.who("zhoulan").sees("回款 65万");
  });

  it("without ids, two rows that read the same are two, however often the file comes", async () => {
    const rows = ["日期,负责人,金额", "2026/11/3,林晓,40", "2026/11/3,林晓,40"];
    expect((await bring(rows)).says).toContain("2 new");
    expect((await bring(rows)).says).toContain("0 new, 0 changed, 2 the same");
  });
});

describe("with rows that are wrong", () => {
  const rows = [head, "A1,2026/11/3,林晓,40", "A2,2026/11/33,林晓,20", "A1,2026/11/4,林晓,1"];
  it("stores nothing, names line and column, and says what to do", async () => {
    const refused = await bring(rows);
    expect(refused.code).toBe(2);
    expect(refused.says).toContain("line 4: “2026/11/33” in column B is no date");
    expect(refused.says).toContain("line 5: “A1” in column A is in line 3 already");
    expect(refused.says).toContain("store the 1 good row with --skip-rejected");
    await system.who("zhoulan").says("未匹配");
    await system.who("zhoulan").sees("导入的数字都对上人了");
  });
  it("stores the good ones where somebody says so, and says which are not", async () => {
    expect(await bring(rows, { skipRejected: true })).toMatchObject({ code: 2 });
    await system.who("zhoulan").says("unmatched");
    await system.who("zhoulan").sees("林晓");
  });
  it("tells machines each row", async () => {
    const { says } = await bring(rows, { json: true, apply: false });
    expect(JSON.parse(says)).toMatchObject({
      rows: [
        { line: 4, status: "rejected" },
        { line: 5, status: "rejected" },
        {
          line: 3,
          status: "new",
          id: "A1",
          owner: "林晓",
          ownerState: "unmatched",
          date: "2026-11-03",
          amountMinor: "40000000",
          currency: "CNY",
          outcome: "won",
        },
      ],
      counts: { new: 1, rejected: 2 },
      stored: false,
      asked: [],
    });
  });
});

it.each([
  ["which figure is the month", ["date,owner,amount", "5/1/2026,a,1"], {}, 4, "--dates dmy"],
  ["an unknown metric", ["date,owner,amount"], { metric: "wishes" }, 4, "Add --metric with one of"],
  ["an empty file", [], {}, 4, "No row of headings was found"],
])("%s is asked for", async (_name, lines, more, code, says) => {
  const answer = await bring(lines, more);
  expect(answer.code).toBe(code);
  expect(answer.says).toContain(says);
});

it("is seen by whose it is, who leads them, and admins; nobody else", async () => {
  const [maya, wanglei] = [system.who("maya"), system.who("wanglei")];
  await wanglei.says("业绩 @林晓");
  await wanglei.sees("只能看自己和自己组员的业绩");
  await maya.says("unmatched");
  await maya.sees(/admin/iu);
});

it("of two at once one is refused and says so, or comes behind the other and finds all of it there", async () => {
  const rows = [head, "A1,2026/11/3,林晓,40"];
  const answers = await Promise.all([bring(rows), bring(rows)]);
  const says = answers.map((each) => each.says);
  expect(says.filter((each) => each.includes("1 new"))).toHaveLength(1);
  expect(says.filter((each) => /is under way|1 the same/u.test(each))).toHaveLength(1);
});

it("says how files come in to whoever asks, and where nothing is imported yet", async () => {
  const rep = system.who("linxiao");
  await rep.says("导入");
  await rep.sees(/把数字文件发给我[^]*20 MB/u);
  await rep.says("业绩");
  await rep.sees("还没有导入过");
});
