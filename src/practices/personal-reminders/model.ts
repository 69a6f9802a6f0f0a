// A line a person asks to be told at a time of their own.
export type PersonalReminderId = string & { readonly brand: "PersonalReminderId" };

export interface PersonalReminder {
  readonly id: PersonalReminderId;
  /** Their own words. */
  readonly text: string;
  readonly dueAt: Date;
}
