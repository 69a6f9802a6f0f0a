// What is posted in places and kept up to date there, as the practice that posted it asks after it.
import type { PlaceId } from "#src/people/place";

export interface PostStore {
  /** The rest of the names of posts under a name that begins so, which were given up since their place takes none. */
  undelivered(named: string): Promise<readonly string[]>;
  /** Whether a version of it stands in that place, or is on its way there. */
  stands(place: PlaceId, standing: string): Promise<boolean>;
  /** What did not go out of it never does; returns whether a version of it stands there. */
  withdraw(place: PlaceId, standing: string): Promise<boolean>;
}
