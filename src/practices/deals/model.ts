// What a deal is: something that may be sold, as a source says it now. Each saying of it stays as it was; what a source says later is another.
import type { z } from "zod";
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Outcome } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";

/** Of one version; what it is asked for is the newest of the same deal. */
export type DealId = string & z.$brand<"DealId">;

/** What any source brings of a deal, a file as well as a CRM. What it does not say is null. */
interface DealSays {
  readonly name: string;
  readonly stage: string;
  /** Exact, in the currency's own unit. */
  readonly amount: Decimal | null;
  readonly currency: string;
  readonly outcome: Outcome;
  readonly openedOn: LocalDate | null;
  /** When it is expected to close; of a closed one, when it did. */
  readonly closeOn: LocalDate | null;
  readonly lastActivityOn: LocalDate | null;
  /** Empty where the source says that there is none. */
  readonly nextStep: string | null;
  readonly nextStepOn: LocalDate | null;
  /** In per cent, where the source has one. */
  readonly probability: Decimal | null;
}

/** A deal on its way in. */
export interface StagedDeal extends DealSays {
  readonly line: number;
  readonly externalId: string;
  /** As the source names them; `key` is compared, `email` is set where it is an address. */
  readonly owner: {
    readonly key: string;
    readonly said: string;
    readonly email: string | null;
  };
  readonly stageSince: LocalDate | null;
  /** How often the close day was put off, where the source counts that. */
  readonly pushed: number | null;
}

/** Why it may rest for a while. */
export interface Resting {
  readonly reason: string;
  /** The last day. */
  readonly until: LocalDate;
}

/** A deal as it stands. */
export interface Deal extends DealSays {
  readonly id: DealId;
  readonly source: string;
  readonly metric: MetricId;
  /** Whose it is; null while nobody knows. */
  readonly person: PersonId | null;
  readonly stageSince: LocalDate;
  /** How often the close day was put off: as the source says, or as its versions show, whichever is more. */
  readonly pushed: number;
  readonly resting: Resting | null;
}

/** A deal that is over, by the day on which it closed. */
export interface ClosedDeal {
  readonly outcome: "won" | "lost";
  readonly amount: Decimal | null;
  readonly currency: string;
}

/** How long deals that were won stayed in a stage. */
export interface StageNorm {
  readonly source: string;
  readonly stage: string;
  /** The middle one, in days. */
  readonly days: Decimal;
}
