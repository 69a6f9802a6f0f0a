// Whether an app is let in: proved at the start, then looked after. A network that is away at the start, and an app that an admin of the
// company stopped and brings back, need no restart.
import { isOf, platform, workspaceOf, type Lark, type RegisteredApp } from "../lark.ts";
import { backoff } from "../send/backoff.ts";
import { askTenant } from "./install.ts";

/** One sentence for the operator that names the variable. */
export class LarkSettingWrong extends Error {}

export interface Proof {
  /** Throws LarkSettingWrong where Lark refuses id or secret; where it is not reached, goes on trying. */
  begin(): Promise<void>;
  proved(): boolean;
  stop(): void;
}

const lookMs = 3 * 60_000;

export function createProof(lark: Lark, app: RegisteredApp): Proof {
  const again = backoff(lark.firstRetryMs ?? 5_000);
  let proved = false;
  let looking: NodeJS.Timeout | null = null;

  async function prove(): Promise<string | null> {
    const wrong = await app.tokens.prove();
    if (wrong === null) {
      if (app.type === "self") await enterItsCompany();
      proved = true;
      again.reset();
      return null;
    }
    // Id and secret were good enough to ask for a ticket. It may come to another process: looked for again and again.
    proved = app.tokens.awaitsTicket();
    lark.logger.error(
      { app: app.appId, why: wrong.called === "refused" ? wrong.code : wrong.why },
      proved ? "lark.ticket_missing" : "lark.not_reached",
    );
    again.later(tryAgain);
    return wrong.called !== "refused"
      ? null
      : `${app.name}_APP_ID or ${app.name}_APP_SECRET is refused by ${app.brand} (code ${wrong.code}): copy both from the app's page "Credentials & Basic Info" (凭证与基础信息), and see that ${app.name}_DOMAIN names its cloud.`;
  }

  /** A self-built app has one; the companies of a store app say themselves that they are there. */
  async function enterItsCompany(): Promise<void> {
    const there = app.in("");
    await there.learnBot();
    await askTenant(lark, there);
  }

  async function tryAgain(): Promise<void> {
    await prove().catch((error: unknown) => {
      lark.logger.error({ app: app.appId, error }, "lark.not_entered");
      again.later(tryAgain);
    });
  }

  /** Installations whose messages wait: where the app is let in they go on, and wait again where they are refused again. */
  async function look(): Promise<void> {
    const stopped = (await lark.installations.stopped(platform)).filter(({ workspace }) =>
      isOf(app, workspace),
    );
    for (const key of stopped)
      if (await app.in(key.workspace.slice(workspaceOf(app, "").length)).learnBot())
        await lark.installations.resume(key);
    const there = app.in("");
    if (app.type === "self" && there.botId() === null) await there.learnBot();
  }

  return {
    async begin() {
      const wrong = await prove();
      if (wrong !== null) {
        again.stop();
        throw new LarkSettingWrong(wrong);
      }
      looking = setInterval(() => lark.later("look", look), lark.lookMs ?? lookMs);
      looking.unref();
    },
    proved: () => proved,
    stop() {
      again.stop();
      if (looking !== null) clearInterval(looking);
    },
  };
}
