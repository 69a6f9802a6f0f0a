// What the bot is given: the ports it works through.
import type { Language } from "#src/language/catalogue";
import type { CrmOffer } from "#src/ports/crm";
import type { Directories } from "#src/ports/chat/chat";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Pages } from "#src/ports/chat/pages";
import type { KernelStores, Stores } from "#src/ports/stores";

export interface BotPorts {
  readonly stores: Stores<KernelStores>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly inbox: Inbox;
  readonly meter: Meter;
  /** Whose directories may be looked into; none: there are no departments. */
  readonly chats?: readonly Directories[];
  /** Absent: there are none. */
  readonly pages?: Pages;
  /** Where figures may come from; absent: from files alone. */
  readonly crms?: readonly CrmOffer[];
  /** E-mails of people who may set things up, in lower case. */
  readonly admins?: readonly string[];
  /** Called after a commit that wrote a delivery. */
  readonly wake: () => void;
}
