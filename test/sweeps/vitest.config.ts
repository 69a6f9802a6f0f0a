import { defineConfig } from "vitest/config";
import { swept } from "../../vitest.config.ts";

export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    include: swept,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
