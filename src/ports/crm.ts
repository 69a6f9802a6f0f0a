// A CRM as the core hears it: who owns what was sold, read and never written. What is won, which day counts and whose it is, the core decides.
import type { Both } from "#src/language/catalogue";
import type { PersonId } from "#src/people/person";
import type { LocalDate } from "#src/calendar/local-date";

/** The CRM's own id as text, however long: never a number, never trimmed. */
export type CrmId = string;

/** A day as it stands there, or an instant; which day of the organisation an instant is in, the core says. */
export type CrmWhen = { readonly day: LocalDate } | { readonly at: Date };

/** Somebody of the CRM, also who left. What is not said there is null, also where it says "". */
export interface CrmUser {
  readonly id: CrmId;
  /** In full; never compared by itself. */
  readonly name: string;
  readonly email: string | null;
  /** As written there. */
  readonly mobile: string | null;
  /** The employee number as written there: 0007 is not 7. */
  readonly number: string | null;
  readonly active: boolean;
}

export type CrmKind = "deal" | "order" | "payment";

/** By the CRM's own word of it (its forecast type, its option), never by how it is called; null where the CRM does not say. */
export type CrmOutcome = "open" | "won" | "lost";

export interface CrmStage {
  readonly id: CrmId;
  readonly said: string;
  /** Where there are several. */
  readonly pipeline: string | null;
  readonly outcome: CrmOutcome | null;
}

export interface CrmField {
  readonly id: string;
  readonly said: string;
  /** The adapter's proposal: one of a list at most. */
  readonly proposed: boolean;
}

/** Something of the CRM that may count, proposed by what its description says. */
export interface CrmObject {
  readonly id: string;
  readonly said: string;
  readonly kind: CrmKind;
  /** Used in this organisation, as far as the CRM says. */
  readonly active: boolean;
  /** Of an object without stages: what it counts as is its state alone. */
  readonly stages: readonly CrmStage[];
  /** Fields that hold money and may be read; what the CRM only computes while it shows it is not among them. */
  readonly amounts: readonly CrmField[];
  /** Fields that may be the day that counts. */
  readonly days: readonly CrmField[];
}

/** What `npm run sync -- … --describe` and the test in chat show. */
export interface CrmHealth {
  readonly organisation: { readonly id: CrmId; readonly name: string };
  /** As whom it is read. */
  readonly user: { readonly id: CrmId; readonly name: string } | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** 1 to 12. */
  readonly fiscalYearStart: number | null;
  /** Calls or credits that are left, where the CRM says. */
  readonly left: number | null;
  /** What it may read and what it may not, by the CRM's own names of rights or objects. */
  readonly rights: readonly { readonly which: string; readonly granted: boolean }[];
}

/** What was chosen of an object: its fields by their ids. */
export interface CrmChoice {
  readonly object: string;
  readonly amount: string;
  readonly day: string;
}

/**
 * standing: counts. pending: not approved yet, counts as nothing. changing: a change of it waits for approval, its last effective
 * value holds (the core keeps what it knew). gone: voided or in the bin.
 */
export type CrmState = "standing" | "pending" | "changing" | "gone";

interface CrmRowSays {
  readonly id: CrmId;
  /** The user's id. */
  readonly owner: CrmId | null;
  /** Of the deal or the paper, never of a customer; cut at 300. */
  readonly name: string;
  /** Where it is seen in the CRM by whoever may. */
  readonly link: string | null;
  readonly state: CrmState;
  /** A stage's or a status's id; null where the object has none. */
  readonly stage: CrmId | null;
  readonly stageSaid: string;
  /** Exact plain decimal text such as "-12.50"; null: no amount, which is not 0. */
  readonly amount: string | null;
  /** ISO 4217; null: the organisation's own. */
  readonly currency: string | null;
  /** The chosen field. */
  readonly day: CrmWhen | null;
  readonly modified: Date;
}

export interface CrmDeal extends CrmRowSays {
  readonly kind: "deal";
  readonly opened: CrmWhen | null;
  /** When it is expected to close. */
  readonly close: CrmWhen | null;
  readonly stageSince: CrmWhen | null;
  readonly lastActivity: CrmWhen | null;
  /** "" where the CRM has such a field and nothing is in it; null where it has none. */
  readonly nextStep: string | null;
  /** In per cent, plain decimal text. */
  readonly probability: string | null;
}

/** An order, or a payment that came in. */
export interface CrmPaper extends CrmRowSays {
  readonly kind: "order" | "payment";
}

/** It is not there any more. */
export interface CrmTombstone {
  readonly kind: "gone";
  readonly id: CrmId;
}

export type CrmRecord = CrmDeal | CrmPaper | CrmTombstone;

export interface CrmPage<T> {
  readonly rows: readonly T[];
  /** To be given with the next call; null: that was the last one. Opaque, without secrets. */
  readonly next: string | null;
  /** The CRM's clock when it answered (its Date header), whatever ours says. */
  readonly at: Date;
}

/** One CRM of one organisation. Every method throws CrmTrouble, and nothing else, for whatever the CRM or the way to it does. */
export interface Crm {
  /** Of each call anew: nothing is remembered of it. */
  health(): Promise<CrmHealth>;
  describe(): Promise<readonly CrmObject[]>;
  /** Everybody, also who left. */
  users(page: string | null): Promise<CrmPage<CrmUser>>;
  /**
   * Whatever was changed at or after `since` (the CRM's clock; the core has taken the overlap off already), or all of it where null, so ordered that what
   * changes meanwhile neither goes missing nor comes twice as two (by id, from the last one on). A row that is gone may be among them, as one with
   * state "gone" or as a tombstone.
   */
  changed(choice: CrmChoice, since: Date | null, page: string | null): Promise<CrmPage<CrmRecord>>;
  /** What was deleted at or after `since`, as far as the CRM says; nothing where it does not (the full check finds it). */
  gone(choice: CrmChoice, since: Date, page: string | null): Promise<CrmPage<CrmTombstone>>;
}

/**
 * What can be wrong. `until`: when it is worth asking again. `which`: a right's, object's or field's own name, or an address; never a secret.
 * - not-entered: nobody entered this organisation's settings yet, or not all of them.
 * - wrong-centre: these credentials are of another data centre. `which`: the address that was asked.
 * - wrong-secret: the app's id or secret is not known there.
 * - revoked: the refresh token, permanent code or grant code is used up or was taken back.
 * - wrong-user: the reading user is not there, or was stopped.
 * - app-stopped: the app is switched off there.
 * - address-refused: ours is not on the white list. `which`: ours, where the CRM says it.
 * - no-quota: no calls were bought: nothing is asked any more until an admin says so.
 * - quota-used: used up; `until` always set.
 * - slow-down: too many calls; `until` always set. The adapter has waited by itself before, for as long as `patienceMs` allows.
 * - scope-missing, not-allowed: a scope of the token; a right of the reading user. `which` always set.
 * - no-such: an object or field that was chosen is not there (any more).
 * - unreachable: no connection, cut, or no answer in time. - down: 5xx, or its own "system error".
 * - not-understood: an answer that is none (HTML, a shape nobody knows). `which`: what was asked, and what was wrong with the answer in a few words of ours.
 */
export type CrmTroubleSays =
  | {
      readonly kind:
        | "not-entered"
        | "wrong-secret"
        | "revoked"
        | "wrong-user"
        | "app-stopped"
        | "no-quota"
        | "unreachable"
        | "down";
    }
  | { readonly kind: "address-refused"; readonly which: string | null }
  | { readonly kind: "quota-used" | "slow-down"; readonly until: Date }
  | {
      readonly kind:
        | "wrong-centre"
        | "scope-missing"
        | "not-allowed"
        | "no-such"
        | "not-understood";
      readonly which: string;
    };
export type CrmTroubleKind = CrmTroubleSays["kind"];

/** Its message names the kind alone: it may be logged. */
export class CrmTrouble extends Error {
  readonly says: CrmTroubleSays;
  constructor(says: CrmTroubleSays, options?: ErrorOptions) {
    super(`crm: ${says.kind}`, options);
    this.name = "CrmTrouble";
    this.says = says;
  }
}

/** A token with what came with it (an API host, an account's name). All of it is sealed. */
export interface CrmToken {
  readonly token: string;
  readonly with: Readonly<Record<string, string>>;
}

export interface CrmTokenAsk {
  /** What it is fetched with (ids, secrets, the account's address), joined: another token for others. Only a digest of it is kept. */
  readonly credentials: string;
  /** The token that a call was just refused with; null otherwise. */
  readonly refused: string | null;
  /** At most so many fetches within so long, over all processes and restarts: beyond, `slow-down` with its `until` is thrown and nothing is asked. */
  readonly most: { readonly fetches: number; readonly withinMs: number };
  /**
   * `keepsake`: what was kept for these very credentials.
   * Asks the CRM. One caller of all processes at a time does; the others wait and get what it got. A CrmTrouble it throws is remembered in the database and
   * thrown again, without asking: until its `until`; for wrong-centre, wrong-secret, revoked, wrong-user, app-stopped, address-refused, scope-missing and no-quota
   * for 15 minutes, or at once with other credentials, or when an admin presses Test; for the rest half a minute.
   * `forMs`: how long it may be used, a margin already taken off. `kept`: what `keepsake` gives from now on, stored in the same statement
   * (the refresh token for which a grant code was given).
   */
  fetch(
    keepsake: string | null,
  ): Promise<CrmToken & { readonly forMs: number; readonly kept?: string }>;
}

/** One source's tokens of one organisation: one for all processes, sealed in the database. */
export interface CrmTokens {
  /** To be called before each request, and once more with `refused` after one was refused because of it; it remembers by itself. */
  obtain(ask: CrmTokenAsk): Promise<CrmToken>;
}

/** What an adapter is given besides its settings. */
export interface CrmPorts {
  readonly tokens: CrmTokens;
  readonly fetch: typeof fetch;
  /** Waits; tests let it pass. */
  pause(ms: number): Promise<void>;
  now(): Date;
  /** A name nobody had before, for a request. */
  id(): string;
  /** How long in all an adapter waits by itself within one call of the port, for a throttle or to try again; beyond that it throws. */
  readonly patienceMs: number;
  /** How long one answer is waited for. */
  readonly answerMs: number;
}

/** One setting of a source, as an operator writes it, and where it is found. */
export interface CrmSetting {
  /** The variable's name. */
  readonly name: string;
  readonly secret: boolean;
  readonly where: Both<string>;
}

/** A kind of CRM: what the core shows of it and never needs to know. */
export interface CrmAbout {
  /** As it is typed and stored. */
  readonly id: string;
  readonly called: Both<string>;
  readonly settings: readonly CrmSetting[];
  /** What to do there about a trouble, in that CRM's own words (menus of its console); one sentence each. */
  readonly mend: Readonly<Partial<Record<CrmTroubleKind, Both<string>>>>;
}

/** A CRM there may be, and which of its settings are not there: it can be asked where none is missing. */
export interface CrmOffer {
  readonly about: CrmAbout;
  /** Names of settings. */
  readonly missing: readonly string[];
}

/** How its figures name their source: in every language the same. */
export const sourceOf = ({ called }: Pick<CrmAbout, "called">): string =>
  called.en === called.zh ? called.en : `${called.zh} ${called.en}`;

/** What an organisation may be read from. */
export interface Crms {
  readonly offers: readonly CrmOffer[];
  /** By its source's name; null where it is none, or settings are missing. */
  open(source: string, organisation: string): Crm | null;
}

/** A CRM's settings as an organisation entered them: which of them are kept, never what they are. */
export interface CrmEntered {
  readonly about: CrmAbout;
  readonly kept: readonly string[];
}

/** What came of entering: nothing is kept where something is missing or cannot be right. */
export interface CrmEntering {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** Where each organisation enters its own: on a page of whoever signed in, never in a chat. */
export interface CrmEntry {
  entered(organisation: string): Promise<readonly CrmEntered[]>;
  /** What is left empty stays as it was. Null where there is no such CRM. */
  enter(
    organisation: string,
    crm: string,
    values: Readonly<Record<string, string>>,
    by: { readonly person: PersonId; readonly at: Date },
  ): Promise<CrmEntering | null>;
}
