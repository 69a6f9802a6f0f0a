// For `npx drizzle-kit generate --name <what-changes>`; the program applies the files itself (db/migrate.ts).
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/**/*.ts",
  out: "./db/migrations",
});
