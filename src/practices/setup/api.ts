// What other practices may read of setup.
export { showPlaces } from "./actions.ts";
export { isCurrencyCode } from "./metrics/currency.ts";
export { metricNames, partName, type Metric, type MetricId } from "./model.ts";
import type { SetupStore } from "./store.ts";

export type MetricReader = Pick<SetupStore, "metrics">;
/** When somebody was first told about the bot. */
export type GreetingReader = Pick<SetupStore, "greetings">;
