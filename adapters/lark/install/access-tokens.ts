// What an app is let in by. A self-built app gets its company's token for its secret. A store app gets one for each company: for the ticket
// that Lark pushes each hour an app_access_token, for that and the company's key a tenant_access_token. Each is fetched once for all
// who wait, and shared by all processes.
// https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal, …/app_ticket_resend,
// …/app_access_token, …/tenant_access_token; https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app_ticket-events
import { z } from "zod";
import type { SharedTokens } from "#src/ports/chat/access-tokens";
import { send, type NoToken } from "../send/api.ts";
import { appTokenRefused, ticketRefused } from "../send/errors.ts";
import type { AppSettings } from "./app-settings.ts";
import { limits } from "../render/limits.ts";

export interface AppTokens {
  /** The token for a company's calls; of a self-built app the same whatever company is named. */
  of(tenant: string, refused: string | null): Promise<string | NoToken>;
  /** Null when id and secret are good, else what is wrong with them. Asks Lark, whatever is kept. */
  prove(): Promise<NoToken | null>;
  /** Whether nothing can be done before Lark pushes a ticket. */
  awaitsTicket(): boolean;
  /** A ticket that was pushed, and for how long it may be used: one that lasts longer is kept before an older one that comes late. */
  keepTicket(ticket: string, forMs: number): Promise<void>;
}

type Fetched = { readonly token: string; readonly forMs: number } | NoToken;
type Settings = Pick<AppSettings, "brand" | "baseUrl" | "appId" | "appSecret" | "type">;

export const createTokens = (settings: Settings, shared: SharedTokens): AppTokens =>
  (settings.type === "store" ? storeTokens : selfBuiltTokens)(settings, shared);

/** Lark gives a new token from half an hour before the end of the last; five minutes are left for what is on its way. */
const earlyMs = 5 * 60 * 1000;

/** Which token is whose: an app of one cloud, wherever that is reached. */
const nameOf = ({ brand, appId, baseUrl }: Settings): string => `lark ${brand} ${appId} ${baseUrl}`;

function selfBuiltTokens(settings: Settings, shared: SharedTokens): AppTokens {
  const obtain = onceForAll(shared);
  const { appId, appSecret } = settings;
  const fetchIt = (): Promise<Fetched> =>
    fetched(
      settings,
      "tenant_access_token/internal",
      { app_id: appId, app_secret: appSecret },
      "tenant_access_token",
      limits.callMs,
    );
  return {
    of: (_tenant, refused) => obtain(nameOf(settings), refused, fetchIt),
    prove: async () => wrongWith(await fetchIt()),
    awaitsTicket: () => false,
    // Nobody pushes it any.
    keepTicket: async () => {},
  };
}

function storeTokens(settings: Settings, shared: SharedTokens): AppTokens {
  const obtain = onceForAll(shared);
  const app = nameOf(settings);
  const secrets = { app_id: settings.appId, app_secret: settings.appSecret };
  let awaits = false;

  async function fetchAppToken(): Promise<Fetched> {
    const ticket = await shared.find(`${app} ticket`);
    if (ticket === null) return await askForTicket();
    const heard = await fetched(
      settings,
      "app_access_token",
      { ...secrets, app_ticket: ticket },
      "app_access_token",
      limits.tokenMs,
    );
    if ("called" in heard && heard.called === "refused" && ticketRefused.has(heard.code))
      return await askForTicket();
    awaits = false;
    return heard;
  }

  /** It comes as an event, some time after it was asked for: until then nobody asks again, in whatever process. */
  async function askForTicket(): Promise<NoToken> {
    const asked = await obtain(`${app} ticket asked for`, null, async () => {
      const heard = await send(
        settings.baseUrl,
        { method: "POST", path: `${auth}app_ticket/resend`, body: secrets },
        null,
        limits.tokenMs,
      );
      return heard.called === "done"
        ? { token: "asked", forMs: limits.ticketAskedMs }
        : unsent(heard);
    });
    awaits = typeof asked === "string";
    return typeof asked === "string"
      ? { called: "unsent", why: "no app_ticket: Lark was asked to push one" }
      : asked;
  }

  const appToken = (refused: string | null) => obtain(`${app} app`, refused, fetchAppToken);

  async function fetchTenantToken(tenant: string): Promise<Fetched> {
    const ask = (token: string) =>
      fetched(
        settings,
        "tenant_access_token",
        { app_access_token: token, tenant_key: tenant },
        "tenant_access_token",
        limits.tokenMs,
      );
    const first = await appToken(null);
    if (typeof first !== "string") return first;
    const heard = await ask(first);
    if (!("called" in heard) || heard.called !== "refused" || !appTokenRefused.has(heard.code))
      return heard;
    const second = await appToken(first);
    return typeof second === "string" ? await ask(second) : second;
  }

  return {
    of: async (tenant, refused) =>
      tenant === ""
        ? { called: "unsent", why: "no company is named" }
        : await obtain(`${app} company ${tenant}`, refused, () => fetchTenantToken(tenant)),
    prove: async () => wrongWith(await fetchAppToken()),
    awaitsTicket: () => awaits,
    async keepTicket(ticket, forMs) {
      await shared.keep(`${app} ticket`, ticket, forMs);
      awaits = false;
    },
  };
}

const auth = "/open-apis/auth/v3/";

async function fetched(
  { baseUrl }: Settings,
  path: string,
  body: object,
  field: "app_access_token" | "tenant_access_token",
  withinMs: number,
): Promise<Fetched> {
  const heard = await send(
    baseUrl,
    { method: "POST", path: `${auth}${path}`, body },
    null,
    withinMs,
  );
  if (heard.called !== "done") return unsent(heard);
  const read = z
    .looseObject({ [field]: z.string().min(1), expire: z.number() })
    .safeParse(heard.data);
  if (!read.success) return { called: "unsent", why: "the answer holds no token" };
  return { token: String(read.data[field]), forMs: Number(read.data["expire"]) * 1000 - earlyMs };
}

/** What was to be sent with the token did not leave, whatever became of the request for it. */
const unsent = (heard: NoToken): NoToken =>
  heard.called === "unheard" ? { called: "unsent", why: heard.why } : heard;

const wrongWith = (heard: Fetched): NoToken | null => ("called" in heard ? heard : null);

/** Ten calls that find no token, or the same refused one, ask once. */
function onceForAll(shared: SharedTokens) {
  const fetching = new Map<string, Promise<string | NoToken>>();
  return (
    name: string,
    refused: string | null,
    fetchIt: () => Promise<Fetched>,
  ): Promise<string | NoToken> => {
    const key = `${name} ${refused ?? ""}`;
    const asking =
      fetching.get(key) ??
      shared.obtain(name, refused, fetchIt).finally(() => fetching.delete(key));
    fetching.set(key, asking);
    return asking;
  };
}
