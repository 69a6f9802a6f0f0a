// The meter as Prometheus reads it. Counters are this process's own; what waits is asked of the database when somebody looks.
import { timingSafeEqual } from "node:crypto";
import { Counter, Gauge, Registry } from "prom-client";
import type { BackupLog } from "#db/backup/events";
import type { Meter } from "#src/ports/process/meter";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Outbox } from "#src/ports/delivery/outbox";

export interface Metrics {
  readonly meter: Meter;
  /** A request that a platform's door refused, and why. */
  readonly refused: (door: string, why: string) => void;
  /** In Prometheus' text format. */
  text(outbox: Outbox, inbox: Inbox, backups: Pick<BackupLog, "state">): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const deliveries = new Counter({
    name: "pacer_deliveries_total",
    help: "Deliveries and alarms by what came of them",
    labelNames: ["what"],
    registers,
  });
  const suppressed = new Counter({
    name: "pacer_nudges_suppressed_total",
    help: "Nudges moved or let pass, by reason",
    labelNames: ["reason"],
    registers,
  });
  const refused = new Counter({
    name: "pacer_requests_refused_total",
    help: "Requests that were refused at a platform's door: forged, replayed, too old, unreadable",
    labelNames: ["door", "reason"],
    registers,
  });
  const oldest = new Gauge({
    name: "pacer_outbox_oldest_seconds",
    help: "Age of the oldest delivery that waits, whatever holds it up",
    registers,
  });
  const dead = new Gauge({
    name: "pacer_outbox_dead",
    help: "Deliveries given up that nobody decided about",
    registers,
  });
  const deadEvents = new Gauge({
    name: "pacer_inbox_dead",
    help: "Events that came in, could not be handled, and that nobody decided about",
    registers,
  });
  const backedUp = new Gauge({
    name: "pacer_backup_made_timestamp_seconds",
    help: "When the last backup was made; 0: never",
    registers,
  });
  const proved = new Gauge({
    name: "pacer_backup_proved_timestamp_seconds",
    help: "When a backup was last brought back into a scratch database and found the same; 0: never",
    registers,
  });
  for (const what of ["due", "claimed", "sent", "edited", "merged", "dead", "replayed"])
    deliveries.inc({ what }, 0);
  return {
    meter: {
      count: (what, howMany = 1) => deliveries.inc({ what }, howMany),
      suppressed: (reason) => suppressed.inc({ reason }),
    },
    refused: (door, reason) => refused.inc({ door, reason }),
    async text(outbox, inbox, backups) {
      const { backedUpAt, provedAt } = await backups.state();
      backedUp.set(Math.round((backedUpAt?.getTime() ?? 0) / 1000));
      proved.set(Math.round((provedAt?.getTime() ?? 0) / 1000));
      oldest.set((await outbox.oldestSeconds()) ?? 0);
      dead.set(await outbox.deadCount());
      deadEvents.set(await inbox.deadCount());
      return registry.metrics();
    },
  };
}

export interface Reader {
  /** As the connection says. */
  readonly address: string | undefined;
  readonly authorization: string | undefined;
  /** Somebody passed it on and says so. */
  readonly forwarded: boolean;
}

const loopback: readonly string[] = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];

/** Once there is a METRICS_TOKEN whoever knows it and nobody else, since behind a web server on this machine everybody comes from loopback. Without one, loopback. */
export function mayReadMetrics(
  { address, authorization, forwarded }: Reader,
  wanted: string | undefined,
): boolean {
  if (wanted === undefined)
    return !forwarded && address !== undefined && loopback.includes(address);
  const [given, expected] = [Buffer.from(authorization ?? ""), Buffer.from(`Bearer ${wanted}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
