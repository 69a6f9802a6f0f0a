// Fxiaoke's tokens, of both styles. https://developer.fxiaoke.com/openapi_v2/ 客户端凭证模式, as github.com/fxp/skillify 63ae9a1
// skills/fxiaoke/references/auth.md sums it up.
import { text, type Answer, type Asked } from "#test/support/crm/served";
import { done, refuse } from "./refusal.ts";
import type { FxUser, FxWorld } from "./world.ts";

const second = 1000;

export interface FxApp {
  id: string;
  secret: string;
  permanentCode: string;
  /** 停用. */
  stopped: boolean;
  /** The enterprise took its authorisation back. */
  authorised: boolean;
  /** Whether the asking machine is on the white list. */
  welcome: boolean;
}

export interface FxTokens {
  readonly app: FxApp;
  take(asked: Asked, body: Readonly<Record<string, unknown>>, going: readonly Asked[]): Answer;
  /** As whom a call is made and in which style, or why not. */
  callerOf(asked: Asked, body: Readonly<Record<string, unknown>>): FxCaller | Answer;
  /** Every token ends now. */
  end(): void;
}

export interface FxCaller {
  /** Null: who asks who somebody is need be nobody yet (old wiki: corpAccessToken and corpId alone). */
  readonly user: FxUser | null;
  readonly style: "headers" | "body";
}

export const tokenPaths: readonly string[] = ["/oauth2.0/token", "/cgi/corpAccessToken/get/V2"];

export function fxTokens(
  now: () => number,
  world: () => FxWorld,
  quirks: { readonly tokenTwice: number },
): FxTokens {
  let given: { readonly token: string; readonly at: number; readonly ea: string }[] = [];
  const asked: number[] = [];
  let count = 0;

  const tokens: FxTokens = {
    app: {
      id: "FSAID_1320000",
      secret: "the app's secret",
      permanentCode: "THE-PERMANENT-CODE",
      stopped: false,
      authorised: true,
      welcome: true,
    },
    end: () => void (given = []),
    take({ path }, body, going) {
      // "Ten a minute, and not two at once"; with which code nobody has written down.
      const recent = asked.filter((at) => now() - at < 60 * second).length;
      asked.push(now());
      const others = going.filter((each) => tokenPaths.includes(each.path)).length;
      if (others > 1 || recent >= 10) return refuse(quirks.tokenTwice);
      const wrong = wrongIn(body, path);
      if (wrong !== null) return wrong;
      const expiresIn = (at: number): number => 7200 - Math.floor((now() - at) / second);
      // The same within 6,600 seconds, then a new one beside the old.
      let current = given.find(({ at, ea }) => ea === world().ea && now() - at < 6600 * second);
      if (current === undefined) {
        current = { token: `FXTOKEN${(count += 1)}`, at: now(), ea: world().ea };
        given.push(current);
      }
      if (path !== "/oauth2.0/token")
        return done({
          corpAccessToken: current.token,
          corpId: world().corpId,
          expiresIn: expiresIn(current.at),
        });
      return done({
        // "企业openCorpId" by their own note: not somebody's id.
        openUserId: world().corpId,
        accessToken: current.token,
        expiresIn: expiresIn(current.at),
        appId: tokens.app.id,
        ea: world().ea,
      });
    },
    callerOf({ headers, path }, body) {
      const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
      const old = text(body["corpAccessToken"]);
      if (headers.authorization === undefined && old === "") return refuse(20017);
      // "In one request only one of them."
      if (headers.authorization !== undefined && old !== "") return refuse(20016);
      const account = old === "" ? headers["x-fs-ea"] : body["corpId"];
      const right = old === "" ? world().ea : world().corpId;
      const good = given.some(
        ({ token, at, ea }) =>
          token === (bearer ?? old) && ea === world().ea && now() - at < 7200 * second,
      );
      if (!good || account !== right) return refuse(20016);
      if (tokens.app.stopped) return refuse(20021);
      if (!tokens.app.authorised) return refuse(20022);
      const who = old === "" ? headers["x-fs-userid"] : body["currentOpenUserId"];
      const style = old === "" ? "headers" : "body";
      if (typeof who !== "string" || who === "")
        return path === "/cgi/user/getByMobile" ? { user: null, style } : refuse(10010);
      const user = [...world().users.values()].find(
        (each) => (style === "headers" ? each.id : each.fsuid) === who,
      );
      if (user === undefined) return refuse(20012);
      return user.isStop ? refuse(20014) : { user, style };
    },
  };

  function wrongIn(body: Readonly<Record<string, unknown>>, path: string): Answer | null {
    const { app } = tokens;
    if (path === "/oauth2.0/token" && body["grantType"] !== "app_secret") return refuse(32000);
    if (body["appId"] !== app.id || body["appSecret"] !== app.secret) return refuse(10006);
    if (body["permanentCode"] !== app.permanentCode) return refuse(20015);
    if (app.stopped) return refuse(20021);
    return app.authorised ? null : refuse(20022);
  }

  return tokens;
}
