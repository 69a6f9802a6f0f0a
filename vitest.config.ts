import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/long/**", "test/sweeps/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
