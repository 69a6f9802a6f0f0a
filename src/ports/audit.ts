// The trail of what was done to people's rights and to the organisation: who, whom, what. Kept in the transaction of the act itself.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";

/** `person`: somebody in a chat. `operator`: a command on the machine, or its settings. `platform`: what a chat platform told of somebody. */
export type AuditActor = { readonly person: PersonId } | "operator" | "platform";

export type AuditAct =
  | "admin.granted"
  | "admin.lost"
  | "manager.changed"
  | "assistant.changed"
  | "team.changed"
  | "team.led"
  | "accounts.joined"
  | "accounts.refused"
  | "accounts.parted"
  | "installation.joined"
  | "installation.asked"
  | "installation.refused"
  | "installation.founded"
  | "practice.on"
  | "practice.off"
  | "numbers.imported"
  | "numbers.linked"
  | "numbers.unlinked"
  | "numbers.exported"
  | "sync.on"
  | "sync.off"
  | "person.exported"
  | "person.erased"
  | "officer.named"
  | "sync.entered"
  | "letter.revived"
  | "letter.dropped"
  | "read";

export interface AuditEvent {
  readonly act: AuditAct;
  readonly by: AuditActor;
  /** Whom it concerns; null: the organisation as a whole. */
  readonly about: PersonId | null;
  /** Business time. */
  readonly at: Date;
  /** Ids and words of ours, such as `{ from: managerId, to: managerId }`; never texts people wrote, never names. */
  readonly detail: Readonly<Record<string, string | null>>;
}

export interface KeptEvent extends AuditEvent {
  /** Its place in the order of the database. */
  readonly seq: string;
}

export interface AuditStore {
  record(event: AuditEvent): Promise<void>;
  /** That somebody looked at what is not theirs to see by being the person, their manager or their assistant: once a day of the reader's. */
  read(reader: PersonId, of: PersonId, on: LocalDate, at: Date): Promise<void>;
  /** Who switched each practice last, and when; one that nobody switched is missing. */
  lastSwitches(): Promise<ReadonlyMap<string, Pick<AuditEvent, "by" | "at">>>;
  /** What concerns this person, newest first; `before`: only what stands before that place; `organisation`: also what concerns nobody alone. */
  about(
    person: PersonId,
    most: number,
    more?: { readonly before?: string | null; readonly organisation?: boolean },
  ): Promise<readonly KeptEvent[]>;
}
