import { defineConfig } from "vitest/config";

/**
 * What `npm run test:sweeps` runs in place of `npm test`, which is to end in about a minute and tells each practice's main way: the
 * stories beside it, tables of lines typed whole, stories over platforms, and what waits for lines, locks and servers to come back.
 */
export const swept = [
  "test/sweeps/**/*.test.ts",
  "test/conversations/{lark,people,reminders,slack,two-clouds,typed}/**/*.test.ts",
  "test/conversations/checkins/{assistants,blockers,chase,daily,friday,less-simple,update,zones}.test.ts",
  "test/conversations/decisions/*.test.ts",
  "test/conversations/feedback/kept-private.test.ts",
  "test/conversations/goals/{altered,dispute,in-hand,list,meanwhile,period,period-turn,ratios,team-view}.test.ts",
  "test/conversations/goals/manager/*.test.ts",
  "test/conversations/numbers/{counting,disputes,drop-limits}.test.ts",
  "test/conversations/oneonones/{kept-private,rhythm}.test.ts",
  "test/conversations/privacy/{erase,operator}.test.ts",
  "test/conversations/recognition/{closed-place,points,team}.test.ts",
  "test/conversations/setup/{channel,greeting,holidays,playground,sixty,switches}.test.ts",
  "test/adapters/crm/{faults,fxiaoke-world,zoho-world}.test.ts",
  "test/conversations/sync/told.test.ts",
  "test/db/backup/**/*.test.ts",
  "test/adapters/files/big-workbook.test.ts",
  "test/adapters/lark/events/strangers.test.ts",
  "test/adapters/lark/fake/rates.test.ts",
  "test/adapters/log/*.test.ts",
  "test/adapters/prove/*.test.ts",
  "test/adapters/slack/receive/{commands,refused-answers}.test.ts",
  "test/adapters/slack/socket.test.ts",
  "test/beside.test.ts",
  "test/db/embedded/lock.test.ts",
  "test/db/migrate/mended.test.ts",
  "test/db/people/part.test.ts",
  "test/db/postgres/{dump,restarts}.test.ts",
  "test/db/practices/sync-secrets.test.ts",
  "test/db/processes/{clocks,crm-at-once}.test.ts",
  "test/db/retention.test.ts",
  "test/jobs/tools.test.ts",
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/long/**", ...swept],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules are compiled once for all workers, and by the next run only where they changed.
    experimental: { fsModuleCache: true },
  },
});
