// A Zoho CRM of our own, v8: an accounts server and an API host on loopback. It refuses what Zoho refuses, with Zoho's codes, and whatever
// would write; each rule names its page. Independent of adapters/.
import {
  parsed,
  serve,
  text,
  type Answer,
  type Asked,
  type Served,
} from "#test/support/crm/served";
import { queryOf } from "./coql.ts";
import { priceOf, zohoCredits, type ZohoCredits } from "./credits.ts";
import { deletedSaid } from "./deleted.ts";
import { refuse, ZohoRefusal } from "./refusal.ts";
import { select, type SelectQuirks } from "./select.ts";
import { settingsSaid, usersSaid } from "./settings.ts";
import { zohoTokens, type ZohoTokens } from "./tokens.ts";
import { zohoHands, zohoWorld, type ZohoHands, type ZohoWorld } from "./world.ts";

export interface FakeZoho {
  /** Of the data centre its organisation is in, what ZOHO_ACCOUNTS_URL says. */
  readonly accounts: Served;
  readonly api: Served;
  /** The accounts server of another data centre. */
  readonly elsewhere: Served;
  readonly tokens: ZohoTokens;
  readonly credits: ZohoCredits;
  readonly hands: ZohoHands;
  readonly quirks: SelectQuirks;
  /** Another one is another organisation: what the account was switched to. */
  world: ZohoWorld;
  /** Modules the reader's profile may not see. */
  readonly forbidden: Set<string>;
  /** How far Zoho's clock is ahead. */
  skewMs: number;
  /** Whatever was asked that would have written. */
  writes(): Asked[];
  /** Every refusal so far, by its code. */
  refused(): string[];
  close(): Promise<void>;
}

export async function startFakeZoho(options: { readonly now: () => number }): Promise<FakeZoho> {
  const clock = (): number => options.now() + fake.skewMs;
  const tokens: ZohoTokens = zohoTokens(clock, () => fake.api.url);
  const credits = zohoCredits(clock);
  let queries = 0;

  /** https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html: tokens and clients are of one data centre. */
  const stranger = (asked: Asked): Answer => {
    if (asked.path !== "/oauth/v2/token") return { status: 404, body: "Not Found" };
    const says = new URLSearchParams([...asked.query, ...new URLSearchParams(asked.text)]);
    const known = tokens.client.multiDc && says.get("client_id") === tokens.client.id;
    const error = known ? "invalid_code" : "invalid_client";
    return { status: 200, body: { error }, refused: error };
  };

  function atAccounts(asked: Asked): Answer {
    if (asked.path !== "/oauth/v2/token") return { status: 404, body: "Not Found" };
    // Also /oauth/v2/token/revoke stays unanswered: it would take something away.
    if (asked.method !== "POST")
      return { status: 405, body: "Method Not Allowed", refused: "method" };
    return tokens.answer(asked);
  }

  function atApi(asked: Asked, going: readonly Asked[]): Answer {
    // https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html
    const header = asked.headers.authorization;
    if (header === undefined) return refuse("AUTHENTICATION_FAILURE");
    const scopes = tokens.scopesOf(/^Zoho-oauthtoken (\S+)$/.exec(header)?.[1] ?? null);
    if (scopes === null) return refuse("INVALID_TOKEN");
    // No scope of ours writes: a method that would is out of them.
    if (writes(asked)) return refuse("OAUTH_SCOPE_MISMATCH");
    const query = asked.path === "/crm/v8/coql" ? parsed(asked.text) : null;
    const missing = missingScope(asked, scopes);
    if (missing !== null) return refuse("OAUTH_SCOPE_MISMATCH");
    try {
      const read = asked.path === "/crm/v8/coql" ? queryOf(said(query)) : null;
      const paid = credits.take(asked, priceOf(asked.path, read?.limit ?? 0), going);
      if ("status" in paid && "body" in paid) return paid as Answer;
      if (read !== null) {
        const scope = scopeOf(read.module);
        if (!allowed(scopes, scope, "ZohoCRM.modules")) return refuse("OAUTH_SCOPE_MISMATCH");
        if (fake.forbidden.has(read.module)) return forbidden(read.module);
        queries += 1;
        return withHeaders(select(read, fake.world, clock(), queries, fake.quirks), paid);
      }
      return withHeaders(listed(asked), paid);
    } catch (error) {
      if (error instanceof ZohoRefusal) return error.answer;
      throw error;
    }
  }

  function listed(asked: Asked): Answer {
    const [, , , module = "", more] = asked.path.split("/");
    if (asked.path === "/crm/v8/users") return usersSaid(asked, fake.world);
    if (more === "deleted")
      return fake.forbidden.has(module)
        ? forbidden(module)
        : deletedSaid(asked, fake.world, clock());
    return settingsSaid(asked, fake.world, clock()) ?? refuse("INVALID_URL_PATTERN");
  }

  /** https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html: the query stands in select_query. */
  const said = (body: Readonly<Record<string, unknown>> | null): string => {
    if (body === null) throw new ZohoRefusal("INVALID_DATA", { expected: "a JSON object" });
    if (typeof body["select_query"] !== "string")
      throw new ZohoRefusal("MANDATORY_NOT_FOUND", { api_name: "select_query" });
    return text(body["select_query"]);
  };

  const fake: FakeZoho = {
    accounts: await serve({ clock, answer: atAccounts }),
    api: await serve({ clock, answer: atApi }),
    elsewhere: await serve({ clock, answer: stranger }),
    tokens,
    credits,
    hands: zohoHands(() => fake.world, clock),
    quirks: { stages: "display" },
    world: zohoWorld(),
    forbidden: new Set(),
    skewMs: 0,
    writes: () => [
      ...fake.api.asked.filter(writes),
      ...fake.accounts.asked.filter(({ path }) => path !== "/oauth/v2/token"),
    ],
    refused: () =>
      [...fake.accounts.asked, ...fake.elsewhere.asked, ...fake.api.asked].flatMap(
        ({ refused }) => refused ?? [],
      ),
    close: async () =>
      void (await Promise.all([fake.accounts.close(), fake.api.close(), fake.elsewhere.close()])),
  };
  return fake;
}

/** Reading is a GET, and the POST of a query. */
const writes = ({ method, path }: Asked): boolean =>
  method !== "GET" && !(method === "POST" && path === "/crm/v8/coql");

const forbidden = (module: string): Answer =>
  refuse("NO_PERMISSION", { permissions: [`Crm_Implied_View_${module}`] });

const withHeaders = (answer: Answer, headers: Answer | Record<string, string>): Answer => ({
  ...answer,
  headers: headers as Record<string, string>,
});

/** ZohoCRM.modules.salesorders.READ for Sales_Orders: https://www.zoho.com/crm/developer/docs/api/v8/scopes.html */
const scopeOf = (module: string): string =>
  `ZohoCRM.modules.${module.replaceAll("_", "").toLowerCase()}`;

const allowed = (scopes: ReadonlySet<string>, scope: string, all: string): boolean =>
  [scope, all].some((each) => scopes.has(`${each}.READ`) || scopes.has(`${each}.ALL`));

/** Each page below …/api/v8/ names its own; null: nothing is missing. */
function missingScope({ path }: Asked, scopes: ReadonlySet<string>): string | null {
  const needed = ((): readonly [string, string] => {
    const [, , , first = "", second = ""] = path.split("/");
    if (first === "coql") return ["ZohoCRM.coql", "ZohoCRM.coql"];
    if (first === "users") return ["ZohoCRM.users", "ZohoCRM.users"];
    if (first === "org" && second === "currencies")
      return ["ZohoCRM.settings.currencies", "ZohoCRM.settings"];
    if (first === "org") return ["ZohoCRM.org", "ZohoCRM.org"];
    if (first === "settings") return [`ZohoCRM.settings.${second}`, "ZohoCRM.settings"];
    return [scopeOf(first), "ZohoCRM.modules"];
  })();
  return allowed(scopes, ...needed) ? null : needed[0];
}
