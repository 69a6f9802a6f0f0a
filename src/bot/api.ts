// What adapters and jobs may ask of the bot.
import type { ChatIdentity } from "#src/people/person";
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { Incoming, Outcome } from "./incoming.ts";

/** Words for completion: verbs this person may use and names of their colleagues. */
export interface Vocabulary {
  readonly locale: Locale;
  /** The shown word of each verb first, in the reader's language, then every other accepted word. */
  readonly verbs: readonly { readonly word: string; readonly does: string; readonly shown: boolean }[];
  readonly names: readonly string[];
}

export interface Bot {
  /** Does what time alone has brought about, in every organisation. Safe to repeat. */
  keepHouse(): Promise<void>;
  receive(incoming: Incoming): Promise<Outcome>;
  /** The viewer's home, composed from the practices' sections; empty for a stranger. */
  home(viewer: ChatIdentity): Promise<readonly Card[]>;
  vocabulary(viewer: ChatIdentity): Promise<Vocabulary | null>;
}
