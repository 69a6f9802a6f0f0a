// The meter as Prometheus reads it. Counters are this process's own; what waits is asked of the database when somebody looks.
import { Counter, Gauge, Registry } from "prom-client";
import type { Meter } from "#src/ports/meter";
import type { Inbox } from "#src/ports/inbox";
import type { Outbox } from "#src/ports/outbox";

export interface Metrics {
  readonly meter: Meter;
  /** A request that a platform's door refused, and why. */
  readonly refused: (door: string, why: string) => void;
  /** In Prometheus' text format. */
  text(outbox: Outbox, inbox: Inbox): Promise<string>;
}

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const deliveries = new Counter({ name: "pacer_deliveries_total", help: "Deliveries and alarms by what came of them", labelNames: ["what"], registers });
  const suppressed = new Counter({ name: "pacer_nudges_suppressed_total", help: "Nudges moved or let pass, by reason", labelNames: ["reason"], registers });
  const refused = new Counter({ name: "pacer_requests_refused_total", help: "Requests that were refused at a platform's door: forged, replayed, too old, unreadable", labelNames: ["door", "reason"], registers });
  const oldest = new Gauge({ name: "pacer_outbox_oldest_seconds", help: "Age of the oldest delivery that waits, whatever holds it up", registers });
  const dead = new Gauge({ name: "pacer_outbox_dead", help: "Deliveries given up that nobody decided about", registers });
  const deadEvents = new Gauge({ name: "pacer_inbox_dead", help: "Events that came in, could not be handled, and that nobody decided about", registers });
  for (const what of ["due", "claimed", "sent", "edited", "merged", "dead", "replayed"]) deliveries.inc({ what }, 0);
  return {
    meter: {
      count: (what, howMany = 1) => deliveries.inc({ what }, howMany),
      suppressed: (reason) => suppressed.inc({ reason }),
    },
    refused: (door, reason) => refused.inc({ door, reason }),
    async text(outbox, inbox) {
      oldest.set((await outbox.oldestSeconds()) ?? 0);
      dead.set(await outbox.deadCount());
      deadEvents.set(await inbox.deadCount());
      return registers[0]!.metrics();
    },
  };
}
