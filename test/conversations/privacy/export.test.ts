// Somebody takes along all that is kept about them: as a file in their own chat, theirs alone; 导出 alone asks which.
import { expect, it } from "vitest";
import { story } from "#test/support/story/story";
import { unzip } from "#test/support/unzip";

const system = story();

it("is a zip of JSON and tables in the own chat, with what is theirs and nothing of others'", async () => {
  const rep = system.who("linxiao");
  await rep.says("卡住了 等法务的合同模板");
  await system.who("maya").says("blocked waiting for the Berlin price list");
  await rep.says("导出我的数据");
  await rep.sees(/和你有关的数据都在文件里了，共 \d+ 条/u);
  const files = unzip((await rep.takes()) ?? new Uint8Array());
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(["说明.txt", "data.json", "csv/goals/goal.csv", "csv/you/person.csv"]),
  );
  const { data } = JSON.parse(files.get("data.json") ?? "") as {
    data: Record<string, Record<string, readonly Record<string, unknown>[]>>;
  };
  expect(data["checkins"]?.["blocker"]).toMatchObject([{ text: "等法务的合同模板" }]);
  expect(data["you"]?.["person"]).toMatchObject([{ name: "林晓" }]);
  expect(files.get("csv/you/person.csv")).toMatch(/^\uFEFFid,name,[\s\S]*林晓/u);
  for (const text of files.values()) expect(text).not.toContain("Berlin price list");
  await rep.says("变更记录");
  await rep.sees("和你有关的全部数据导出成了文件");
});

it("is asked for by 导出, beside figures; and by a button of what is kept", async () => {
  const rep = system.who("linxiao");
  await rep.says("导出");
  await rep.sees("想导出什么");
  await rep.presses("导出我的数据");
  await rep.sees("和你有关的数据都在文件里了");
  const other = system.who("renke");
  await other.says("my data");
  await other.presses("Export my data");
  await other.sees(/All that is kept about you is in the file: \d+ entries/);
});
