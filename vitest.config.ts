import { defineConfig } from "vitest/config";

/**
 * What `npm run test:sweeps` runs in place of `npm test`, which is to end in about a minute: tables of lines typed whole, stories told
 * over two platforms at once, what looks for one word in everything that is logged, and what waits for lines and servers to come back.
 */
export const swept = [
  "test/sweeps/**/*.test.ts",
  "test/conversations/{typed,two-clouds}/**/*.test.ts",
  "test/adapters/log/*.test.ts",
  "test/adapters/slack/socket.test.ts",
  "test/db/postgres/restarts.test.ts",
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/long/**", ...swept],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
