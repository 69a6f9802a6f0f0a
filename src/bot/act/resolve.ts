// Step 1, before the transaction: who acts, where, whom they named, and what the company's directory says where a button asks it.
import type { ChatIdentity } from "#src/people/person";
import type { DirectoryPart } from "#src/ports/chat/chat";
import type { Routing } from "#src/ports/stores";
import type { BotPorts } from "../bot-ports.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { DirectoryAnswer } from "../declare/look-up.ts";
import type { Registry } from "../declare/registry.ts";
import { lookUp, type Actor } from "./directory-lookup.ts";
import { around, type Surroundings } from "./mentions.ts";

export interface Resolved extends Surroundings {
  readonly who: Actor;
  readonly looked: DirectoryAnswer | null;
  /** What of the directory can be asked for where they act. */
  readonly tells: readonly DirectoryPart[];
}

/** Null for a stranger. */
export async function resolve(
  event: UserEvent,
  who: Actor | null,
  registry: Registry,
  ports: Pick<BotPorts, "stores" | "chats">,
): Promise<Resolved | null> {
  const { routing } = ports.stores;
  if (!who || who.barred) return null;
  if (!who.inUse) await routing.used(event.from);
  const looked = await lookUp(event, who, registry, ports);
  const tells = ports.chats?.find((each) => each.platform === event.from.platform)?.tells ?? [];
  return { who, looked, tells, ...(await around(event, who, routing)) };
}

/** The person an account named is not there any more. */
export class NobodyThere extends Error {}

const mostTimes = 3;

/**
 * Carries out an act of whoever the account belongs to. That may change while the act waits for its person (two people became one, or
 * one became two again), so it is asked again where that one was gone when the act's turn came.
 */
export async function asWhoever<T>(
  account: ChatIdentity,
  { whoIs }: Pick<Routing, "whoIs">,
  act: (who: Actor | null) => Promise<T>,
): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await act(await whoIs(account));
    } catch (error) {
      if (!(error instanceof NobodyThere) || times === mostTimes) throw error;
    }
  }
}
