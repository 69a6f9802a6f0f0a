import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/sweeps/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
