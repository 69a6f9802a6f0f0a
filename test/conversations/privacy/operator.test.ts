// The operator has the same as a command: what would be given or deleted first, then a file, then the person gone.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { answerPerson } from "#src/app/tools/person";
import { personAsked } from "#src/app/tools/person-asked";
import { story } from "#test/support/story/story";
import { unzip } from "#test/support/unzip";

const system = story();

const ask = (verb: string, who: string, more: { out?: string; apply?: boolean } = {}) =>
  answerPerson(
    personAsked.parse({
      ask: "person",
      verb,
      who,
      out: more.out ?? null,
      apply: more.apply ?? false,
    }),
    { stores: system.stores, house: system.house, now: () => system.clock.now() },
  );

it("gives out and erases one person, dry first, by their id alone", async () => {
  expect(await ask("erase", "nobody@example.com")).toMatchObject({ code: 3 });
  const named = await ask("erase", "林晓");
  expect(named).toMatchObject({ code: 3, says: expect.stringContaining("Say the id") as string });
  const id = /[0-9a-f-]{36}/u.exec(named.says)?.[0] ?? "";
  expect((await ask("export", id)).says).toMatch(/goal: \d+[\s\S]*Nothing was written/u);
  const folder = mkdtempSync(join(tmpdir(), "pacer-person-"));
  try {
    const out = join(folder, "linxiao.zip");
    expect(await ask("export", id, { out })).toMatchObject({ code: 0 });
    expect(unzip(readFileSync(out)).get("csv/you/person.csv")).toContain("林晓");
    expect((await ask("export", id, { out })).says).toContain("is there already");
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect((await ask("erase", id)).says).toContain("Nothing was changed");
  expect((await ask("erase", id, { apply: true })).says).toMatch(/Erased: \d+ rows deleted/u);
  expect((await ask("erase", "林晓")).code).toBe(3);
  const left = await system.stores.inOrganisation(playgroundOrganisation, ({ people }) =>
    people.directory(),
  );
  expect(left.map(({ name }) => name)).not.toContain("林晓");
  const only = left.find(({ admin }) => admin);
  expect((await ask("erase", only?.id ?? "", { apply: true })).says).toContain("the only admin");
});
