// A CRM that is pulled from: what was chosen of it, how far it was read, and what came of that. What is kept as JSON has no dates and no figures but as text.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type {
  CrmChoice,
  CrmHealth,
  CrmId,
  CrmKind,
  CrmObject,
  CrmTroubleKind,
} from "#src/ports/crm";
import type { FactId } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";

/** An object that is read, and which of its stages are won or lost: by their ids, so that one that is called otherwise stays what it is. */
export interface ReadObject extends CrmChoice {
  readonly kind: CrmKind;
  readonly said: string;
  /** Without stages what stands counts. */
  readonly hasStages: boolean;
  readonly won: readonly CrmId[];
  readonly lost: readonly CrmId[];
}

/** An amount is so many times what the CRM says. */
export const units = ["1", "1000", "10000"] as const;
export type AmountUnit = (typeof units)[number];

export interface Choice {
  /** What counts, as facts. */
  readonly counts: ReadObject;
  /** Deals beside it, where what counts is none of them. */
  readonly deals: ReadObject | null;
  readonly metric: MetricId;
  readonly unit: AmountUnit;
}

/** What is wrong with a source now: what the port says, and what only the core can notice. */
export interface Trouble {
  readonly kind: CrmTroubleKind | "other-organisation" | "shrunk" | "failed";
  readonly which: string | null;
  /** An instant as text. */
  readonly until: string | null;
}

export interface WonSum {
  readonly owner: string;
  readonly isKnown: boolean;
  readonly currency: string | null;
  readonly rows: number;
  readonly value: string;
}

/** What one pull came to. */
export interface PullReport {
  readonly isFull: boolean;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Left: voided, deleted, lost or open again. */
  readonly left: number;
  readonly deals: number;
  /** Won, with no amount, no day, or one that cannot be stored: they count nothing. */
  readonly noAmount: number;
  readonly noDay: number;
  readonly unread: number;
  readonly owners: number;
  readonly unknownOwners: number;
  /** Of what was read, won. */
  readonly sums: readonly WonSum[];
}

/** What was asked for in the chat, and is done outside of it. */
export type Asked = "test" | "try" | "pull" | "full";

export interface Found {
  readonly health: CrmHealth | null;
  readonly objects: readonly CrmObject[];
  /** Of a dry run. */
  readonly tried: PullReport | null;
  readonly trouble: Trouble | null;
}

export interface SourceState {
  readonly source: string;
  readonly isOn: boolean;
  readonly choice: Choice | null;
  readonly everyMinutes: number;
  readonly by: PersonId | null;
  readonly readThrough: Date | null;
  readonly fullOn: LocalDate | null;
  readonly there: CrmId | null;
  readonly okAt: Date | null;
  readonly nextAt: Date | null;
  readonly last: PullReport | null;
  readonly trouble: Trouble | null;
  readonly troubleSince: Date | null;
  readonly asked: Asked | null;
  readonly found: Found | null;
  /** The message in which it is set up; null: it was never opened. */
  readonly cardId: string | null;
  readonly version: number;
}

/** What is known of a row: its newest version that people see. */
export interface KnownFact {
  readonly outcome: "open" | "won" | "lost" | "void";
  /** Null where whoever it named was erased. */
  readonly owner: { readonly key: string; readonly said: string } | null;
}

export interface Known {
  readonly fact: KnownFact | null;
  readonly deal: "open" | "won" | "lost" | "void" | null;
}

/** Somebody of the CRM, and which of our people that is. */
export interface MetOwner {
  readonly key: string;
  readonly said: string;
  readonly also: readonly string[];
  readonly person: PersonId | null;
  readonly how: "email" | "mobile" | "number" | null;
}

/** Something to be told: a figure of that person's that was changed over there, or that is new. */
export interface News {
  readonly id: string;
  readonly kind: "changed" | "won";
  readonly person: PersonId;
  readonly source: string;
  readonly fact: FactId;
  readonly number: number;
  readonly on: LocalDate;
  readonly metric: MetricId;
  readonly currency: string | null;
  /** Exact text. */
  readonly before: string | null;
  readonly value: string;
}
