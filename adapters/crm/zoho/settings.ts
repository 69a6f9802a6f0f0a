// What Zoho is reached with. The API's host is no setting: it comes with each token.
// https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html
import { z } from "zod";
import { safeOrigin } from "../http/address.ts";
import {
  filled,
  given,
  perhaps,
  readSettings,
  type SettingsRead,
  type Variables,
} from "../http/read-settings.ts";

export interface ZohoSettings {
  /** Of the account's data centre. */
  readonly accounts: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** One of the two is there; the grant code is used once, for a refresh token that is kept from then on. */
  readonly refreshToken: string | null;
  readonly grantCode: string | null;
}

const centres: Readonly<Record<string, string>> = {
  com: "https://accounts.zoho.com",
  eu: "https://accounts.zoho.eu",
  in: "https://accounts.zoho.in",
  "com.au": "https://accounts.zoho.com.au",
  "com.cn": "https://accounts.zoho.com.cn",
  jp: "https://accounts.zoho.jp",
  ca: "https://accounts.zohocloud.ca",
  sa: "https://accounts.zoho.sa",
};

const accounts = filled(
  z
    .string("is missing")
    .trim()
    .transform((text, context) => {
      const named = centres[text.toLowerCase().replace(/^\./, "")];
      const origin = named ?? safeOrigin(text);
      if (origin !== null) return origin;
      context.addIssue({
        code: "custom",
        message: `must be ${Object.keys(centres).join(", ")} or an address such as https://accounts.zoho.eu`,
      });
      return z.NEVER;
    }),
);

const variables = z
  .object({
    ZOHO_ACCOUNTS_URL: accounts,
    ZOHO_CLIENT_ID: given,
    ZOHO_CLIENT_SECRET: given,
    ZOHO_REFRESH_TOKEN: perhaps,
    ZOHO_GRANT_CODE: perhaps,
  })
  .transform((from): ZohoSettings => ({
    accounts: from.ZOHO_ACCOUNTS_URL,
    clientId: from.ZOHO_CLIENT_ID,
    clientSecret: from.ZOHO_CLIENT_SECRET,
    refreshToken: from.ZOHO_REFRESH_TOKEN,
    grantCode: from.ZOHO_GRANT_CODE,
  }));

/** From the variables, by their names. */
export const readZoho = (from: Variables): SettingsRead<ZohoSettings> =>
  readSettings(variables, from, ["ZOHO_GRANT_CODE", "ZOHO_REFRESH_TOKEN"]);

/** Where a person looks at a record: beside the accounts of the same data centre. */
export function webAddress(settings: ZohoSettings): string | null {
  const { protocol, hostname } = new URL(settings.accounts);
  return hostname.startsWith("accounts.")
    ? `${protocol}//${hostname.replace(/^accounts\./, "crm.")}`
    : null;
}
