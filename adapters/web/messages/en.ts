// English words of the interface.
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";

/** Playground clock and the moments it shows. */
const clockMessages = (format: Formatter) => ({
  clock: (): string => "Playground clock",
  city: (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " "),
  moment: (instant: Date): string => format.dateTime(instant),
  time: (instant: Date): string => format.time(instant),
  day: (date: LocalDate): string => format.date(date),
  oneDay: (): string => "+1 day",
  toMonday: (): string => "To Monday 09:00",
  farther: (): string => "Farther",
  toQuarterEnd: (): string => "End of quarter",
  toDay: (): string => "To this day, 09:00",
  go: (): string => "Go",
  clockMoved: (instant: Date): string => `It is now ${format.dateTime(instant)}.`,
  clockOnlyForward: (): string => "The clock only goes forward.",
  clockTooFar: (): string => "The clock moves at most a year at a time.",
  clockMoving: (): string => "The clock is still moving.",
  clockUnclear: (): string => "I can't read that time.",
});

/** What went wrong, or is not there. */
const troubleMessages = () => ({
  notReached: (): string => "Not sent. Check the connection and try again.",
  failed: (code: string): string =>
    `Something went wrong here. Please try again; if it keeps happening, tell an admin the code ${code}.`,
  cardChanged: (): string => "This card has been updated. Here is the latest.",
  cardGone: (): string => "This card is no longer here.",
  unreadable: (): string => "I couldn't read that. Please try again.",
  tooLong: (most: number): string => `That's too long for one message: at most ${most} characters.`,
  fileTooBig: (most: number): string =>
    `Files may have at most ${most} MB. Split it, or ask whoever runs the bot to bring it in.`,
  fileGone: (): string => "That file is not kept any more. Ask for it again.",
  dropFile: (): string => "Drop a file with numbers",
  dropped: (name: string, kilobytes: number): string => `📎 ${name} (${kilobytes} KB)`,
  tooBig: (): string => "That's too much for one message.",
  nobody: (): string => "Nobody is here yet.",
  stranger: (): string => "Nobody of that name is here.",
  strangerMore: (): string => "Choose somebody from the list to look around.",
});

/** Pages of whoever signed in by a link. */
const visitMessages = (format: Formatter) => ({
  me: (): string => "Me",
  myPage: (): string => "Your page",
  pages: (): string => "Your pages",
  skipToPage: (): string => "Skip to the page",
  asOf: (now: Date): string => `As of ${format.dateTime(now)}`,
  answerHere: (): string => "Answer",
  signIn: (): string => "Sign in",
  signInAs: (name: string): string => `Sign in as ${name}?`,
  signInWhat: (): string =>
    "This browser then shows your page, and what is done here is done in your name. If that isn't you, just close this.",
  linkSpent: (): string => "This link has been used already.",
  linkOver: (): string => "This link has run out: it holds ten minutes, and the newest one counts.",
  linkOfOthers: (name: string): string =>
    `This link is somebody else's, and this browser is signed in as ${name}. Sign out first if you want to change.`,
  linkUnknown: (): string => "This link is none of mine.",
  signInInChat: (): string => "Send me “sign in” in the chat for a new link.",
  notSignedIn: (): string => "You're not signed in here.",
  crmTitle: (): string => "Your CRM",
  crmWhat: (): string =>
    "What you enter here is kept sealed and shown to nobody again, not to you either. The CRM is only read, never written. Fields you leave empty stay as they are; then press Test in the chat (sync status).",
  crmIsKept: (): string => "is kept",
  crmKeep: (): string => "Keep",
  crmKept: (): string => "Kept. Now press Test in the chat: sync status.",
  crmNotKept: (): string => "Not kept yet: look at the fields below.",
  crmMissing: (): string => "This is still missing.",
  crmWrong: (): string => "This can't be right: look again at where it is found.",
  signedOut: (): string => "You're signed out.",
  signOut: (): string => "Sign out",
  signOutEverywhere: (): string => "Sign out everywhere",
  noSuchPage: (): string => "There is no such page for you.",
  toMyPage: (): string => "To your page",
});

export const en = (format: Formatter) => ({
  ...clockMessages(format),
  ...visitMessages(format),
  ...troubleMessages(),
  lang: (): string => "en",
  title: (name: string): string => `${name} playground`,
  tag: (): string => "playground · all data is made up",
  skipToComposer: (): string => "Skip to the message box",
  youAre: (): string => "You are",
  whoAndWhere: (): string => "Who you are and where",
  role: (role: "manager" | "rep" | "assistant" | "admin"): string => role,
  spoken: (locale: "en" | "zh"): string => locale,
  rowMenu: (row: string): string => `Change ${row}`,
  unread: (count: number): string =>
    count === 1 ? "1 unread message" : `${count} unread messages`,
  channels: (): string => "Channels",
  noChannels: (): string => "None yet",
  channel: (name: string): string => `Channel ${name}`,
  beside: (): string => "Scheduled for you, and your home",
  coming: (): string => "Scheduled for you",
  heldBack: (): string => "Held back because",
  nothingComing: (): string => "Nothing scheduled.",
  nextOne: (date: LocalDate, at: Date): string => `next ${format.date(date)} ${format.time(at)}`,
  receipt: (): string => " did it; the answer is in their own chat",
  answeredInChat: (): string => "The answer is in your own chat.",
  noSuchChannel: (): string => "There is no such channel here.",
  emptyChannel: (): string => "No messages here yet.",
  channelRule: (): string =>
    "Everyone can read this channel. Commands work here too; the answer comes in your own chat.",
  placeholderIn: (bot: string): string => `@${bot} goals, or just talk`,
  conversation: (name: string): string => `Conversation with ${name}`,
  composer: (name: string): string => `Message to ${name}`,
  placeholder: (name: string): string => `Message ${name}, e.g. log 12k, goals, help`,
  send: (): string => "Send",
  completions: (): string => "Completions",
  keys: (): string => "Tab completes · ↑ brings back",
  newest: (): string => "↓ New messages",
  emptyTitle: (name: string): string => `No messages yet, ${name}.`,
  emptyTry: (): readonly [string, string] => ["Try ", " to see what I can do."],
  emptyWord: (): string => "help",
  home: (): string => "Home",
  homeOf: (name: string): string => `${name}’s home`,
  homeEmpty: (): string => "Nothing here yet. It fills up as goals are set.",
  backToChat: (): string => "Back to the chat",
  toStart: (): string => "To the start",
  wrongHost: (): string => "I don't answer at this address.",
  wrongHostMore: (): string =>
    "Open the address printed at startup. To use this one, set PUBLIC_URL to it and restart.",
  openTooOften: (): string =>
    "This page is open in too many windows, so this one no longer updates. Reload to continue here.",
  wrongOrigin: (): string => "This came from another page and was not carried out.",
  needsToken: (): string => "Open the address with the access token printed at startup.",
  signedIn: (): string => "You're signed in.",
  onwards: (): string => "Continue",
  close: (): string => "Close",
  cancel: (): string => "Cancel",
  sure: (): string => "Are you sure?",
  optional: (): string => "optional",
  choose: (): string => "Choose…",
  nothingChosen: (): string => "None",
  filter: (): string => "Filter by name",
  calendar: (label: string): string => `Choose a day: ${label}`,
  mendForm: (): string => "Please fix the highlighted fields.",
  more: (count: number): string => `and ${count} more`,
  cut: (count: number): string => `… (${count} more characters)`,
  figures: (): string => "Figures",
  whichChart: (): string => "Which chart",
});

/** What every other language has to say as well. */
export type WebMessages = ReturnType<typeof en>;
export type VisitMessages = ReturnType<typeof visitMessages>;
export type ClockMessages = ReturnType<typeof clockMessages>;
export type TroubleMessages = ReturnType<typeof troubleMessages>;
