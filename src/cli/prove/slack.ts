// Slack's own judges: blocks.validate takes any bot token, needs no scope and posts nothing; apps.manifest.validate takes an app
// configuration token. https://docs.slack.dev/reference/methods/blocks.validate, …/apps.manifest.validate
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { slackMessages } from "#adapters/slack/messages/index";
import { renderCards } from "#adapters/slack/render/card";
import { renderForm } from "#adapters/slack/render/form";
import { limits } from "#adapters/slack/render/limits";
import { createClients, type Client } from "#adapters/slack/send/clients";
import { shownAs } from "#adapters/slack/send/send";
import { reasonOf } from "#src/app/log/reason";
import type { Language } from "#src/language/catalogue";
import type { Exhibit } from "./exhibits.ts";
import { NoJudge, type Complaint, type Verdict } from "./verdicts.ts";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
/** blocks.validate has "special rate limits" without a figure: a call a second, as a channel's messages. */
const paceMs = 1_000;
/** What these two say of a payload, as opposed to of whoever asks. */
const aboutPayload = new Set([
  "invalid_blocks",
  "invalid_message",
  "invalid_view",
  "invalid_manifest",
  "invalid_app",
]);

const refusal = z.looseObject({
  data: z.looseObject({
    error: z.string(),
    errors: z
      .array(
        z.looseObject({
          code: z.string().default(""),
          pointer: z.string().default(""),
          message: z.string().default(""),
        }),
      )
      .default([]),
  }),
});
const tooFast = z.looseObject({ retryAfter: z.number() });

interface Asked {
  readonly method: "blocks.validate" | "apps.manifest.validate";
  readonly as: string;
  readonly payload: unknown;
}

export function createSlackJudge(
  apiUrl: string,
  { day, paced = paceMs }: { readonly day: string; readonly paced?: number },
) {
  const client = createClients({ find: async () => null }, apiUrl, quiet).bare();

  async function judge(
    token: string,
    { name, locale }: Pick<Exhibit, "name" | "locale">,
    asked: Asked,
  ): Promise<Verdict> {
    const complaints = await complaintsOf(client, token, asked, paced);
    return {
      judge: asked.method,
      judged: day,
      name,
      locale,
      as: asked.as,
      taken: complaints.length === 0,
      complaints,
      payload: asked.payload,
    };
  }

  return {
    async blocks(
      token: string,
      exhibits: readonly Exhibit[],
      language: Language,
    ): Promise<readonly Verdict[]> {
      const verdicts: Verdict[] = [];
      for (const exhibit of exhibits)
        for (const { as, payload } of drawn(exhibit, language))
          verdicts.push(await judge(token, exhibit, { method: "blocks.validate", as, payload }));
      return verdicts;
    },
    manifest: (token: string, manifest: unknown): Promise<Verdict> =>
      judge(
        token,
        { name: "manifest", locale: "en" },
        { method: "apps.manifest.validate", as: "manifest", payload: manifest },
      ),
  };
}

/** As production sends it: a message with Slack's own charts and tables, and beside it the plain one for where these are refused. */
function drawn(
  { name, locale, shown }: Exhibit,
  language: Language,
): readonly Pick<Asked, "as" | "payload">[] {
  const t = language.speak(slackMessages, { locale, zone: "Asia/Shanghai", currency: "CNY" });
  const print = `prove-${name.replaceAll(/\W+/gu, "-").slice(0, 60)}`;
  if (shown.as === "form") {
    const place = { attempt: print, origin: { channel: "D0000000000", ts: "1700000000.000100" } };
    return [{ as: "form", payload: renderForm(shown.form, place, t).view }];
  }
  if (shown.as === "home") {
    const { blocks } = renderCards(shown.cards, print, t, { most: limits.viewBlocks });
    return [{ as: "home", payload: { type: "home", blocks } }];
  }
  const native = renderCards(shown.cards, print, t, { native: true });
  const plain = native.native ? [renderCards(shown.cards, print, t)] : [];
  return [native, ...plain].map((made) => ({ as: "message", payload: shownAs(made) }));
}

async function complaintsOf(
  client: Client,
  token: string,
  { method, as, payload }: Asked,
  paced: number,
): Promise<readonly Complaint[]> {
  const argument = { message: "message", form: "view", home: "view" }[as] ?? "manifest";
  for (let tries = 0; ; tries += 1) {
    await pause(paced);
    try {
      await client.apiCall(method, { token, [argument]: JSON.stringify(payload) });
      return [];
    } catch (error) {
      const slow = tooFast.safeParse(error);
      if (slow.success && tries < 5) {
        await pause(slow.data.retryAfter * paced);
        continue;
      }
      const read = refusal.safeParse(error);
      if (!read.success || !aboutPayload.has(read.data.data.error))
        throw new NoJudge(
          `Slack gave no verdict (${reasonOf(error)}): see that the token is ${method === "blocks.validate" ? "a bot token (xoxb-...)" : "an app configuration token (xoxe.xoxp-...), not older than twelve hours"} and that Slack can be reached from here.`,
          { cause: error },
        );
      const { error: code, errors } = read.data.data;
      return errors.length === 0
        ? [{ code, at: "", says: "" }]
        : errors.map((each) => ({
            code: each.code === "" ? code : each.code,
            at: each.pointer,
            says: each.message,
          }));
    }
  }
}
