// The register of what is kept about whom: every table with the person it is about, its class, how it is erased and how
// long it stays. A test refuses a table that is missing here.

/** Care is for the person's own good and never feeds judgement; account is who they are; audit is what was done to the system. */
export type PrivacyClass = "care" | "judgement" | "work" | "account" | "audit";

export interface Registered {
  /** The column that says whom a row is about; null where a row is about nobody, or only through another table. */
  readonly subject: string | null;
  readonly class: PrivacyClass;
  /** What becomes of a row when its subject is erased. */
  readonly erase: string;
  readonly retention: string;
}

const withOrganisation = "as long as the organisation uses Pacer";

export const privacyRegister: Readonly<Record<string, Registered>> = {
  organisation: { subject: null, class: "account", erase: "stays: an id only", retention: withOrganisation },
  organisation_profile: { subject: null, class: "account", erase: "stays: about nobody", retention: withOrganisation },
  team: { subject: "manager_id", class: "account", erase: "the manager is emptied, the team stays", retention: withOrganisation },
  person: { subject: "id", class: "account", erase: "name, e-mail and settings are emptied, the id stays so that totals hold", retention: withOrganisation },
  chat_identity: { subject: "person_id", class: "account", erase: "deleted", retention: "until the person leaves or the app is removed" },
  person_leave: { subject: "person_id", class: "care", erase: "deleted", retention: withOrganisation },
  day_override: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  act: { subject: "person_id", class: "work", erase: "deleted", retention: "one day, then removed by housekeeping" },
  outbox: { subject: "person_id", class: "work", erase: "deleted with its head", retention: "one day after it was sent; what died stays for an admin" },
  outbox_head: { subject: "person_id", class: "work", erase: "deleted with its content", retention: "one day after it was sent; what died stays for an admin" },
  numbering: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  goal: { subject: "owner_id", class: "work", erase: "title, reason and lesson are emptied, figures stay for the team's totals", retention: withOrganisation },
  milestone: { subject: null, class: "work", erase: "title is emptied with its goal", retention: "as long as its goal" },
  goal_entry: { subject: "by_id", class: "work", erase: "note is emptied, the figure stays for the team's totals", retention: "as long as its goal" },
  metric: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  web_message: { subject: "user", class: "work", erase: "deleted", retention: "as long as the playground; started over with --fresh" },
  web_read: { subject: "user", class: "work", erase: "deleted", retention: "as long as the playground; started over with --fresh" },
  playground_clock: { subject: null, class: "work", erase: "stays: about nobody", retention: "as long as the playground; started over with --fresh" },
  pacer_migration: { subject: null, class: "audit", erase: "stays: about nobody", retention: "as long as the database" },
};
