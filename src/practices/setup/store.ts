// What setup keeps of its own; people and teams are the house's.
import type { Metric } from "./model.ts";

export interface SetupStore {
  metrics(): Promise<readonly Metric[]>;
  saveMetric(metric: Metric): Promise<void>;
}
