// Fxiaoke of our own, asked over HTTP as an adapter would, in both of its styles.
import { afterEach, beforeEach } from "vitest";
import { startFakeFxiaoke, type FakeFxiaoke } from "#test/support/fxiaoke/fake";

export let fake: FakeFxiaoke;
let now: number;
export const later = (ms: number): void => void (now += ms);
export const second = 1000;

/** A CRM of our own before each test of a file, at 20:00 in Shanghai. */
export function openFxiaoke(): void {
  beforeEach(async () => {
    now = Date.parse("2026-11-11T12:00:00Z");
    fake = await startFakeFxiaoke({ now: () => now });
  });
  afterEach(() => fake.close());
}

export type Said = Record<string, unknown>;

export async function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Said> {
  const response = await fetch(`${fake.open.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const secrets = (): object => ({
  appId: fake.tokens.app.id,
  appSecret: fake.tokens.app.secret,
  permanentCode: fake.tokens.app.permanentCode,
});
export const askToken = async (more: object = {}): Promise<Said> =>
  await post("/oauth2.0/token?thirdTraceId=1", {
    ...secrets(),
    grantType: "app_secret",
    ...more,
  });
export const askOldToken = async (more: object = {}): Promise<Said> =>
  await post("/cgi/corpAccessToken/get/V2", { ...secrets(), ...more });

export const headersOf = async (
  more: Record<string, string> = {},
): Promise<Record<string, string>> => {
  const token = await askToken();
  return {
    authorization: `Bearer ${String(token["accessToken"])}`,
    "x-fs-ea": String(token["ea"]),
    "x-fs-userid": "1000",
    ...more,
  };
};

export const call = async (path: string, body: unknown): Promise<Said> =>
  await post(path, body, await headersOf());

export const searched = (more: object = {}): object => ({
  limit: 100,
  offset: 0,
  filters: [],
  orders: [{ fieldName: "_id", isAsc: true }],
  ...more,
});
export const query = async (more: object = {}, object = "NewOpportunityObj"): Promise<Said> =>
  await call("/cgi/crm/v2/data/query", {
    data: { dataObjectApiName: object, search_query_info: searched(more) },
  });
export const rowsOf = (said: Said): Said[] =>
  ((said["data"] as Said | undefined)?.["dataList"] ?? said["dataList"]) as Said[];

export const idOf = (at: number): string => `68fa${String(at).padStart(20, "0")}`;

/** A deal of the reader, of so much. */
export const deal = (at: number, says: object = {}): void =>
  fake.hands.put("NewOpportunityObj", {
    _id: idOf(at),
    name: `商机 ${at}`,
    owner: "1000",
    amount: "1200.50",
    sales_stage: "5",
    sales_status: "2",
    close_date: Date.parse("2026-11-29T16:00:00Z"),
    ...says,
  });
