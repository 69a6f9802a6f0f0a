// What others may use of recognition: the button that opens a draft of praise, and the praise somebody got that everybody may read.
import type { PersonId } from "#src/people/person";
import { namedIn } from "./rules.ts";
import type { RecognitionStore } from "./store.ts";

export { askPraiseFor } from "./actions.ts";

export type PraiseReader = Pick<RecognitionStore, "seen">;

export interface ReceivedPraise {
  readonly by: string;
  readonly reason: string;
}

/** More than is said in a few weeks. */
const mostRead = 200;

/** The newest first. */
export async function lastPraises(
  person: PersonId,
  since: Date,
  recognition: PraiseReader,
): Promise<readonly ReceivedPraise[]> {
  const seen = await recognition.seen({ since, most: mostRead });
  return seen
    .filter((shout) => namedIn(shout).some((receiver) => receiver.person === person))
    .map(({ byName, reason }) => ({ by: byName, reason }));
}
