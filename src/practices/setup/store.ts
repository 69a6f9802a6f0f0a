// What setup keeps of its own; people and teams are the house's.
import type { PersonId } from "#src/people/person";
import type { Metric } from "./model.ts";

export interface SetupStore {
  metrics(): Promise<readonly Metric[]>;
  saveMetric(metric: Metric): Promise<void>;
  /** Marks these people as greeted and returns those who had not been: everybody is greeted once, ever. */
  greet(people: readonly PersonId[], at: Date): Promise<readonly PersonId[]>;
  /** Who is in a team that is switched on and never was greeted. */
  ungreeted(): Promise<readonly PersonId[]>;
  /** When each of these people was greeted; who was not is missing. */
  greetings(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Date>>;
}
