// Metrics.
import { asc, eq } from "drizzle-orm";
import type { Unit } from "#src/language/units";
import type { MetricId } from "#src/practices/setup/model";
import type { SetupStore } from "#src/practices/setup/store";
import type { Tx } from "../client.ts";
import { metric } from "../schema/setup.ts";

export function createSetupStore(tx: Tx, organisationId: string): SetupStore {
  return {
    async metrics() {
      const found = await tx.select().from(metric).where(eq(metric.organisationId, organisationId)).orderBy(asc(metric.nameEn));
      return found.map(({ organisationId: _, ...row }) => ({ ...row, id: row.id as MetricId, unit: row.unit as Unit }));
    },
    async saveMetric({ aliases, ...row }) {
      const values = { ...row, aliases: [...aliases] };
      await tx
        .insert(metric)
        .values({ organisationId, ...values })
        .onConflictDoUpdate({ target: metric.id, set: values });
    },
  };
}
