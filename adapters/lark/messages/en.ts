// English words of the adapter itself; everything else comes from the practices.

export const en = () => ({
  more: (count: number): string => `and ${count} more`,
  cut: (count: number): string => `… (${count} more characters)`,
  optional: (label: string): string => `${label} (optional)`,
  choose: (): string => "Choose…",
  mendForm: (): string => "Please fix the fields marked in red.",
  formLines: (): string => "Some of the names did not fit; type the command with a name instead.",
  working: (): string => "On it. The answer follows in a moment.",
  answeredBelow: (): string => "Done. The answer is below, in the chat itself.",
  inOwnChat: (): string => "The answer is in your chat with me.",
  formInOwnChat: (): string => "I sent you the form in our own chat.",
  above: (): string => "Done. The card you came from is up to date.",
  sent: (): string => "Sent. Thank you.",
  tooOld: (): string => "This card is from an older version. Send “home” for a fresh one.",
  failed: (): string => "That didn't work just now. Please try again in a moment.",
  notTaken: (): string =>
    "I couldn't take that just now, and nothing was changed. Please press again.",
  stranger: (): string => "You're not in the directory here yet. Please ask an admin to add you.",
  textOnly: (): string =>
    "I can only read text and files with tables. Send “help” to see what I understand.",
});

/** What every other language has to say as well. */
export type LarkMessages = ReturnType<typeof en>;
