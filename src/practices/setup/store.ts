// What setup keeps of its own; people and teams are the house's.
import type { PersonId } from "#src/people/person";
import type { FollowedDepartment } from "./model.ts";
import type { Metric } from "./model.ts";

export interface SetupStore {
  metrics(): Promise<readonly Metric[]>;
  saveMetric(metric: Metric): Promise<void>;
  /** Marks these people as greeted and returns those who had not been: everybody is greeted once, ever. */
  greet(people: readonly PersonId[], at: Date): Promise<readonly PersonId[]>;
  /** Who is in a team that is switched on and never was greeted. */
  ungreeted(): Promise<readonly PersonId[]>;
  /** Every department whose team follows it, in one order. */
  followed(): Promise<readonly FollowedDepartment[]>;
  /** As it is from now on. */
  keepFollowed(departments: readonly FollowedDepartment[]): Promise<void>;
  /** The directory of that workspace changed: what is done by itself is looked at now. */
  lookSoon(at: Pick<FollowedDepartment, "platform" | "workspace">, now: Date): Promise<void>;
  /** When each of these people was greeted; who was not is missing. */
  greetings(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Date>>;
}
