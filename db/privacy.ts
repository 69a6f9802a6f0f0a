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
  account_link: { subject: "person_id", class: "account", erase: "deleted", retention: "ten minutes of use; the row stays as long as the person is here" },
  account_join: { subject: "kept_id", class: "account", erase: "deleted", retention: "one day, in which two who were joined can be parted, then removed by housekeeping" },
  person_leave: { subject: "person_id", class: "care", erase: "deleted", retention: withOrganisation },
  day_override: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  act: { subject: "person_id", class: "work", erase: "deleted", retention: "one day, then removed by housekeeping" },
  outbox: {
    subject: "person_id",
    class: "work",
    erase: "deleted with its head",
    retention: "one day after it was sent, 90 where it is kept up to date (a shout-out, a summary, a message made of several things); what died or could not be sent, 90 for an admin to decide",
  },
  outbox_head: { subject: "destination", class: "work", erase: "deleted with its content", retention: "as its content" },
  chat_place: { subject: null, class: "account", erase: "stays: about nobody", retention: "until the app is removed from the place" },
  place: { subject: null, class: "account", erase: "stays: about nobody", retention: "until the app is removed from the place" },
  installation: { subject: null, class: "account", erase: "stays: about nobody", retention: "until the app is removed" },
  installation_request: {
    subject: null,
    class: "account",
    erase: "account and name of who asks are emptied with the answer",
    retention: "until it is answered, 30 days at most; the answer 30 days",
  },
  app_token: { subject: null, class: "account", erase: "stays: about nobody", retention: "two hours at most; a store app's ticket twelve" },
  process_pulse: { subject: null, class: "audit", erase: "stays: about nobody", retention: "ten minutes after the process last wrote it" },
  shelf: { subject: null, class: "work", erase: "removed by housekeeping within 30 days", retention: "30 days" },
  schedule: { subject: "person_id", class: "work", erase: "deleted with its head", retention: "as long as the person is here" },
  schedule_head: { subject: "person_id", class: "work", erase: "deleted with its plan", retention: "until it rings" },
  nudge_slot: { subject: "person_id", class: "work", erase: "deleted", retention: "90 days" },
  nudge_choice: { subject: "person_id", class: "account", erase: "deleted", retention: "as long as the person is here" },
  nudge_log: { subject: "person_id", class: "work", erase: "deleted", retention: "90 days" },
  inbox: { subject: null, class: "work", erase: "deleted with the person's account", retention: "until it is handled, a few seconds; what could not be, a month, for an admin" },
  inbox_head: { subject: null, class: "work", erase: "deleted with its content", retention: "until it is handled; what could not be, a month, for an admin" },
  pace_bucket: { subject: null, class: "work", erase: "stays: about nobody", retention: "one hour after it was last used" },
  numbering: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  goal: { subject: "owner_id", class: "work", erase: "title, reason and lesson are emptied, figures stay for the team's totals", retention: withOrganisation },
  milestone: { subject: null, class: "work", erase: "title is emptied with its goal", retention: "as long as its goal" },
  goal_entry: { subject: "by_id", class: "work", erase: "note is emptied, the figure stays for the team's totals", retention: "as long as its goal" },
  goal_dispute: { subject: "by_id", class: "work", erase: "what was said is emptied, that it was disputed stays with the figure", retention: "as long as its goal" },
  goal_override: { subject: "by_id", class: "work", erase: "the reason is emptied, the status stays with the goal", retention: "as long as its goal" },
  goal_handover: { subject: "from_id", class: "work", erase: "stays: ids only, so that whose a goal was before holds", retention: "as long as its goal" },
  goal_change: { subject: "by_id", class: "work", erase: "the reason is emptied, both lines stay with the goal", retention: "as long as its goal" },
  checkin: { subject: "person_id", class: "work", erase: "deleted", retention: "400 days, then removed by housekeeping" },
  checkin_rhythm: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  blocker: { subject: "person_id", class: "work", erase: "deleted", retention: "400 days, then removed by housekeeping" },
  daily_choice: { subject: "person_id", class: "account", erase: "deleted", retention: "as long as the person is here" },
  daily_note: { subject: "person_id", class: "work", erase: "deleted", retention: "90 days, then removed by housekeeping" },
  feedback: { subject: "to_id", class: "care", erase: "deleted with whom it is about; what an erased person wrote to others stays without their name", retention: "24 months; a draft 30 days" },
  feedback_request: { subject: "from_id", class: "care", erase: "deleted", retention: "24 months" },
  feedback_team: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  feedback_suggestion: { subject: "person_id", class: "care", erase: "deleted", retention: "12 months" },
  greeting: { subject: "person_id", class: "account", erase: "deleted", retention: "as long as the person is here" },
  metric: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  recognition_shout: {
    subject: "by_id",
    class: "work",
    erase: "the giver is detached on request, the words stay for whoever they praise; a win of their own is emptied",
    retention: "36 months, then removed by housekeeping",
  },
  recognition_receiver: { subject: "person_id", class: "work", erase: "deleted: the person is named nowhere", retention: "as long as its shout-out" },
  recognition_cheer: { subject: "person_id", class: "work", erase: "deleted", retention: "as long as its shout-out" },
  recognition_value: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  recognition_rules: { subject: null, class: "work", erase: "stays: about nobody", retention: withOrganisation },
  recognition_wish: { subject: "person_id", class: "account", erase: "deleted", retention: "as long as the person is here" },
  recognition_points: { subject: "person_id", class: "work", erase: "stays under the id alone, so that what went in still equals what went out", retention: withOrganisation },
  web_message: { subject: "user", class: "work", erase: "deleted", retention: "as long as the playground; started over with --fresh" },
  web_read: { subject: "user", class: "work", erase: "deleted", retention: "as long as the playground; started over with --fresh" },
  web_channel_read: { subject: "user", class: "work", erase: "deleted", retention: "as long as the playground; started over with --fresh" },
  playground_clock: { subject: null, class: "work", erase: "stays: about nobody", retention: "as long as the playground; started over with --fresh" },
  audit_event: { subject: "about_id", class: "audit", erase: "stays: ids only, so that what was done to rights can be proved", retention: withOrganisation },
  pacer_migration: { subject: null, class: "audit", erase: "stays: about nobody", retention: "as long as the database" },
};
