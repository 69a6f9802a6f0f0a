// How often Fxiaoke may be asked. https://developer.fxiaoke.com/openapi_v2/start/guide/rate.html: 100 calls in 20 seconds of each interface, and
// what was bought for the day, which begins anew at midnight there.
import type { Answer, Asked } from "#test/support/crm/served";
import { refuse } from "./refusal.ts";

const day = 24 * 3_600_000;
const shanghai = 8 * 3_600_000;

export interface FxLimits {
  /** Calls bought for a day; 0: none were ever bought. */
  bought: number;
  /** 30004 or 14001: which of them nobody has written down. */
  burst: number;
  usedToday(): number;
  spend(calls: number): void;
  take(asked: Asked): Answer | null;
}

export function fxLimits(now: () => number): FxLimits {
  const calls = new Map<string, number[]>();
  let today = { day: -1, used: 0 };
  const count = (some: number): number => {
    const current = Math.floor((now() + shanghai) / day);
    if (today.day !== current) today = { day: current, used: 0 };
    today.used += some;
    return today.used;
  };
  const limits: FxLimits = {
    bought: 100_000,
    burst: 30004,
    usedToday: () => count(0),
    spend: (some) => void count(some),
    take({ path }) {
      if (limits.bought === 0) return refuse(30003);
      if (count(0) >= limits.bought) return refuse(30002);
      count(1);
      const recent = (calls.get(path) ?? []).filter((at) => now() - at < 20_000);
      if (recent.length >= 100) return refuse(limits.burst);
      calls.set(path, [...recent, now()]);
      return null;
    },
  };
  return limits;
}
