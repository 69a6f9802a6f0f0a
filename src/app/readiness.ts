// What GET /readyz says: whether this process can do its work, and each reason why not. It answers within seconds, whatever hangs.
import type { LarkAdapter } from "#adapters/lark/index";
import type { SlackAdapter } from "#adapters/slack/index";
import type { MigrationState } from "#db/migrate";
import type { PulseState } from "#jobs/pulse";
import { inTime } from "#src/ports/process/clock";
import type { SealedTokens } from "./tools/sealed-tokens.ts";
import { sealedSentence } from "./tools/sealed-tokens.ts";

export interface ReadinessParts {
  readonly pulse: () => PulseState;
  readonly migrations: () => Promise<Pick<MigrationState, "pending">>;
  readonly sealed: () => Promise<SealedTokens>;
  readonly slack: Pick<SlackAdapter, "isConnected"> | null;
  readonly lark: Pick<LarkAdapter, "health"> | null;
  /** So long the database is waited for; two seconds unless told. */
  readonly patienceMs?: number;
}

export interface Readiness {
  readonly ready: boolean;
  readonly text: string;
}

/** Three attempts to write, and some time for the last of them. */
const silentMs = 40_000;
/** From here on business times would be wrong. */
export const clockOffMs = 5 * 60_000;
export const clockOddMs = 30_000;

/** Not known is not right. */
export const isClockRight = (offsetMs: number | null): boolean =>
  offsetMs !== null && Math.abs(offsetMs) < clockOffMs;

/** Never throws. */
export function createReadiness(parts: ReadinessParts): () => Promise<Readiness> {
  const { pulse, slack, lark, patienceMs = 2_000 } = parts;
  const migrations = oneAtATime(parts.migrations);
  const sealed = oneAtATime(parts.sealed);
  const asked = <T>(work: Promise<T>): Promise<T | typeof late | typeof failed> =>
    inTime(
      work.catch(() => failed),
      patienceMs,
      late,
    );

  /** What the database says when it is asked; where it takes nothing it is not asked as well. */
  async function ofDatabase(): Promise<string[]> {
    const { error, silentMs: silent } = pulse();
    if (error !== null) return [error];
    if (silent > silentMs)
      return [`nothing was written to the database for ${Math.round(silent / 1000)} s`];
    const [state, tokens] = await Promise.all([asked(migrations()), asked(sealed())]);
    if (state === late || tokens === late)
      return [`the database did not answer within ${Math.round(patienceMs / 1000)} s`];
    if (state === failed || tokens === failed) return ["the database cannot be asked"];
    const wrongKey = sealedSentence(tokens);
    return [
      ...(state.pending.length > 0 ? [`${state.pending.length} migrations are to come`] : []),
      ...(wrongKey === null ? [] : [wrongKey]),
    ];
  }

  function ofChats(): { readonly problems: string[]; readonly notes: string[] } {
    const apps = lark?.health() ?? [];
    const slackIsOff =
      slack?.isConnected() === false ? ["slack: the connection of Socket Mode is not open"] : [];
    return {
      problems: [
        ...slackIsOff,
        ...apps.flatMap(({ app, ready, state, says }) =>
          ready ? [] : [says ?? `lark ${app}: ${state}`],
        ),
      ],
      notes: apps.flatMap(({ ready, says }) => (ready && says !== undefined ? [says] : [])),
    };
  }

  return async () => {
    const chats = ofChats();
    const clock = clockSentence(pulse().offsetMs);
    const problems = [
      ...(await ofDatabase()),
      ...(clock !== null && clock.isOff ? [clock.says] : []),
      ...chats.problems,
    ];
    const notes = [...(clock !== null && !clock.isOff ? [clock.says] : []), ...chats.notes];
    const ready = problems.length === 0;
    return { ready, text: [ready ? "ready" : "not ready", ...problems, ...notes].join("\n") };
  };
}

/** The machine's clock against the database's; null where they agree. Beyond five minutes the bot cannot work. */
export function clockSentence(
  offsetMs: number | null,
): { readonly says: string; readonly isOff: boolean } | null {
  const off = Math.abs(offsetMs ?? 0);
  if (offsetMs === null || off < clockOddMs) return null;
  return {
    says: `this machine's clock is ${Math.round(off / 1000)} s ${offsetMs > 0 ? "ahead of" : "behind"} the database's: set both by NTP`,
    isOff: off > clockOffMs,
  };
}

const late = Symbol("late");
const failed = Symbol("failed");

/** A question that hangs is not asked a second time beside itself: nobody uses up the connections by asking whether all is well. */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null;
  return () =>
    (asking ??= ask().finally(() => {
      asking = null;
    }));
}
