// How a CRM is reached, and what it is given beside its settings.
import { setTimeout as later } from "node:timers/promises";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createCrmTokens } from "#db/stores/sync/tokens";
import type { CrmPorts } from "#src/ports/crm";
import { createChance, systemClock } from "../system.ts";

export type CrmWay = Pick<CrmPorts, "fetch" | "pause" | "now">;

export const overNetwork: CrmWay = {
  fetch,
  // Whoever only waits for a CRM keeps no process alive.
  pause: (ms) => later(ms, undefined, { ref: false }),
  now: () => systemClock.now(),
};

const chance = createChance();

/** One answer, and all that is waited within one page: a throttle of a minute is waited out. */
const answerMs = 30_000;
const patienceMs = 150_000;

export const portsOf = (
  way: CrmWay,
  database: Database,
  key: string,
  organisation: string,
  source: string,
): CrmPorts => ({
  ...way,
  id: () => chance.id(),
  answerMs,
  patienceMs,
  tokens: createCrmTokens(database, {
    organisation,
    source,
    secrets: createSecrets([key]),
    now: () => way.now(),
  }),
});
