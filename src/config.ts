// The only reader of the environment. A wrong or missing setting stops the start with one sentence naming the variable.
import { z } from "zod";

const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

/** Every variable with one line; `.env.example` is checked against it by a test. */
const schema = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://")),
  DATA_DIR: z.preprocess(empty, z.string().default("./data")),
  HOST: z.preprocess(empty, z.string().default("127.0.0.1")),
  PORT: optional(z.coerce.number("must be a number").int().min(0).max(65_535, "must be a port below 65536")),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, hostname: /./, error: "must be a URL such as https://pacer.example.com" })),
  PLAYGROUND: z.preprocess(empty, z.enum(["on", "off"], "must be on or off").default("on")),
  BOT_NAME_EN: z.preprocess(empty, z.string().max(35, "must be at most 35 characters").default("Pacer")),
  BOT_NAME_ZH: z.preprocess(empty, z.string().max(35, "must be at most 35 characters").default("领跑")),
  LOG_LEVEL: z.preprocess(empty, z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "must be a pino level such as info").default("info")),
});

export type Config = z.output<typeof schema>;
export const variables = Object.keys(schema.shape);

/** Said to the operator, without a stack. */
export class SettingWrong extends Error {}

export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = schema.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new SettingWrong(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}. Mend it in the environment or in .env; .env.example says what it means.`);
  }
  if (read.data.PLAYGROUND === "off") throw new SettingWrong("PLAYGROUND is off and no chat platform is configured, so nobody could reach the bot: remove PLAYGROUND=off.");
  return read.data;
}
