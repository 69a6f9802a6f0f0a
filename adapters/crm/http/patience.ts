// What an adapter waits by itself within one call of the port, and when it stops waiting.
import { backOffMs } from "#src/ports/process/clock";
import { CrmTrouble, type CrmPorts } from "#src/ports/crm";

export interface Patience {
  /** Waits, or says false at once where it would be too long. */
  wait(ms: number): Promise<boolean>;
}

export function createPatience(ports: Pick<CrmPorts, "pause" | "patienceMs">): Patience {
  let left = ports.patienceMs;
  return {
    async wait(ms) {
      if (ms > left) return false;
      left -= ms;
      await ports.pause(ms);
      return true;
    },
  };
}

const firstMs = 1_000;
const longestMs = 60_000;
const mostTries = 4;

/** Asks again, later and later, where the way there or the CRM itself was at fault: everything that is asked only reads. */
export async function patiently<T>(patience: Patience, ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || tried >= mostTries) throw error;
      if (!(await patience.wait(backOffMs(firstMs, tried, longestMs)))) throw error;
    }
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof CrmTrouble && (error.says.kind === "unreachable" || error.says.kind === "down");
