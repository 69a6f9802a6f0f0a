import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["source", "node", "import", "default"] } },
  test: {
    maxWorkers: 2,
    isolate: false,
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/long/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
