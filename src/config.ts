// The only reader of the environment. A wrong or missing setting stops the start with one sentence naming the variable.
import { readFileSync } from "node:fs";
import { z } from "zod";

const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

const larkAppId = optional(
  z
    .string()
    .regex(
      /^cli_[0-9a-fA-F]{16}$/,
      "must be cli_ and 16 hexadecimal digits: it is on the app's page Credentials & Basic Info (凭证与基础信息)",
    ),
);
const larkSecret = optional(
  z
    .string()
    .min(16, "must be the App Secret of the app's page Credentials & Basic Info (凭证与基础信息)"),
);
const larkKey = optional(z.string().min(1));
/** The two clouds have names of their own: one that is written as an address is the same cloud. */
const cloudNames: Readonly<Record<string, string>> = {
  "https://open.feishu.cn": "feishu",
  "https://open.larkoffice.com": "feishu",
  "https://open.larksuite.com": "lark",
};
const cloud = (value: unknown): unknown =>
  typeof value === "string"
    ? (cloudNames[value.trim().toLowerCase().replace(/\/+$/, "")] ?? empty(value))
    : value;
const larkDomain = z.preprocess(
  cloud,
  z
    .string()
    .regex(
      /^(?:feishu|lark|https?:\/\/[^/].*)$/,
      "must be feishu, lark, or a URL such as https://open.larksuite.com",
    )
    .default("feishu"),
);
const larkEvents = optional(z.enum(["webhook", "socket"], "must be webhook or socket"));
const larkType = z.preprocess(
  empty,
  z.enum(["self", "store"], "must be self or store").default("self"),
);

const sealingKey = optional(
  z
    .string()
    .refine(
      (key) => Buffer.from(key, "base64").length === 32 && /^[A-Za-z0-9+/]{43}=$/.test(key),
      "must be 32 bytes in base64: openssl rand -base64 32",
    ),
);

/** Every variable with one line; `.env.example` is checked against it by a test. */
const schema = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://")),
  DATA_DIR: z.preprocess(empty, z.string().default("./data")),
  HOST: z.preprocess(empty, z.string().default("127.0.0.1")),
  PORT: optional(
    z.coerce.number("must be a number").int().min(0).max(65_535, "must be a port below 65536"),
  ),
  PUBLIC_URL: optional(
    z.url({
      protocol: /^https?$/,
      hostname: /./,
      error: "must be a URL such as https://pacer.example.com",
    }),
  ),
  ENCRYPTION_KEY: sealingKey,
  BACKUP_KEY: sealingKey,
  BACKUP_DIR: optional(z.string()),
  BACKUP_HOUR: z.preprocess(
    empty,
    z.coerce.number("must be an hour from 0 to 23, in UTC").int().min(0).max(23).default(18),
  ),
  BACKUP_KEEP: z.preprocess(
    empty,
    z.coerce.number("must be a number of backups").int().min(2, "must be 2 or more").default(14),
  ),
  BACKUP_PROVE_DAYS: z.preprocess(
    empty,
    z.coerce
      .number("must be a number of days")
      .int()
      .min(1)
      .max(8, "must be a number of days from 1 to 8")
      .default(7),
  ),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(16, "must be the signing secret of the app's Basic Information page"),
  ),
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .startsWith("xoxb-", "must start with xoxb-: it is on the app's page OAuth & Permissions"),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string()
      .startsWith(
        "xapp-",
        "must start with xapp-: it is an app-level token with connections:write",
      ),
  ),
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(
    z.string().min(16, "must be the client secret of the app's Basic Information page"),
  ),
  SLACK_STATE_SECRET: optional(
    z.string().min(16, "must have at least 16 characters: openssl rand -hex 16"),
  ),
  SLACK_WORKSPACES: z.preprocess(empty, z.string().default("")).transform((list, context) => {
    const ids = list
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== "");
    if (ids.some((each) => !/^[TE][A-Z0-9]+$/.test(each)))
      context.addIssue({
        code: "custom",
        message:
          "must be ids of workspaces (T...) or Enterprises (E...), separated by commas: Slack shows them in the address of a workspace in the browser",
      });
    return ids;
  }),
  SLACK_API_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: "must be a URL such as https://slack.com/api/" })
      .default("https://slack.com/api/"),
  ),
  LARK_APP_ID: larkAppId,
  LARK_APP_SECRET: larkSecret,
  LARK_ENCRYPT_KEY: larkKey,
  LARK_VERIFICATION_TOKEN: larkKey,
  LARK_DOMAIN: larkDomain,
  LARK_EVENTS: larkEvents,
  LARK_APP_TYPE: larkType,
  LARK_2_APP_ID: larkAppId,
  LARK_2_APP_SECRET: larkSecret,
  LARK_2_ENCRYPT_KEY: larkKey,
  LARK_2_VERIFICATION_TOKEN: larkKey,
  LARK_2_DOMAIN: larkDomain,
  LARK_2_EVENTS: larkEvents,
  LARK_2_APP_TYPE: larkType,
  ZOHO_ACCOUNTS_URL: optional(z.string()),
  ZOHO_CLIENT_ID: optional(z.string()),
  ZOHO_CLIENT_SECRET: optional(z.string()),
  ZOHO_GRANT_CODE: optional(z.string()),
  ZOHO_REFRESH_TOKEN: optional(z.string()),
  FXIAOKE_URL: z.preprocess(empty, z.string().default("https://open.fxiaoke.com")),
  FXIAOKE_APP_ID: optional(z.string()),
  FXIAOKE_APP_SECRET: optional(z.string()),
  FXIAOKE_PERMANENT_CODE: optional(z.string()),
  FXIAOKE_USER_ID: optional(z.string()),
  FXIAOKE_MOBILE: optional(z.string()),
  ORGANISATIONS: z.preprocess(empty, z.enum(["one", "many"], "must be one or many").default("one")),
  ADMIN_EMAILS: z.preprocess(empty, z.string().default("")).transform((list) =>
    list
      .split(",")
      .map((each) => each.trim().toLowerCase())
      .filter((each) => each !== ""),
  ),
  PLAYGROUND: optional(z.enum(["on", "off"], "must be on or off")),
  BOT_NAME_EN: z.preprocess(
    empty,
    z.string().max(35, "must be at most 35 characters").default("Pacer"),
  ),
  BOT_NAME_ZH: z.preprocess(
    empty,
    z.string().max(35, "must be at most 35 characters").default("领跑"),
  ),
  METRICS_TOKEN: optional(z.string().min(16, "must have at least 16 characters")),
  LOG_LEVEL: z.preprocess(
    empty,
    z
      .enum(
        ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
        "must be a pino level such as info",
      )
      .default("info"),
  ),
});

type Read = z.output<typeof schema>;
/** PLAYGROUND is decided: on where no chat platform is configured, and where somebody asked for it beside one. */
export type Config = Omit<Read, "PLAYGROUND"> & { readonly PLAYGROUND: "on" | "off" };
export const variables = Object.keys(schema.shape);

/** Said to the operator, without a stack. */
export class SettingWrong extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets may stand in a file of their own, as containers and service managers hand them over: its path is in the variable with _FILE behind its name. */
const secret = /^DATABASE_URL$|_(?:KEY|TOKEN|SECRET)$/;
export const secrets = variables.filter((name) => secret.test(name));

function withFiles(environment: Environment): Environment {
  const read: Record<string, string | undefined> = { ...environment };
  for (const name of secrets) {
    const path = environment[`${name}_FILE`];
    if (path === undefined || path === "") continue;
    if ((environment[name] ?? "") !== "")
      throw new SettingWrong(`${name} and ${name}_FILE are both set: leave one of them away.`);
    try {
      read[name] = readFileSync(path, "utf8").trim();
    } catch {
      throw new SettingWrong(
        `${name}_FILE names ${path}, which cannot be read: mend the path, or let this login read it.`,
      );
    }
  }
  return read;
}

/** `keyless`: for whoever brings the key back with a backup. */
export function readConfig(environment: Environment = process.env, keyless = false): Config {
  const read = schema.safeParse(withFiles(environment));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new SettingWrong(
      `${String(issue?.path[0])} ${issue?.message ?? "is wrong"}: mend it in the environment or in .env (.env.example says what it means).`,
    );
  }
  const config = read.data;
  const hasPlatform = [hasSlack(config), larkApps(config).length > 0].includes(true);
  if (hasPlatform && config.ENCRYPTION_KEY === undefined && !keyless)
    throw new SettingWrong(
      "ENCRYPTION_KEY is missing: tokens are kept sealed. Make one with openssl rand -base64 32 and keep it safe.",
    );
  if (config.PLAYGROUND === "off" && !hasPlatform)
    throw new SettingWrong(
      "PLAYGROUND is off and no chat platform is configured, so nobody could reach the bot: remove PLAYGROUND=off.",
    );
  return { ...config, PLAYGROUND: config.PLAYGROUND ?? (hasPlatform ? "off" : "on") };
}

/** Slack is on when it can reach us (a signing secret or an app token) and we it (a bot token, or installs by OAuth). */
export function hasSlack(
  config: Pick<Read, "ORGANISATIONS" | (`SLACK_${string}` & keyof Read)>,
): boolean {
  const inward = config.SLACK_SIGNING_SECRET !== undefined || config.SLACK_APP_TOKEN !== undefined;
  const oauth = [config.SLACK_CLIENT_ID, config.SLACK_CLIENT_SECRET, config.SLACK_STATE_SECRET];
  const given = oauth.filter((each) => each !== undefined).length;
  if (given > 0 && given < oauth.length)
    throw new SettingWrong(
      "SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET belong together: set all three, or none and SLACK_BOT_TOKEN.",
    );
  const outward = config.SLACK_BOT_TOKEN !== undefined || given === oauth.length;
  if (inward && !outward)
    throw new SettingWrong(
      "SLACK_BOT_TOKEN is missing: without it, or the three for installs by many (SLACK_CLIENT_ID, ...), nothing can be said on Slack.",
    );
  if (outward && !inward)
    throw new SettingWrong(
      "SLACK_SIGNING_SECRET is missing: without it, or SLACK_APP_TOKEN for Socket Mode, nothing can be heard from Slack.",
    );
  if (given > 0 && config.SLACK_SIGNING_SECRET === undefined)
    throw new SettingWrong(
      "SLACK_SIGNING_SECRET is missing: installs by many need it beside SLACK_CLIENT_ID.",
    );
  if (given > 0 && config.ORGANISATIONS === "one" && config.SLACK_WORKSPACES.length === 0)
    throw new SettingWrong(
      "SLACK_WORKSPACES is missing: with SLACK_CLIENT_ID anybody on the internet may install the app, and with ORGANISATIONS=one all of them would be one company. List the ids of your workspaces (T..., E...), or set ORGANISATIONS=many.",
    );
  return inward;
}

type LarkPart =
  | "APP_ID"
  | "APP_SECRET"
  | "ENCRYPT_KEY"
  | "VERIFICATION_TOKEN"
  | "DOMAIN"
  | "EVENTS"
  | "APP_TYPE";
const larkNames = ["LARK", "LARK_2"] as const;

/** One app of Lark or Feishu, with its events' way decided. */
export interface LarkSetting {
  readonly name: (typeof larkNames)[number];
  /** `feishu`, `lark`, or a URL. */
  readonly domain: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string | undefined;
  readonly verificationToken: string | undefined;
  readonly type: "self" | "store";
  readonly events: "webhook" | "socket";
}

/** The apps that are set: an id and its secret turn one on. */
export function larkApps(
  config: Pick<Read, "ORGANISATIONS" | `${(typeof larkNames)[number]}_${LarkPart}`>,
): readonly LarkSetting[] {
  const apps = larkNames.flatMap((name) => {
    const appId = config[`${name}_APP_ID`];
    const appSecret = config[`${name}_APP_SECRET`];
    const encryptKey = config[`${name}_ENCRYPT_KEY`];
    const verificationToken = config[`${name}_VERIFICATION_TOKEN`];
    if (appId === undefined && appSecret === undefined) return [];
    if (appId === undefined || appSecret === undefined)
      throw new SettingWrong(
        `${name}_${appId === undefined ? "APP_ID" : "APP_SECRET"} is missing: both stand on the app's page Credentials & Basic Info (凭证与基础信息).`,
      );
    const domain = config[`${name}_DOMAIN`];
    // The long connection needs no address of ours; Lark has it for self-built apps, and surely so on Feishu.
    const type = config[`${name}_APP_TYPE`];
    const events =
      config[`${name}_EVENTS`] ??
      (domain === "feishu" && encryptKey === undefined && type === "self" ? "socket" : "webhook");
    if (type === "store" && events === "socket")
      throw new SettingWrong(
        `${name}_EVENTS=socket is for self-built apps alone: a store app (${name}_APP_TYPE=store) hears over the webhook; set ${name}_EVENTS=webhook.`,
      );
    if (type === "store" && config.ORGANISATIONS === "one")
      throw new SettingWrong(
        `ORGANISATIONS=many is missing: each company that installs a store app (${name}_APP_TYPE=store) is an organisation of its own.`,
      );
    if (events === "webhook" && (encryptKey === undefined || verificationToken === undefined))
      throw new SettingWrong(
        `${name}_${encryptKey === undefined ? "ENCRYPT_KEY" : "VERIFICATION_TOKEN"} is missing: requests to the webhook are verified by it. It is on the app's page Events & Callbacks (事件与回调), Encryption Strategy (加密策略).`,
      );
    return [{ name, domain, appId, appSecret, encryptKey, verificationToken, type, events }];
  });
  const [first, second] = apps;
  if (first && second && first.domain === second.domain && first.appId === second.appId)
    throw new SettingWrong(
      `LARK_2_APP_ID is the app of LARK_APP_ID again: its events would be heard twice. Set another app, or remove the LARK_2_ settings.`,
    );
  return apps;
}
