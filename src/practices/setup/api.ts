// What other practices may read of setup.
export { metricNames, type Metric, type MetricId } from "./model.ts";
import type { SetupStore } from "./store.ts";

export type MetricReader = Pick<SetupStore, "metrics">;
