// Lark's own judge: a card entity is made of each card and never sent; it ends by itself after fourteen days. It needs the permission
// cardkit:card:write. https://open.feishu.cn/document/cardkit-v1/card/create
import { setTimeout as pause } from "node:timers/promises";
import type { LarkSettings } from "#adapters/lark/index";
import { wordsIn } from "#adapters/lark/messages/index";
import { renderCards } from "#adapters/lark/render/card";
import { renderForm } from "#adapters/lark/render/form";
import { createApi, type LarkApi } from "#adapters/lark/send/api";
import { tokenRefused } from "#adapters/lark/send/errors";
import { ownTokensOf } from "../doctor/lark.ts";
import type { Exhibit } from "./exhibits.ts";
import { NoJudge, type Complaint, type Verdict } from "./verdicts.ts";

const judge = "cardkit.v1.card.create";
/** 50 a second and 1,000 a minute are allowed. */
const paceMs = 100;
/** "No permission", and too many calls: https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN. */
const scopeMissing = new Set([99991672, 99991679]);
const tooFast = 99991400;
const shutOut = new Set([10003, 10012, 10013, 10014]);

export async function judgeByLark(
  app: LarkSettings,
  exhibits: readonly Exhibit[],
  { day, paced = paceMs }: { readonly day: string; readonly paced?: number },
): Promise<readonly Verdict[]> {
  const tokens = ownTokensOf(app);
  const api = createApi(app.baseUrl, (refused) => tokens.of("", refused));
  const verdicts: Verdict[] = [];
  for (const exhibit of exhibits) {
    const payload = drawn(exhibit);
    const complaints = await complaintsOf(api, app, payload, paced);
    verdicts.push({
      judge,
      judged: day,
      name: exhibit.name,
      locale: exhibit.locale,
      as: exhibit.shown.as,
      taken: complaints.length === 0,
      complaints,
      payload,
    });
  }
  return verdicts;
}

function drawn({ locale, shown }: Exhibit): unknown {
  const rendering = "0193aaaa-0000-7000-8000-000000000001";
  return shown.as === "form"
    ? renderForm(shown.form, { attempt: rendering, origin: null }, wordsIn(locale))
    : renderCards(shown.cards, { rendering, group: false }, wordsIn(locale));
}

async function complaintsOf(
  api: LarkApi,
  app: LarkSettings,
  payload: unknown,
  paced: number,
): Promise<readonly Complaint[]> {
  for (let tries = 0; ; tries += 1) {
    await pause(paced);
    const called = await api.call({
      method: "POST",
      path: "/open-apis/cardkit/v1/cards",
      body: { type: "card_json", data: JSON.stringify(payload) },
    });
    if (called.called === "done") return [];
    if (called.called === "refused" && called.code === tooFast && tries < 5) {
      await pause(called.afterMs ?? 10 * paced);
      continue;
    }
    if (called.called !== "refused")
      throw new NoJudge(
        `${app.baseUrl} gave no verdict (${called.why}): is there a way to it from here?`,
      );
    const { code, message, status } = called;
    if (scopeMissing.has(code))
      throw new NoJudge(
        `${app.brand} gave no verdict (${code}): add the permission cardkit:card:write (创建与更新卡片) for as long as this takes, and publish a version.`,
      );
    if (shutOut.has(code) || tokenRefused.has(code))
      throw new NoJudge(
        `${app.brand} did not let the app in (${code}): npm run doctor says how to mend that.`,
      );
    if (status >= 500 || code === tooFast)
      throw new NoJudge(
        `${app.brand} gave no verdict (${code}): it has trouble of its own, try again later.`,
      );
    return [{ code: String(code), at: "", says: message.slice(0, 500) }];
  }
}
