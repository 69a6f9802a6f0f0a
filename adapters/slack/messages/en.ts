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
  answeredInChat: (): string => "Done. The answer is in our own chat.",
  late: (): string => "I am still at it; the answer comes here in a moment.",
  broken: (code: string): string =>
    `Something went wrong here. Please try again; if it stays, tell an admin the code ${code}.`,
  stranger: (): string =>
    "Nobody of that name is in my directory. I work with the full members of this workspace: guests, other bots and people from connected workspaces cannot use me here.",
  notReached: (): string => "I could not look you up just now. Please try again in a minute.",
  welcome: (): string => "I am here now. You can set me up.",
  welcomeMore: (): string =>
    "It takes a few minutes: language, zone, metrics, and the first team. Until you switch a team on, nobody hears from me unasked.",
  startSetup: (): string => "Set up",
  showHelp: (): string => "What I can do",
  nobodyWrote: (): string =>
    "That was written by an app, or by somebody I do not know here. Choose a message of a colleague.",
  noSlashHere: (command: string): string =>
    `Slack has no slash commands in threads, so this came as a message. I took it all the same; you can leave out ${command}.`,
  waits: (): string =>
    "Somebody here asked for me to be let in to an organisation that others are in already. Its admins were asked; until one of them agrees I cannot help you here.",
  notInstalled: (): string => "I am not installed in this workspace any more.",
});

/** What every other language has to say as well. */
export type SlackMessages = ReturnType<typeof en>;
