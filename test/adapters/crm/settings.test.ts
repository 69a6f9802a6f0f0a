// What an operator enters, and what is said where something is missing or wrong.
import { describe, expect, it } from "vitest";
import { readFxiaoke } from "#adapters/crm/fxiaoke/index";
import { readZoho } from "#adapters/crm/zoho/index";
import { settingsOf } from "./scripted.ts";

const zoho = {
  ZOHO_CLIENT_ID: "1000.client",
  ZOHO_CLIENT_SECRET: "hush",
  ZOHO_REFRESH_TOKEN: "hush-refresh",
};
const fxiaoke = {
  FXIAOKE_APP_ID: "FSAID_1",
  FXIAOKE_APP_SECRET: "hush",
  FXIAOKE_PERMANENT_CODE: "hush",
  FXIAOKE_USER_ID: "1000",
};

describe("settings of Zoho", () => {
  it.each([
    ["com.cn", "https://accounts.zoho.com.cn"],
    ["ca", "https://accounts.zohocloud.ca"],
    ["https://accounts.zoho.eu/x", "https://accounts.zoho.eu"],
  ])("take %s for a data centre", (typed, address) => {
    expect(settingsOf(readZoho, { ...zoho, ZOHO_ACCOUNTS_URL: typed }).accounts).toBe(address);
  });

  it("name what is missing and what cannot be right", () => {
    expect(readZoho({})).toEqual({
      missing: ["ZOHO_ACCOUNTS_URL", "ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_GRANT_CODE"],
      wrong: [],
    });
    expect(
      readZoho({ ...zoho, ZOHO_ACCOUNTS_URL: "http://accounts.zoho.eu", ZOHO_CLIENT_ID: " " }),
    ).toMatchObject({ missing: ["ZOHO_CLIENT_ID"], wrong: [{ name: "ZOHO_ACCOUNTS_URL" }] });
  });
});

describe("settings of Fxiaoke", () => {
  const of = (more: Record<string, string>) => readFxiaoke({ ...fxiaoke, ...more });

  it("take the usual address, and refuse the one that is for people", () => {
    expect(of({})).toMatchObject({ settings: { url: "https://open.fxiaoke.com" } });
    expect(of({ FXIAOKE_URL: "https://www.fxiaoke.com/" })).toEqual({
      missing: [],
      wrong: [
        {
          name: "FXIAOKE_URL",
          why: "must be the address of the open platform: https://open.fxiaoke.com",
        },
      ],
    });
    expect(of({ FXIAOKE_URL: "http://open.fxiaoke.com" })).toMatchObject({ missing: [] });
  });

  it("read as an employee with today's headers, as an openUserId or by a mobile as before", () => {
    expect(of({})).toMatchObject({ settings: { reader: { style: "headers", user: "1000" } } });
    expect(of({ FXIAOKE_USER_ID: "FSUID_7" })).toMatchObject({
      settings: { reader: { style: "body", user: "FSUID_7" } },
    });
    expect(of({ FXIAOKE_USER_ID: "", FXIAOKE_MOBILE: "+86-138 0013 8000" })).toMatchObject({
      settings: { reader: { style: "body", mobile: "13800138000" } },
    });
    expect(of({ FXIAOKE_USER_ID: "" })).toEqual({ missing: ["FXIAOKE_USER_ID"], wrong: [] });
  });
});
