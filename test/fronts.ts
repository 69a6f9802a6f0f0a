// Tells the conversations over Slack and Lark, both ways each; with SEED an eighth of the files over each, as .ci/run does.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "#db/package-root";
import { platformFronts, readSeed, storiesOver } from "#test/support/story/front-sample";

const folders = ["test/conversations", "test/sweeps/stories"];
const vitest = join(packageRoot(), "node_modules", "vitest", "vitest.mjs");
const seed = readSeed(process.env["SEED"]);
// What brings a platform of its own is told over that one by npm test.
const files = folders.flatMap((folder) =>
  readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !/^(slack|lark|two-clouds)\//.test(name))
    .map((name) => `${folder}/${name}`),
);

if (seed !== null)
  console.log(
    `seed ${seed}: an eighth of the conversations over each front; again with SEED=${seed} npm run test:fronts`,
  );
const failed = platformFronts.filter((front) => {
  const told = storiesOver(front, files, seed);
  if (told.length === 0) throw new Error(`no conversation for ${front}`);
  console.log(`\n${front}: ${told.length} of ${files.length} files`);
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", "test/fronts.config.ts", ...told],
    { cwd: packageRoot(), stdio: "inherit", env: { ...process.env, PACER_TEST_FRONT: front } },
  );
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`failed over ${failed.join(", ")}`);
  process.exitCode = 1;
}
