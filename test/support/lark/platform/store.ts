// A store app on our own open platform: one app, many companies, each a Lark of its own behind one address. Its ticket is pushed, and never
// handed out. Independent of adapters/.
import { v1Event, type Bring, type Keys } from "./push.ts";
import type { Asked, FakeLark, Reply } from "./company.ts";
import { refuse, type FakeUser } from "./company.ts";
import { startFakeLark } from "./server.ts";

export interface FakeStore {
  readonly appId: string;
  readonly appSecret: string;
  readonly url: string;
  readonly companies: readonly FakeLark[];
  /** When a ticket was asked for that has not been pushed yet. */
  readonly wished: number[];
  /** Tickets of each app_access_token that was asked for, right or wrong. */
  readonly ticketsShown: string[];
  /** Companies that have it installed, by their keys. */
  readonly installedIn: Set<string>;
  /** The next hourly ticket, pushed. Earlier ones are good no more. */
  pushTicket(
    keys: Keys,
    bring: Bring,
  ): Promise<{ readonly ticket: string; readonly response: Response }>;
  /** A new one is good from now on, and its event got lost. */
  loseTicket(): void;
  /** What an app_access_token lets in ends: as after two hours. */
  revokeAppTokens(): void;
  company(tenant: string): FakeLark;
  close(): Promise<void>;
}

export interface FakeCompany {
  readonly tenant: string;
  readonly users: readonly FakeUser[];
}

/** What the auth endpoints of a store app answer; null for every other path. */
export type StoreDesk = (asked: Asked) => Reply | null;

const appId = "cli_5704e5704e5704e5";
const appSecret = "the secret of the store app";

export async function startFakeStore(
  now: () => number,
  companies: readonly FakeCompany[],
): Promise<FakeStore> {
  const wished: number[] = [];
  const ticketsShown: string[] = [];
  const installedIn = new Set(companies.map(({ tenant }) => tenant));
  let ticket: string | null = null;
  let appTokens = new Map<string, string>();
  let count = 0;

  const wrongSecret = ({ body }: Asked): Reply | null => {
    if (body["app_id"] !== appId) return refuse(10003, "invalid param", 200);
    return body["app_secret"] === appSecret ? null : refuse(10014, "app secret invalid", 200);
  };

  const desk: StoreDesk = (asked) => {
    switch (`${asked.method} ${asked.path}`) {
      // For custom apps alone, and so no way in here: …/access-token/tenant_access_token_internal "支持的应用类型: Custom App".
      case "POST /open-apis/auth/v3/tenant_access_token/internal":
        return refuse(10003, "invalid param", 200);
      // https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_ticket_resend: answers nothing, pushes the event.
      case "POST /open-apis/auth/v3/app_ticket/resend": {
        const wrong = wrongSecret(asked);
        if (wrong !== null) return wrong;
        wished.push(now());
        return { status: 200, body: { code: 0, msg: "success" } };
      }
      case "POST /open-apis/auth/v3/app_access_token":
        return appToken(asked);
      case "POST /open-apis/auth/v3/tenant_access_token":
        return tenantToken(asked);
      default:
        return null;
    }
  };

  /** https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_access_token: "最大有效期是 2 小时". */
  function appToken(asked: Asked): Reply {
    const wrong = wrongSecret(asked);
    if (wrong !== null) return wrong;
    const shown = String(asked.body["app_ticket"]);
    ticketsShown.push(shown);
    if (ticket === null || shown !== ticket) return refuse(10012, "app ticket invalid", 200);
    const value = `a-${(count += 1)}`;
    appTokens.set(value, shown);
    return {
      status: 200,
      body: { code: 0, msg: "success", app_access_token: value, expire: 7200 },
    };
  }

  /** https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token: one for each company. */
  function tenantToken({ body }: Asked): Reply {
    if (!appTokens.has(String(body["app_access_token"])))
      return refuse(99991664, "app access token invalid", 200);
    const company = fakes.find(({ tenant }) => tenant === body["tenant_key"]);
    if (company === undefined || !installedIn.has(company.tenant))
      return refuse(99991673, "the app is not installed in this tenant", 200);
    const value = `t-${company.tenant}-${(count += 1)}`;
    company.give(value);
    return {
      status: 200,
      body: { code: 0, msg: "success", tenant_access_token: value, expire: 7200 },
    };
  }

  const fakes: FakeLark[] = [];
  for (const { tenant, users } of companies)
    fakes.push(await startFakeLark({ now, appId, appSecret, tenant, users, desk }));
  const [first] = fakes;
  if (first === undefined) throw new Error("a store without a company");
  for (const each of fakes) each.neighbours.push(...fakes.filter((other) => other !== each));
  return {
    appId,
    appSecret,
    url: first.url,
    companies: fakes,
    wished,
    ticketsShown,
    installedIn,
    loseTicket: () => void (ticket = `ticket-${(count += 1)}`),
    async pushTicket(keys, bring) {
      ticket = `ticket-${(count += 1)}`;
      wished.splice(0);
      const response = await bring(
        v1Event(appId, keys, "app_ticket", { app_ticket: ticket }, now()),
      );
      return { ticket, response };
    },
    revokeAppTokens: () => void (appTokens = new Map()),
    company(tenant) {
      const found = fakes.find((each) => each.tenant === tenant);
      if (found === undefined) throw new Error(`no company ${tenant}`);
      return found;
    },
    async close() {
      for (const each of fakes) await each.close();
    },
  };
}
