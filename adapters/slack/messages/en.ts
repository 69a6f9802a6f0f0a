// English words of the surface.
export const en = () => ({
  cut: (count: number): string => `… (${count} more ${count === 1 ? "character" : "characters"})`,
  more: (count: number): string => `and ${count} more`,
  moreParts: (count: number): string =>
    `and ${count} more ${count === 1 ? "part" : "parts"} that did not fit here`,
  sure: (): string => "Are you sure?",
  cancel: (): string => "Cancel",
  yes: (): string => "Yes",
  none: (): string => "None",
  openForm: (): string => "Open the form",
  formWaits: (title: string): string => `${title}: press to fill it in.`,
  gone: (): string => "This is no longer kept here. Ask again and you get it fresh.",
  inOwnChat: (): string => "Answered in our own chat.",
  alsoInChat: (): string => "Also in our own chat, with its buttons",
  formDone: (): string => "Done",
  close: (): string => "Close",
  answeredBelow: (): string => "Done. The answer is below, in the chat itself.",
  answeredInChat: (): string => "Done. The answer is in our own chat.",
  late: (): string => "Still working on it; the answer comes here in a moment.",
  notTaken: (): string =>
    "I couldn't take that just now, and nothing was changed. Please press or send it again.",
  broken: (code: string): string =>
    `Something went wrong here. Please try again; if it keeps happening, tell an admin the code ${code}.`,
  stranger: (): string =>
    "You're not in the directory here. I only work with full members of this workspace: guests, other bots and people from connected workspaces can't use me.",
  notReached: (): string => "I couldn't look you up just now. Please try again in a minute.",
  someNotReached: (): string =>
    "I couldn't look everyone up just now. Please press again in a minute.",
  welcome: (): string => "I'm installed and ready to be set up.",
  welcomeMore: (): string =>
    "It takes a few minutes: language, time zone, metrics and the first team. I message no one unasked until you switch their team on.",
  startSetup: (): string => "Set up",
  showHelp: (): string => "What I can do",
  nobodyWrote: (): string =>
    "That was written by an app, or by someone I don't know here. Choose a colleague's message.",
  noSlashHere: (command: string): string =>
    `Slack has no slash commands in threads, so this came as a message. I handled it anyway; you can leave out ${command}.`,
  waits: (): string =>
    "Someone here asked for me to join an existing organisation. Its admins have been asked; until one of them agrees, I can't help you here.",
  notInstalled: (): string => "I'm no longer installed in this workspace.",
});

/** What every other language has to say as well. */
export type SlackMessages = ReturnType<typeof en>;
