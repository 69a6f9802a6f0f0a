// What doctor says of Lark: whether each app is let in, has its bot, knows its company and sees its people, each with how to mend it.
import { createApi, type Called, type LarkApi } from "#adapters/lark/api";
import type { LarkSettings } from "#adapters/lark/index";
import type { Config } from "#src/config";
import type { SharedTokens } from "#src/ports/tokens";
import { ill, well, type Finding } from "./finding.ts";
import { larkSettings } from "./lark.ts";

/** Doctor keeps no token: it asks for one each time. */
function ownTokens(): SharedTokens {
  return {
    async obtain(_name, _refused, fetch) {
      const fetched = await fetch();
      return "token" in fetched ? fetched.token : fetched;
    },
  };
}

export async function examineLark(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const app of larkSettings(config)) findings.push(heard(app, config), ...(await letIn(app)));
  return findings;
}

function heard(app: LarkSettings, { PUBLIC_URL: url }: Config): Finding {
  const what = `lark ${app.name}`;
  if (app.events === "socket") return well(what, `${app.brand}, long connection: no public address needed`);
  if (url === undefined) return ill(what, `PUBLIC_URL is not set: set it to the https address ${app.brand} reaches, or ${app.name}_EVENTS=socket`);
  return url.startsWith("https:") ? well(what, `${app.brand} sends to ${url.replace(/\/$/, "")}${app.path}`) : ill(what, `PUBLIC_URL ${url} does not begin with https: ${app.brand} reaches no other`);
}

async function letIn(app: LarkSettings): Promise<Finding[]> {
  const api = createApi(app, ownTokens());
  const what = `lark ${app.name}_APP_SECRET`;
  const wrong = await api.prove();
  if (wrong?.called === "refused")
    return [ill(what, `refused by ${app.brand} (${wrong.code}): copy id and secret again from Credentials & Basic Info (凭证与基础信息), and see that ${app.name}_DOMAIN names the app's cloud`)];
  if (wrong !== null) return [ill(what, `${app.baseUrl} was not reached (${wrong.why}): is there a way to it from here?`)];
  return [
    well(what, `lets in at ${app.baseUrl}`),
    await asked(api, app, "bot", "/open-apis/bot/v3/info", "add the feature Bot (机器人) and publish a version"),
    await asked(api, app, "company", "/open-apis/tenant/v2/tenant/query", "add the permission tenant:tenant:readonly and publish a version"),
    await asked(api, app, "contacts", "/open-apis/contact/v3/scopes", "add the contact permissions of npm run manifest -- lark, set the data scope (通讯录权限范围) and publish a version"),
  ];
}

const says: Readonly<Record<string, (data: unknown) => string | null>> = {
  bot: (data) => textAt(data, ["bot", "app_name"]),
  company: (data) => textAt(data, ["tenant", "name"]),
  contacts: (data) => {
    const count = ["user_ids", "department_ids", "group_ids"].map((key) => lengthAt(data, key));
    return count.every((each) => each === 0) ? null : `${count[0] ?? 0} people, ${count[1] ?? 0} departments, ${count[2] ?? 0} groups in its data scope`;
  },
};

async function asked(api: LarkApi, app: LarkSettings, part: string, path: string, mend: string): Promise<Finding> {
  const what = `lark ${app.name} ${part}`;
  const called = await api.call({ method: "GET", path });
  if (called.called !== "done") return ill(what, `${whyNot(called)}: ${mend}`);
  const found = says[part]?.(called.data) ?? null;
  return found === null ? ill(what, `nothing is there: ${mend}`) : well(what, found);
}

const whyNot = (called: Exclude<Called, { called: "done" }>): string => (called.called === "refused" ? `refused (${called.code})` : called.why);

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = path.reduce(at, value);
  return typeof found === "string" && found !== "" ? found : null;
}

function lengthAt(value: unknown, key: string): number {
  const found = at(value, key);
  return Array.isArray(found) ? found.length : 0;
}
