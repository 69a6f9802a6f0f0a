// The apps this process speaks for, and each of them in the companies it is installed in.
import { z } from "zod";
import type { SharedTokens } from "#src/ports/chat/access-tokens";
import { createApi } from "../send/api.ts";
import type { AppSettings } from "./app-settings.ts";
import type { LarkApp, RegisteredApp } from "../lark.ts";
import { createTokens, type AppTokens } from "./access-tokens.ts";

export function registerApp(settings: AppSettings, shared: SharedTokens): RegisteredApp {
  const tokens = createTokens(settings, shared);
  const companies = new Map<string, LarkApp>();
  return {
    ...settings,
    tokens,
    in(tenant) {
      // Of a self-built app the company is not asked about: its one token says which it is.
      const company = settings.type === "store" ? tenant : "";
      const known = companies.get(company) ?? appIn(settings, tokens, company);
      companies.set(company, known);
      return known;
    },
  };
}

const info = z.looseObject({ bot: z.looseObject({ open_id: z.string() }) });

function appIn(settings: AppSettings, tokens: AppTokens, tenant: string): LarkApp {
  const api = createApi(settings.baseUrl, (refused) => tokens.of(tenant, refused));
  let id: string | null = null;
  return {
    ...settings,
    api,
    botId: () => id,
    async learnBot() {
      const called = await api.call({
        method: "GET",
        path: "/open-apis/bot/v3/info",
        timeoutMs: 3_000,
      });
      const read = called.called === "done" ? info.safeParse(called.data) : null;
      if (read?.success === true) id = read.data.bot.open_id;
      return read?.success === true;
    },
  };
}
