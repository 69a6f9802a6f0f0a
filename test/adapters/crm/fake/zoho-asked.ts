// Zoho CRM of our own, asked over HTTP as an adapter would.
import { afterEach, beforeEach } from "vitest";
import { startFakeZoho, type FakeZoho } from "#test/support/zoho/fake";

export let fake: FakeZoho;
export let now: number;
export const later = (ms: number): void => void (now += ms);
export const minute = 60_000;

/** A CRM of our own before each test of a file. */
export function openZoho(): void {
  beforeEach(async () => {
    now = Date.parse("2026-11-11T02:00:00Z");
    fake = await startFakeZoho({ now: () => now });
  });
  afterEach(() => fake.close());
}

export interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

const told = async (response: Response): Promise<Told> => {
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    headers: response.headers,
  };
};

export const askToken = async (more: object = {}, at = fake.accounts.url): Promise<Told> =>
  await told(
    await fetch(`${at}/oauth/v2/token`, {
      method: "POST",
      body: new URLSearchParams({
        client_id: fake.tokens.client.id,
        client_secret: fake.tokens.client.secret,
        grant_type: "refresh_token",
        refresh_token: fake.tokens.refresh[0] ?? "",
        ...more,
      }),
    }),
  );

export const token = async (): Promise<string> => String((await askToken()).body["access_token"]);

export const call = async (
  path: string,
  more: RequestInit & { readonly bearer?: string | null } = {},
): Promise<Told> => {
  const bearer = more.bearer === undefined ? await token() : more.bearer;
  return await told(
    await fetch(`${fake.api.url}/crm/v8/${path}`, {
      ...more,
      headers: {
        ...(bearer === null ? {} : { authorization: `Zoho-oauthtoken ${bearer}` }),
        ...(more.headers as Record<string, string> | undefined),
      },
    }),
  );
};

export const ask = async (query: string, bearer?: string): Promise<Told> =>
  await call("coql", {
    method: "POST",
    body: JSON.stringify({ select_query: query }),
    ...(bearer === undefined ? {} : { bearer }),
  });

export const rowsOf = ({ body }: Told): Record<string, unknown>[] =>
  (body["data"] ?? body["users"]) as Record<string, unknown>[];

export const idOf = (at: number): string => `554023000000${String(800_000 + at)}`;

/** A deal of the reader, won, of so much. */
export const deal = (at: number, says: object = {}): void =>
  fake.hands.put("Deals", {
    id: idOf(at),
    Deal_Name: `商机 ${at}`,
    Owner: fake.world.reader,
    Amount: "1200.50",
    Stage: [...fake.world.stages.keys()][3] ?? null,
    Closing_Date: "2026-11-30",
    ...says,
  });
