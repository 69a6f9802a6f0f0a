// What Fxiaoke is reached with, and as whom. https://developer.fxiaoke.com/openapi_v2/
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

/** An employee's number with the headers of today; an openUserId, or a mobile that finds one, with the body fields of before. */
export type Reader =
  | { readonly style: "headers"; readonly user: string }
  | { readonly style: "body"; readonly user: string }
  | { readonly style: "body"; readonly mobile: string };

export interface FxiaokeSettings {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly permanentCode: string;
  readonly reader: Reader;
}

const usual = "https://open.fxiaoke.com";

const url = filled(
  z
    .string()
    .trim()
    .default(usual)
    .transform((text, context) => {
      const origin = safeOrigin(text);
      const wrong = (message: string) => {
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      };
      if (origin === null) return wrong(`must be an address such as ${usual}`);
      // A page for people: it answers with a redirect to its front page.
      if (new URL(origin).hostname.startsWith("www."))
        return wrong(`must be the address of the open platform: ${usual}`);
      return origin;
    }),
);

const variables = z
  .object({
    FXIAOKE_URL: url,
    FXIAOKE_APP_ID: given,
    FXIAOKE_APP_SECRET: given,
    FXIAOKE_PERMANENT_CODE: given,
    FXIAOKE_USER_ID: perhaps,
    FXIAOKE_MOBILE: perhaps,
  })
  .transform((from): FxiaokeSettings => ({
    url: from.FXIAOKE_URL,
    appId: from.FXIAOKE_APP_ID,
    appSecret: from.FXIAOKE_APP_SECRET,
    permanentCode: from.FXIAOKE_PERMANENT_CODE,
    reader: readerOf(from.FXIAOKE_USER_ID, from.FXIAOKE_MOBILE ?? ""),
  }));

/** From the variables, by their names. */
export const readFxiaoke = (from: Variables): SettingsRead<FxiaokeSettings> =>
  readSettings(variables, from, ["FXIAOKE_USER_ID", "FXIAOKE_MOBILE"]);

function readerOf(user: string | null, mobile: string): Reader {
  if (user !== null)
    return user.startsWith("FSUID_") ? { style: "body", user } : { style: "headers", user };
  return { style: "body", mobile: withoutCountry(mobile) };
}

/** "+86-138 0013 8000" -> "13800138000" */
const withoutCountry = (mobile: string): string =>
  mobile.replaceAll(/[\s-]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");
