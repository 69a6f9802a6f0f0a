// Zoho's accounts server: one data centre, one client, its grant code, refresh tokens and access tokens.
// https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html,
// https://www.zoho.com/crm/developer/docs/api/v8/token-validity.html
import { text, type Answer, type Asked } from "#test/support/crm/served";

const minute = 60_000;

export interface ZohoClient {
  id: string;
  secret: string;
  /** "Use the same OAuth credentials for all data centers" is ticked: known to the others too, with tokens of its own each. */
  multiDc: boolean;
}

export interface ZohoTokens {
  readonly client: ZohoClient;
  /** What the next grant code or refresh token is good for. */
  readonly scopes: Set<string>;
  /** Unused grant codes. */
  readonly grants: Map<string, { readonly until: number }>;
  /** Refresh tokens that are good; the newest last. */
  readonly refresh: string[];
  /** How the throttle is worded and which status it has: seen with 200 and with 400, in English and in Chinese. */
  throttled: { readonly status: number; readonly language: "en" | "zh" };
  /** A grant code as the console gives it. */
  grant(): string;
  answer(asked: Asked): Answer;
  /** The scopes of an access token that is good now; null: it is not. */
  scopesOf(token: string | null): ReadonlySet<string> | null;
  /** Every access token ends now, as after a change of password. */
  endAccess(): void;
}

export function zohoTokens(now: () => number, api: () => string): ZohoTokens {
  const access: { token: string; until: number; scopes: ReadonlySet<string>; by: string }[] = [];
  const fetched = new Map<string, number[]>();
  let count = 0;
  const name = (kind: string): string =>
    `1000.${kind}${String((count += 1)).padStart(6, "0")}.fake`;

  // An error comes with 200 (3.7 of our notes, and public logs): https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html
  const refuse = (error: string): Answer => ({ status: 200, body: { error }, refused: error });

  const tokens: ZohoTokens = {
    client: { id: "1000.ZOHOCLIENT", secret: "the client's secret", multiDc: false },
    scopes: new Set([
      "ZohoCRM.coql.READ",
      "ZohoCRM.modules.deals.READ",
      "ZohoCRM.modules.salesorders.READ",
      "ZohoCRM.users.READ",
      "ZohoCRM.org.READ",
      "ZohoCRM.settings.modules.READ",
      "ZohoCRM.settings.fields.READ",
      "ZohoCRM.settings.layouts.READ",
      "ZohoCRM.settings.pipeline.READ",
      "ZohoCRM.settings.fiscal_year.READ",
      "ZohoCRM.settings.currencies.READ",
    ]),
    grants: new Map(),
    refresh: ["1000.refresh000000.fake"],
    throttled: { status: 400, language: "en" },
    grant() {
      const code = name("grant");
      tokens.grants.set(code, { until: now() + 3 * minute });
      return code;
    },
    scopesOf(token) {
      const found = access.find((each) => each.token === token);
      return found !== undefined && now() < found.until ? found.scopes : null;
    },
    endAccess: () => void access.splice(0),
    answer(asked) {
      const says = new URLSearchParams([...asked.query, ...new URLSearchParams(asked.text)]);
      // docs.catalyst.zoho.com/en/faq/sdk/invalid-client-refresh-token: also what another data centre says.
      if (says.get("client_id") !== tokens.client.id) return refuse("invalid_client");
      if (says.get("client_secret") !== tokens.client.secret)
        return refuse("invalid_client_secret");
      if (says.get("grant_type") === "authorization_code") return granted(text(says.get("code")));
      if (says.get("grant_type") === "refresh_token")
        return refreshed(text(says.get("refresh_token")));
      return refuse("unsupported_grant_type");
    },
  };

  /** A code is used once and within its minutes; a 21st refresh token of one user ends the first. */
  function granted(code: string): Answer {
    const found = tokens.grants.get(code);
    tokens.grants.delete(code);
    if (found === undefined || now() >= found.until) return refuse("invalid_code");
    const refresh = name("refresh");
    tokens.refresh.push(refresh);
    if (tokens.refresh.length > 20) tokens.refresh.shift();
    return given(refresh, { refresh_token: refresh });
  }

  /** Ten in ten minutes of one refresh token, then nothing "for the rest of the ten minutes". */
  function refreshed(refresh: string): Answer {
    if (!tokens.refresh.includes(refresh)) return refuse("invalid_code");
    const recent = (fetched.get(refresh) ?? []).filter((at) => now() - at < 10 * minute);
    if (recent.length >= 10) return throttled();
    fetched.set(refresh, [...recent, now()]);
    return given(refresh, {});
  }

  /** Bodies from public logs; a program tells them by `status` beside `error`, whatever the HTTP status and the language. */
  function throttled(): Answer {
    const { status, language } = tokens.throttled;
    const body =
      language === "en"
        ? {
            error_description:
              "You have made too many requests continuously. Please try again after some time.",
            error: "Access Denied",
            status: "failure",
          }
        : {
            error_description: "您已连续提出过多请求，请稍后再试。",
            error: "拒绝访问",
            status: "failure",
          };
    return { status, body, refused: "throttled" };
  }

  /** An hour; a sixteenth that lives ends the oldest. */
  function given(by: string, more: object): Answer {
    const token = name("access");
    access.push({ token, until: now() + 60 * minute, scopes: new Set(tokens.scopes), by });
    const alive = access.filter((each) => each.by === by && now() < each.until);
    const [oldest] = alive;
    if (alive.length > 15 && oldest !== undefined) access.splice(access.indexOf(oldest), 1);
    return {
      status: 200,
      body: {
        access_token: token,
        ...more,
        scope: [...tokens.scopes].join(" "),
        api_domain: api(),
        token_type: "Bearer",
        expires_in: 3600,
      },
    };
  }

  return tokens;
}
