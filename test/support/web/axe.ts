// What axe-core finds wrong on a page that is open, as a reader of the test's output needs it: the rule and where.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Evaluated by the debugger, which no policy of the page's forbids. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`,
  );
}
