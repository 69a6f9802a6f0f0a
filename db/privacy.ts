// The register of what is kept about whom: every table with the person it is about, its class, how it is erased and how
// long it stays. A test refuses a table that is missing here; housekeeping removes what its rule says, and nothing else.

/** Care is for the person's own good and never feeds judgement; account is who they are; audit is what was done to the system. */
export type PrivacyClass = "care" | "judgement" | "work" | "account" | "audit";

export interface Registered {
  /** The column that says whom a row is about; null where a row is about nobody, or only through another table. */
  readonly subject: string | null;
  readonly class: PrivacyClass;
  /** What becomes of a row when its subject is erased. */
  readonly erase: string;
  /** The first that holds ends it. */
  readonly retention: readonly Retention[];
}

/** How long a row stays. */
export type Retention =
  /** As long as the organisation uses Pacer, the database stands, or the playground is not started over. */
  | "organisation"
  | "database"
  | "playground"
  /** So many days after its subject left: until then they may come back as if nothing had happened. */
  | { readonly whileHere: number }
  /** As long as the row of another table whose id this column holds. */
  | { readonly with: string; readonly by: string }
  | Limit;

/** So long after the moment or the day in that column, where the others hold what `only` says. */
export interface Limit {
  readonly days: number;
  readonly from: string;
  /** Leases and what was delivered count by the database's own clock. */
  readonly clock?: "database";
  readonly only?: Readonly<Record<string, string | boolean | null | readonly string[]>>;
  /** Not while the moment in this column lies ahead: somebody is at work on it. */
  readonly leased?: string;
}

const withOrganisation: readonly Retention[] = ["organisation"];
const withPlayground: readonly Retention[] = ["playground"];
/** A mistaken deactivation is taken back within that time, and everything is as it was. */
const whileHere: readonly Retention[] = [{ whileHere: 30 }];
const months = (count: number): number => Math.round((count * 365) / 12);
const withGoal: readonly Retention[] = [{ with: "goal", by: "goal_id" }];
const withShout: readonly Retention[] = [{ with: "recognition_shout", by: "shout_id" }];

export const privacyRegister: Readonly<Record<string, Registered>> = {
  organisation: {
    subject: null,
    class: "account",
    erase: "stays: an id only",
    retention: withOrganisation,
  },
  organisation_profile: {
    subject: null,
    class: "account",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  team: {
    subject: "manager_id",
    class: "account",
    erase: "the manager is emptied, the team stays",
    retention: withOrganisation,
  },
  person: {
    subject: "id",
    class: "account",
    erase: "name, e-mail and settings are emptied, the id stays so that totals hold",
    retention: withOrganisation,
  },
  chat_identity: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  account_link: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  account_join: {
    subject: "kept_id",
    class: "account",
    erase: "deleted",
    retention: [{ days: 0, from: "until" }],
  },
  person_leave: { subject: "person_id", class: "care", erase: "deleted", retention: whileHere },
  day_override: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  act: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 1, from: "at" }],
  },
  outbox: {
    subject: "person_id",
    class: "work",
    erase: "deleted with its head",
    retention: [{ with: "outbox_head", by: "id" }],
  },
  outbox_head: {
    subject: "destination",
    class: "work",
    erase: "deleted with its content",
    retention: [
      {
        days: 1,
        from: "due_at",
        clock: "database",
        only: { state: ["sent", "merged", "dropped"], standing: false },
      },
      {
        days: 90,
        from: "due_at",
        clock: "database",
        only: { state: ["sent", "merged", "dropped"], standing: true },
      },
      {
        days: 90,
        from: "first_due_at",
        clock: "database",
        only: { state: ["dead", "waiting"] },
        leased: "lease_until",
      },
    ],
  },
  chat_place: {
    subject: null,
    class: "account",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  place: {
    subject: null,
    class: "account",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  installation: {
    subject: null,
    class: "account",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  installation_request: {
    subject: null,
    class: "account",
    erase: "account and name of who asks are emptied with the answer",
    retention: [
      { days: 30, from: "decided_at" },
      { days: 30, from: "asked_at", only: { decided_at: null } },
    ],
  },
  app_token: {
    subject: null,
    class: "account",
    erase: "stays: about nobody",
    retention: [{ days: 1, from: "until", clock: "database", leased: "lease_until" }],
  },
  process_pulse: {
    subject: null,
    class: "audit",
    erase: "stays: about nobody",
    retention: [{ days: 10 / 1440, from: "last_at", clock: "database" }],
  },
  shelf: {
    subject: null,
    class: "work",
    erase: "removed by housekeeping within 30 days",
    retention: [{ days: 30, from: "at" }],
  },
  schedule: {
    subject: "person_id",
    class: "work",
    erase: "deleted with its head",
    retention: whileHere,
  },
  schedule_head: {
    subject: "person_id",
    class: "work",
    erase: "deleted with its plan",
    retention: [{ with: "schedule", by: "id" }],
  },
  nudge_slot: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 90, from: "date" }],
  },
  nudge_choice: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  nudge_log: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 90, from: "at" }],
  },
  inbox: {
    subject: null,
    class: "work",
    erase: "deleted with the person's account",
    retention: [{ with: "inbox_head", by: "id" }],
  },
  inbox_head: {
    subject: null,
    class: "work",
    erase: "deleted with its content",
    retention: [{ days: 30, from: "lease_until", clock: "database", only: { dead: true } }],
  },
  pace_bucket: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: [{ days: 1 / 24, from: "next_at", clock: "database" }],
  },
  numbering: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  goal: {
    subject: "owner_id",
    class: "work",
    erase: "title, reason and lesson are emptied, figures stay for the team's totals",
    retention: withOrganisation,
  },
  milestone: {
    subject: null,
    class: "work",
    erase: "title is emptied with its goal",
    retention: withGoal,
  },
  goal_entry: {
    subject: "by_id",
    class: "work",
    erase: "note is emptied, the figure stays for the team's totals",
    retention: withGoal,
  },
  goal_dispute: {
    subject: "by_id",
    class: "work",
    erase: "what was said is emptied, that it was disputed stays with the figure",
    retention: [{ with: "goal_entry", by: "entry_id" }],
  },
  goal_override: {
    subject: "by_id",
    class: "work",
    erase: "the reason is emptied, the status stays with the goal",
    retention: withGoal,
  },
  goal_handover: {
    subject: "from_id",
    class: "work",
    erase: "stays: ids only, so that whose a goal was before holds",
    retention: withGoal,
  },
  goal_change: {
    subject: "by_id",
    class: "work",
    erase: "the reason is emptied, both lines stay with the goal",
    retention: withGoal,
  },
  checkin: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 400, from: "sent_at" }],
  },
  checkin_rhythm: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  blocker: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 400, from: "raised_at" }],
  },
  daily_choice: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  daily_note: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: [{ days: 90, from: "at" }],
  },
  feedback: {
    subject: "to_id",
    class: "care",
    erase:
      "deleted with whom it is about; what an erased person wrote to others stays without their name",
    retention: [
      { days: months(24), from: "sent_at" },
      { days: months(1), from: "written_at", only: { sent_at: null } },
    ],
  },
  feedback_request: {
    subject: "from_id",
    class: "care",
    erase: "deleted",
    retention: [{ days: months(24), from: "asked_at" }],
  },
  feedback_team: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  feedback_suggestion: {
    subject: "person_id",
    class: "care",
    erase: "deleted",
    retention: [{ days: months(12), from: "round" }],
  },
  greeting: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  rights_told: { subject: "person_id", class: "account", erase: "deleted", retention: whileHere },
  metric: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  recognition_shout: {
    subject: "by_id",
    class: "work",
    erase:
      "the giver is detached on request, the words stay for whoever they praise; a win of their own is emptied",
    retention: [{ days: months(36), from: "made_at" }],
  },
  recognition_receiver: {
    subject: "person_id",
    class: "work",
    erase: "deleted: the person is named nowhere",
    retention: withShout,
  },
  recognition_cheer: {
    subject: "person_id",
    class: "work",
    erase: "deleted",
    retention: withShout,
  },
  recognition_value: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  recognition_rules: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withOrganisation,
  },
  recognition_wish: {
    subject: "person_id",
    class: "account",
    erase: "deleted",
    retention: whileHere,
  },
  recognition_points: {
    subject: "person_id",
    class: "work",
    erase: "stays under the id alone, so that what went in still equals what went out",
    retention: withOrganisation,
  },
  web_message: { subject: "user", class: "work", erase: "deleted", retention: withPlayground },
  web_read: { subject: "user", class: "work", erase: "deleted", retention: withPlayground },
  web_channel_read: { subject: "user", class: "work", erase: "deleted", retention: withPlayground },
  playground_clock: {
    subject: null,
    class: "work",
    erase: "stays: about nobody",
    retention: withPlayground,
  },
  audit_event: {
    subject: "about_id",
    class: "audit",
    erase: "stays: ids only, so that what was done to rights can be proved for as long",
    retention: [{ days: months(24), from: "at" }],
  },
  pacer_migration: {
    subject: null,
    class: "audit",
    erase: "stays: about nobody",
    retention: ["database"],
  },
};
