// Figures go out as a file: one's own, one's people's, or everybody's; as office programs open it, with no formula in it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answerExport, exportAsked } from "#src/app/figures/export-figures";
import { createChance } from "#src/app/system";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const brought = [
  "id,date,email,amount",
  "A1,2026-11-03,linxiao@example.com,500",
  '=cmd|calc,2026-11-04,linxiao@example.com,"(300)"',
  "A3,2026-11-05,maya@example.com,70",
].join("\n");

async function bring(): Promise<void> {
  const admin = system.who("zhoulan");
  await admin.drops("orders.csv", brought);
  await admin.presses("保存");
  await admin.sees("保存了 3 行");
}

it("gives a rep their own figures, reported and imported, in their words", async () => {
  await bring();
  const rep = system.who("linxiao");
  await rep.says("导出数据");
  await rep.sees(/业绩都在文件里了，共 \d+ 行/u);
  const file = (await rep.reads()) ?? "";
  expect(file.startsWith("\uFEFF来源,日期,负责人,指标,数值,币种,状态,分成 %,编号\r\n")).toBe(true);
  expect(file).toContain("文件导入,2026-11-03,林晓,回款,500,CNY,赢单,,A1\r\n");
  expect(file).toContain("文件导入,2026-11-04,林晓,回款,-300,CNY,赢单,,'=cmd|calc\r\n");
  expect(file).toMatch(/自己报的,2026-\d\d-\d\d,林晓,/u);
  expect(file.toLowerCase()).not.toContain("maya");
});

it("gives an admin everybody's, in English to whoever reads English only their own", async () => {
  await bring();
  const admin = system.who("zhoulan");
  await admin.says("导出数据");
  await admin.sees("业绩都在文件里了");
  const all = (await admin.reads()) ?? "";
  expect(all).toContain("林晓");
  expect(all).toMatch(/文件导入,2026-11-05,Maya[^\r]*,70,/u);
  const maya = system.who("maya");
  await maya.says("export");
  await maya.sees(/Your figures are in the file: \d+ rows/u);
  const own = (await maya.reads()) ?? "";
  expect(own).toContain("\uFEFFSource,Date,Owner,Metric,Value,Currency,Status,Share %,Number\r\n");
  expect(own).toContain("files,2026-11-05,Maya");
  expect(own).not.toContain("林晓");
});

it("stands in the record of what was done", async () => {
  const admin = system.who("zhoulan");
  await admin.says("export");
  await admin.sees("业绩都在文件里了");
  const who = (await system.stores.routing.whoIs(system.account("zhoulan")))!;
  const kept = await system.stores.inOrganisation(who.organisation, ({ audit }) =>
    audit.about(who.person, 20, { organisation: true }),
  );
  expect(kept.map((each) => each.act)).toContain("numbers.exported");
});

it("is the operator's with a command, of days they name, and into no file that is there", async () => {
  await bring();
  const folder = mkdtempSync(join(tmpdir(), "pacer-export-"));
  const out = join(folder, "figures.csv");
  const asked = { ask: "export", out, organisation: null, from: "2026-11-05", to: "2026-11-05" };
  const parts = {
    stores: system.stores,
    now: () => system.clock.now(),
    newId: () => createChance().id(),
  };
  try {
    expect(await answerExport(exportAsked.parse(asked), parts)).toMatchObject({ code: 0 });
    const rows = readFileSync(out, "utf8").split("\r\n").slice(1, -1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(",2026-11-05,");
    expect(await answerExport(exportAsked.parse(asked), parts)).toMatchObject({
      code: 3,
      says: expect.stringContaining("is there already") as string,
    });
    const elsewhere = { ...asked, organisation: "nobody's" };
    expect(await answerExport(exportAsked.parse(elsewhere), parts)).toMatchObject({ code: 4 });
    const backwards = { ...asked, from: "2026-11-06" };
    expect(await answerExport(exportAsked.parse(backwards), parts)).toMatchObject({ code: 3 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
