// One beat: rings the alarms that are due. What they say is composed when it is sent.
import type { Clock } from "#src/ports/process/clock";
import type { Meter } from "#src/ports/process/meter";
import type { Alarms } from "#src/ports/delivery/schedule";

/** Costs the same for ten people and for a million while nothing is due. */
export async function tick(
  alarms: Alarms,
  clock: Clock,
  meter: Meter,
  wake: () => void,
): Promise<number> {
  const rang = await alarms.ring(clock.now());
  if (rang === 0) return 0;
  meter.count("due", rang);
  wake();
  return rang;
}
