// docs/crm.md against what an operator meets: scopes, variables and addresses it names, the same in both languages.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fake, call, ask, askToken, deal, openZoho } from "./zoho-asked.ts";

openZoho();

const page = await readFile("docs/crm.md", "utf8");
const [chinese = "", english = ""] = page.split("\n# Reading Zoho CRM and Fxiaoke\n");
const all = (pattern: RegExp, text: string): string[] =>
  [...new Set(Array.from(text.matchAll(pattern), ([each]) => each))].toSorted();

describe("docs/crm.md", () => {
  it("names the same scopes, variables, commands and hosts in both languages, and no scope that writes", () => {
    for (const pattern of [
      /ZohoCRM\.[\w.]+/g,
      /\b(?:ZOHO|FXIAOKE)_[A-Z_]+/g,
      /npm run [\w -]+/g,
      /\b(?:[\w-]+\.)+(?:fxiaoke|sharecrm)\.com/g,
    ]) {
      expect(all(pattern, english)).not.toEqual([]);
      expect(all(pattern, chinese)).toEqual(all(pattern, english));
    }
    const scopes = all(/ZohoCRM\.[\w.]+/g, page);
    expect(scopes.filter((scope) => !scope.endsWith(".READ"))).toEqual([]);
  });

  it("has the same sections and tables of the same rows in both languages", () => {
    const rows = (text: string): number[] =>
      text
        .split(/^## /mu)
        .map((section) => section.split("\n").filter((line) => line.startsWith("|")).length);
    expect(rows(english)).toEqual(rows(chinese));
  });

  it("asks for scopes that suffice for whatever is read, and for none besides", async () => {
    fake.tokens.scopes.clear();
    for (const scope of all(/ZohoCRM\.[\w.]+/g, page)) fake.tokens.scopes.add(scope);
    await askToken();
    deal(1);
    for (const path of [
      "org",
      "users?type=AllUsers",
      "settings/fields?module=Deals",
      "settings/layouts?module=Deals",
      "settings/pipeline?layout_id=554023000000091023",
      "settings/fiscal_year",
    ])
      expect(await call(path)).toMatchObject({ status: 200 });
    expect(await ask("select id from Deals where id is not null")).toMatchObject({ status: 200 });
    expect(await call("Sales_Orders/deleted")).toMatchObject({ status: 204 });
  });
});
