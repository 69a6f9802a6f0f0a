// Whose account acts. That may change while an act waits for its person: two people became one, or one became two again.
import type { ChatIdentity } from "#src/people/person";
import type { Routing } from "#src/ports/stores";

export type Whose = NonNullable<Awaited<ReturnType<Routing["whoIs"]>>>;

/** The person an account named is not there any more. */
export class NobodyThere extends Error {}

const mostTimes = 3;

/** Carries out an act of whoever the account belongs to; asked again where that one was gone when the act's turn came. */
export async function asWhoever<T>(
  account: ChatIdentity,
  { whoIs }: Pick<Routing, "whoIs">,
  act: (who: Whose | null) => Promise<T>,
): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await act(await whoIs(account));
    } catch (error) {
      if (!(error instanceof NobodyThere) || times === mostTimes) throw error;
    }
  }
}
