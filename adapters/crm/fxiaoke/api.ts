// Calls of Fxiaoke's API, in either style and never both at once: paced, with a token that is renewed once where it was refused.
// https://developer.fxiaoke.com/openapi_v2/start/guide/rate.html: 100 calls of one interface in 20 seconds
import { CrmTrouble, type CrmPorts, type CrmToken } from "#src/ports/crm";
import { backOffMs } from "#src/ports/process/clock";
import { exchange, type Answer } from "../http/exchange.ts";
import { createPatience, patiently, type Patience } from "../http/patience.ts";
import type { FxiaokeSettings } from "./settings.ts";
import { obtainToken, pathOf } from "./tokens.ts";
import { isBurst, isPassing, isTokenRefused, refusalOf, troubleOf } from "./verdict.ts";

export interface Asked {
  readonly path: string;
  /** Beside what lets us in. */
  readonly body: object;
  /** The object that is read, if it is one. */
  readonly about: string | null;
}

export interface Heard {
  readonly body: unknown;
  readonly at: Date;
}

/** The calls of one call of the port: they share its patience. */
export interface Calls {
  ask(asked: Asked): Promise<Heard>;
  /** The account it is read in, and as whom. */
  reader(): Promise<{ readonly account: string; readonly user: string }>;
}

/** A little more than a fifth of a second: the hundred and first never falls within twenty. */
const apartMs = 220;
const burstMs = 5_000;
const windowMs = 20_000;

export function createApi(settings: FxiaokeSettings, ports: CrmPorts): { begin(): Calls } {
  const last = new Map<string, number>();

  /** One after the other, also where two ask at once: who comes takes the next moment that is free. */
  async function takeTurn(path: string): Promise<void> {
    const now = ports.now().getTime();
    const before = last.get(path);
    const turn =
      before === undefined ? now : Math.max(now, Math.min(before, now + windowMs) + apartMs);
    last.set(path, turn);
    if (turn > now) await ports.pause(turn - now);
  }

  async function once(asked: Asked, token: CrmToken): Promise<Answer> {
    await takeTurn(asked.path);
    const answer = await exchange(ports, {
      method: "POST",
      url: pathOf(settings.url, asked.path, ports),
      ...letIn(settings, token, asked.body),
    });
    const refused = refusalOf(answer.body);
    if (refused === null && answer.status < 500)
      throw new CrmTrouble({ kind: "not-understood", which: `${asked.path}: no errorCode` });
    if (refused === null || (refused !== "none" && isPassing(refused)))
      throw new CrmTrouble({ kind: "down" });
    return answer;
  }

  async function ask(patience: Patience, asked: Asked): Promise<Heard> {
    let stale: string | null = null;
    for (let bursts = 0; ;) {
      const token = await obtainToken(settings, ports, stale);
      const answer = await patiently(patience, () => once(asked, token));
      const refused = refusalOf(answer.body);
      if (refused === "none" || refused === null) return { body: answer.body, at: answer.at };
      if (isTokenRefused(refused)) {
        // A token that is no good twice is nobody's fault but theirs: within its time they hand out the same one again.
        if (stale !== null) throw new CrmTrouble({ kind: "down" });
        stale = token.token;
      } else if (isBurst(refused)) {
        bursts += 1;
        if (!(await patience.wait(backOffMs(burstMs, bursts, windowMs))))
          throw new CrmTrouble({
            kind: "slow-down",
            until: new Date(answer.at.getTime() + windowMs),
          });
      } else throw new CrmTrouble(troubleOf(refused, asked.path, asked.about, answer.at));
    }
  }

  return {
    begin() {
      const patience = createPatience(ports);
      return {
        ask: (asked) => ask(patience, asked),
        async reader() {
          const token = await obtainToken(settings, ports, null);
          return { account: token.with["account"] ?? "", user: userOf(settings, token) };
        },
      };
    },
  };
}

const userOf = ({ reader }: FxiaokeSettings, token: CrmToken): string =>
  "user" in reader ? reader.user : (token.with["user"] ?? "");

function letIn(
  settings: FxiaokeSettings,
  token: CrmToken,
  body: object,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const account = token.with["account"] ?? "";
  const user = userOf(settings, token);
  const headers = { "content-type": "application/json" };
  if (settings.reader.style === "headers")
    return {
      headers: {
        ...headers,
        authorization: `Bearer ${token.token}`,
        "x-fs-ea": account,
        "x-fs-userid": user,
      },
      body: JSON.stringify(body),
    };
  return {
    headers,
    body: JSON.stringify({
      ...body,
      corpAccessToken: token.token,
      corpId: account,
      currentOpenUserId: user,
    }),
  };
}
