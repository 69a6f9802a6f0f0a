// What doctor says of Lark: whether each app is let in, has its bot, knows its company and sees its people, each with how to mend it. A
// store app is looked at in every company that installed it, by the ticket the database keeps.
import { z } from "zod";
import { createApi, type Called, type LarkApi } from "#adapters/lark/send/api";
import { isOf, platform, workspaceOf } from "#adapters/lark/lark";
import type { LarkSettings } from "#adapters/lark/index";
import { createTokens, type AppTokens } from "#adapters/lark/install/access-tokens";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createSharedTokens } from "#db/stores/installations/access-tokens";
import type { Config } from "#src/config";
import type { SharedTokens } from "#src/ports/chat/access-tokens";
import { called, ill, odd, well, type Finding, type Shown } from "./finding.ts";
import { larkSettings } from "#src/app/lark";
import { createChance } from "#src/app/system";

/** Doctor takes no token from the database and leaves none there, but for the ticket that is pushed to the running bot alone. */
function ownTokens(find: SharedTokens["find"]): SharedTokens {
  const had = new Map<string, string>();
  return {
    find,
    keep: async () => {},
    async obtain(name, refused, fetch) {
      const known = had.get(name);
      if (known !== undefined && known !== refused) return known;
      const fetched = await fetch();
      if (!("token" in fetched)) return fetched;
      had.set(name, fetched.token);
      return fetched.token;
    },
  };
}

/** What a self-built app is let in with, for a command beside the bot. */
export const ownTokensOf = (app: LarkSettings): AppTokens =>
  createTokens(
    app,
    ownTokens(async () => null),
  );

export async function examineLark(config: Config, shown: Shown = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const app of larkSettings(config)) {
    findings.push(heard(app, config, shown));
    if (app.type === "self") findings.push(...(await letIn(app, shown)));
  }
  return findings;
}

function heard(app: LarkSettings, { PUBLIC_URL: url }: Config, { names }: Shown): Finding {
  const what = `lark ${app.name}`;
  if (app.events === "socket")
    return well(what, `${app.brand}, long connection: no public address needed`);
  if (url === undefined)
    return ill(
      what,
      `PUBLIC_URL is not set: set it to the https address ${app.brand} reaches${app.type === "self" ? `, or ${app.name}_EVENTS=socket` : ""}`,
    );
  return url.startsWith("https:")
    ? well(
        what,
        `${app.brand} sends to ${names ? url.replace(/\/$/, "") : "PUBLIC_URL"}${app.path}`,
      )
    : ill(what, `PUBLIC_URL does not begin with https: ${app.brand} reaches no other`);
}

/** Null where its id and secret let it in. */
async function shutOut(app: LarkSettings, tokens: AppTokens): Promise<Finding | null> {
  const what = `lark ${app.name}_APP_SECRET`;
  const wrong = await tokens.prove();
  if (wrong === null) return null;
  if (tokens.awaitsTicket())
    return ill(
      what,
      `no app ticket is there: ${app.brand} was asked to push one and does within minutes, if the request URL of the app's events reaches the running bot. Until then nothing goes out`,
    );
  if (wrong.called === "refused")
    return ill(
      what,
      `refused by ${app.brand} (${wrong.code}): copy id and secret again from Credentials & Basic Info (凭证与基础信息), and see that ${app.name}_DOMAIN names the app's cloud`,
    );
  return ill(
    what,
    `${app.baseUrl} was not reached (${wrong.why}): is there a way to it from here?`,
  );
}

const entered = (app: LarkSettings): Finding =>
  well(`lark ${app.name}_APP_SECRET`, `lets in at ${app.baseUrl}`);

async function letIn(app: LarkSettings, shown: Shown): Promise<Finding[]> {
  const tokens = ownTokensOf(app);
  const out = await shutOut(app, tokens);
  return out === null
    ? [entered(app), ...(await lookedAt(app, tokens, "", `lark ${app.name}`, shown))]
    : [out];
}

const mostCompanies = 10;

/** The companies of a store app stand in the database, which the running bot may hold. Null: there is none yet. */
export async function examineStoreApps(
  config: Config,
  database: Database | null,
  shown: Shown,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const app of larkSettings(config).filter(({ type }) => type === "store"))
    findings.push(...(await storeApp(app, config, database, shown)));
  return findings;
}

async function storeApp(
  app: LarkSettings,
  config: Config,
  database: Database | null,
  shown: Shown,
): Promise<Finding[]> {
  const what = `lark ${app.name}`;
  if (database === null || config.ENCRYPTION_KEY === undefined)
    return [
      odd(
        what,
        "a store app is looked at beside the running bot, to which its ticket is pushed: npm start",
      ),
    ];
  const secrets = createSecrets([config.ENCRYPTION_KEY]);
  const kept = createSharedTokens(database, secrets);
  const tokens = createTokens(
    app,
    ownTokens((name) => kept.find(name)),
  );
  const out = await shutOut(app, tokens);
  if (out !== null) return [out];
  const companies = (
    await createInstallations(database, secrets, createChance()).list(platform)
  ).filter(({ workspace }) => isOf(app, workspace));
  const findings = [
    entered(app),
    companies.length === 0
      ? odd(what, "no company has installed it yet")
      : well(what, `${companies.length} ${companies.length === 1 ? "company" : "companies"}`),
  ];
  for (const { name, workspace } of companies.slice(0, mostCompanies))
    findings.push(
      ...(await lookedAt(
        app,
        tokens,
        workspace.slice(workspaceOf(app, "").length),
        `lark ${called(name, workspace, shown)}`,
        shown,
      )),
    );
  if (companies.length > mostCompanies)
    findings.push(odd(what, `only the first ${mostCompanies} companies were looked at`));
  return findings;
}

async function lookedAt(
  app: LarkSettings,
  tokens: AppTokens,
  tenant: string,
  what: string,
  shown: Shown,
): Promise<Finding[]> {
  const api = createApi(app.baseUrl, (refused) => tokens.of(tenant, refused));
  return [
    await asked(
      api,
      `${what} bot`,
      "bot",
      "/open-apis/bot/v3/info",
      "add the feature Bot (机器人) and publish a version",
      shown,
    ),
    await asked(
      api,
      `${what} company`,
      "company",
      "/open-apis/tenant/v2/tenant/query",
      "add the permission tenant:tenant:readonly and publish a version",
      shown,
    ),
    await asked(
      api,
      `${what} contacts`,
      "contacts",
      "/open-apis/contact/v3/scopes",
      "add the contact permissions of npm run manifest -- lark, set the data scope (通讯录权限范围) and publish a version",
      shown,
    ),
    ...(await filesAllowed(api, `${what} files`)),
  ];
}

const granted = z.looseObject({
  scopes: z.array(z.looseObject({ scope_name: z.string(), grant_status: z.number() })),
});

/** https://open.feishu.cn/document/server-docs/application-v6/scope/list; where Lark does not tell nothing is claimed. */
async function filesAllowed(api: LarkApi, what: string): Promise<readonly Finding[]> {
  const answer = await api.call({ method: "GET", path: "/open-apis/application/v6/scopes" });
  const read = answer.called === "done" ? granted.safeParse(answer.data) : null;
  if (read?.success !== true) return [];
  const has = read.data.scopes.some(
    (each) => each.scope_name === "im:resource" && each.grant_status === 1,
  );
  return [
    has
      ? well(what, "may be dropped into the bot's chat")
      : odd(
          what,
          "im:resource is missing: files dropped into the bot's chat are not read, and exports are not put there. Add the permission (权限管理) and publish a version; until then the web page takes them",
        ),
  ];
}

/** Null where nothing is there. */
const says: Readonly<Record<string, (data: unknown, names: boolean | undefined) => string | null>> =
  {
    bot: (data, names) => namedAt(data, ["bot", "app_name"], names),
    company: (data, names) => namedAt(data, ["tenant", "name"], names),
    contacts: (data) => {
      const count = ["user_ids", "department_ids", "group_ids"].map((key) => lengthAt(data, key));
      return count.every((each) => each === 0)
        ? null
        : `${count[0] ?? 0} people, ${count[1] ?? 0} departments, ${count[2] ?? 0} groups in its data scope`;
    },
  };

async function asked(
  api: LarkApi,
  what: string,
  part: string,
  path: string,
  mend: string,
  { names }: Shown,
): Promise<Finding> {
  const answer = await api.call({ method: "GET", path });
  if (answer.called !== "done") return ill(what, `${whyNot(answer)}: ${mend}`);
  const found = says[part]?.(answer.data, names) ?? null;
  return found === null ? ill(what, `nothing is there: ${mend}`) : well(what, found);
}

const whyNot = (called: Exclude<Called, { called: "done" }>): string =>
  called.called === "refused" ? `refused (${called.code})` : called.why;

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function namedAt(
  value: unknown,
  path: readonly string[],
  names: boolean | undefined,
): string | null {
  const found = textAt(value, path);
  return found === null || names === true ? found : "is there";
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = path.reduce(at, value);
  return typeof found === "string" && found !== "" ? found : null;
}

function lengthAt(value: unknown, key: string): number {
  const found = at(value, key);
  return Array.isArray(found) ? found.length : 0;
}
