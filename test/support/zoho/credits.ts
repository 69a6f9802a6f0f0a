// Credits in a rolling day, and how many calls may go at once. https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
import type { Answer, Asked } from "#test/support/crm/served";
import { refuse } from "./refusal.ts";

const day = 24 * 3_600_000;

export interface ZohoCredits {
  /** In 24 hours. */
  limit: number;
  /** At once, of queries: ten on every edition. */
  atOnce: number;
  used(): number;
  /** As if other programs of the organisation had used so many just now. */
  spend(credits: number): void;
  /** A refusal, or the headers that go with the answer. */
  take(asked: Asked, price: number, going: readonly Asked[]): Answer | Record<string, string>;
}

export function zohoCredits(now: () => number): ZohoCredits {
  const spent: { readonly at: number; readonly credits: number }[] = [];
  const credits: ZohoCredits = {
    limit: 100_000,
    atOnce: 10,
    used: () => spent.reduce((sum, each) => (now() - each.at < day ? sum + each.credits : sum), 0),
    spend: (some) => void spent.push({ at: now(), credits: some }),
    take({ path }, price, going) {
      if (going.filter((each) => each.path === path).length > credits.atOnce)
        return refuse("TOO_MANY_REQUESTS");
      if (credits.used() + price > credits.limit)
        return {
          ...refuse("TOO_MANY_REQUESTS", { limit: credits.limit }),
          headers: { "x-api-credits-remaining": "0" },
        };
      credits.spend(price);
      const left = credits.limit - credits.used();
      // Said from the half on.
      return left <= credits.limit / 2 ? { "x-api-credits-remaining": String(left) } : {};
    },
  };
  return credits;
}

/** 1, 2 or 3 by the limit of a query (…/COQL-Overview.html), 2 for the list of what was deleted (…/api-limits.html), 1 for the rest. */
export function priceOf(path: string, limit: number): number {
  if (path.endsWith("/deleted")) return 2;
  if (!path.endsWith("/coql") || limit <= 200) return 1;
  return limit <= 1000 ? 2 : 3;
}
