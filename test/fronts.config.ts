import { defineConfig } from "vitest/config";

/** Which of them are told, test/fronts.ts says. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/{conversations,sweeps/stories}/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
