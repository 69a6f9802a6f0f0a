// What the house itself says: help, refusals, pointers. zh.ts is typed by this file.
import { entryOf } from "#src/language/lookup";
import type { LocalDate } from "#src/calendar/local-date";
import type { Formatter } from "#src/language/format";
import type { Reason } from "#src/ports/nudges";
import { line, said, typed, type Line } from "#src/view/line";

const kept: Record<Reason, string> = {
  muted: "you muted it",
  missed: "it was missed by more than four hours",
  expired: "its time was over",
  "nothing to say": "nothing to say",
  "switched off": "reminders are not switched on for your team",
  "unknown rule": "it is from another version",
  "outside hours": "outside your working hours",
  away: "you are away",
  "day off": "a day off",
  paused: "you paused reminders",
  budget: "enough for one day or week",
  snoozed: "you asked for later",
  "too many at once": "too much for one message",
  "said together": "another message said it",
  failed: "an error of mine; it is in the log",
};

const missing: Readonly<Record<string, string>> = {
  amount: "The amount is missing",
  title: "What it is about is missing",
  what: "What it is about is missing",
  "@name": "The name is missing: whom is it for?",
  receiver: "The name is missing: whom is it for?",
  date: "The date is missing",
};

/** Why a workspace takes no messages, where a platform's own word for it is known. */
const reasons: Readonly<Record<string, string>> = {
  "the app was removed": "the app was removed there",
  "the app was switched off": "the app was switched off there",
  "the platform switched the app off": "the platform switched the app off",
  "its token was revoked": "the app's token was revoked",
  token_revoked: "the app's token was revoked",
  invalid_auth: "the app's token is not accepted",
  account_inactive: "the app's account is inactive",
};

export const en = (f: Formatter) => ({
  didYouMean: (): Line => line`Did you mean this?`,
  didYouMeanLabel: (text: string): Line => line`${said(text)}`,
  defaultTeam: (): string => "Sales",
  pointer: (): Line =>
    line`I did not get that. Try ${typed("log 12k")}, ${typed("goals")} or ${typed("help")}.`,
  missing: (what: string): Line =>
    line`${missing[what] ?? (/^[A-Z]1$/.test(what) ? `The number is missing, such as ${what}` : "One thing is missing")}`,
  helpUnknown: (about: string): Line => line`I know no command “${said(about)}”. These are yours:`,
  usage: (usage: string, example: string): Line =>
    line`Write it like this: ${typed(usage)}, for example ${typed(example)}`,
  nobodyCalled: (name: string): Line =>
    line`I know nobody called “${said(name)}” here. Try the full name or the start of the e-mail address.`,
  whichPerson: (name: string): Line =>
    line`Several people match “${said(name)}”. Whom do you mean?`,
  noSuchDate: (text: string): Line =>
    line`“${said(text)}” is not a date in the calendar. Please write it again, e.g. ${typed("12-31")}.`,
  dayJustGone: (gone: LocalDate, read: LocalDate): Line =>
    line`${f.date(gone)} is over. If you mean next year, please write the year: ${typed(read)}.`,
  notForYou: (): Line => line`This is not yours to use. Your manager or an admin can do it.`,
  oldCard: (): Line =>
    line`This card is from an older version. Type ${typed("home")} for a fresh one.`,
  tooLong: (most: number): Line =>
    line`That is too long for one message: please keep it under ${String(most)} characters.`,
  wentWrong: (code: string): Line =>
    line`Sorry, something went wrong on my side and nothing was stored. If it happens again, tell your admin the code ${code}.`,
  busy: (): Line =>
    line`I am a little busy right now, and nothing was stored. Please try again in a moment.`,
  unsure: (): Line =>
    line`I lost my connection for a moment and cannot tell whether this was stored. Please have a look before you try again.`,
  left: (): Line => line`You are no longer active here. An admin can change that.`,
  helpTitle: (): Line => line`What you can type`,
  helpFor: (verb: string): Line => line`${typed(verb)}`,
  helpMore: (): Line =>
    line`Every word works in English and Chinese. ${typed("help log")} shows one of them with an example.`,
  helpExample: (example: string): Line => line`Example: ${typed(example)}`,
  alsoWords: (words: string): Line => line`Also understood: ${words}`,
  homeEmpty: (): Line =>
    line`Nothing here yet. Start with ${typed("goal new revenue 100k by 12-31")}.`,
  homeTitle: (): Line => line`Home`,
  helpHelp: () => ({
    does: line`What you can type here`,
    usage: "help [verb]",
    example: "help log",
  }),
  homeHelp: () => ({
    does: line`Your own page: goals and what is next`,
    usage: "home",
    example: "home",
  }),
  heldNotices: (): Line => line`Messages from colleagues`,
  keptBack: (reason: Reason): Line => line`${kept[reason]}`,
  sectionFailed: (code: string): Line =>
    line`This part cannot be shown just now. If it stays so, tell your admin the code ${code}.`,
  mayHaveArrived: (name: string): Line =>
    line`A message to ${said(name)} may have arrived or not; I cannot look. Shall I send it again?`,
  workspaceStopped: (name: string, why: string): Line =>
    line`Nothing goes out to ${said(name)} any more: ${entryOf(reasons, why) ?? typed(why)}.`,
  workspaceMend: (): Line =>
    line`What is to be said there waits. Once the app is installed there again, it goes out.`,
  placeStopped: (name: string): Line =>
    line`Nothing can be posted in ${said(name)} any more: I am not in it, or it was archived.`,
  placeMend: (): Line => line`Invite me there again, or choose another place for the team.`,
  noAdminNow: (): Line =>
    line`You can no longer set things up here: your account lost the role that allowed it.`,
  whoIsAdmin: (names: readonly string[]): Line =>
    names.length === 0
      ? line`Nobody can at the moment. Whoever runs this bot’s machine can name somebody.`
      : line`Who still can: ${said(f.list(names))}. They can give it back to you.`,
  requestTitle: (name: string): Line =>
    line`The workspace ${said(name)} asks to join us. Shall I let it in?`,
  requestWhere: (platform: string, workspace: string): Line =>
    line`Its platform is ${platform}, its id there ${typed(workspace)}.`,
  requestBy: (name: string | null, account: string | null): Line =>
    account === null
      ? line`Who asks was not told.`
      : name === null
        ? line`The account ${typed(account)} asks.`
        : line`${said(name)} (${typed(account)}) asks.`,
  requestMeans: (): Line =>
    line`If you let it in, its full members use me as colleagues of yours: they find you by name, praise you, and see what everybody here sees. Nobody of it becomes an admin or anybody’s manager by that; you decide it in ${typed("setup")}.`,
  requestRefusing: (): Line =>
    line`If you refuse, nothing of it is kept. Do not let in a workspace you do not know.`,
  letIn: (): Line => line`Let it in`,
  refuseIt: (): Line => line`Refuse`,
  wasLetIn: (name: string): Line => line`The workspace ${said(name)} was let in.`,
  wasRefused: (name: string): Line => line`The workspace ${said(name)} was refused.`,
  answeredBy: (name: string): Line => line`${said(name)} answered.`,
  answeredByOperator: (): Line => line`Whoever runs the bot’s machine answered.`,
  requestOver: (): Line => line`That is settled already: it was answered, or it no longer asks.`,
  choosePlaces: (): Line => line`Choose a place`,
  sendAgain: (): Line => line`Send it again`,
  letGo: (): Line => line`Leave it`,
  sentAgain: (): Line => line`It goes out again.`,
  leftAlone: (): Line => line`Left as it is.`,
  remindersTitle: (): Line => line`What comes to you by itself`,
  remindersFoot: (): Line =>
    line`At most two a day and six a week, in your working hours, never on leave. ${typed("pause until friday")} stops them for a while.`,
  notSwitchedOn: (): Line =>
    line`Reminders are not switched on for your team. Nothing comes by itself.`,
  pausedUntil: (date: LocalDate): Line =>
    line`Reminders are paused and come again on ${f.dateLong(date)}.`,
  pausedForNow: (): Line => line`Reminders are paused until you write ${typed("resume")}.`,
  pauseInPast: (): Line =>
    line`This day is over or today. Name one ahead, e.g. ${typed("pause until friday")}.`,
  pauseNote: (): Line => line`What colleagues write to you still comes.`,
  mutedRow: (): Line => line`muted`,
  nextAt: (date: LocalDate, at: Date): Line => line`next ${f.date(date)}, ${f.time(at)}`,
  nothingPlanned: (): Line => line`nothing planned`,
  muteThis: (): Line => line`Mute`,
  unmute: (): Line => line`Remind me again`,
  mutedNow: (what: Line): Line => line`Muted: ${what}. ${typed("reminders")} brings it back.`,
  unmutedNow: (what: Line): Line => line`Comes again: ${what}.`,
  pauseWeek: (): Line => line`Pause for a week`,
  pauseOpen: (): Line => line`Pause until I say`,
  nothingToSnooze: (): Line => line`Nothing came by itself lately, so there is nothing to put off.`,
  noSuchReminder: (what: string): Line =>
    line`None of your reminders is called “${said(what)}”. ${typed("reminders")} lists them.`,
  snoozeHelp: () => ({
    does: line`The last reminder again later: in an hour, tomorrow or next week`,
    usage: "snooze [hour | tomorrow | next week]",
    example: "snooze tomorrow",
  }),
  muteHelp: () => ({
    does: line`Not this kind of reminder any more`,
    usage: "mute <reminder>",
    example: "mute weekly numbers",
  }),
  resume: (): Line => line`Resume`,
  resumed: (): Line => line`Reminders come again.`,
  snoozed: (date: LocalDate, at: Date): Line =>
    line`Again on ${f.date(date)} at ${f.time(at)}, if it is still needed.`,
  remindersHelp: () => ({
    does: line`What comes by itself, and when`,
    usage: "reminders",
    example: "reminders",
  }),
  pauseHelp: () => ({
    does: line`No reminders for a while`,
    usage: "pause until <date>",
    example: "pause until friday",
  }),
  resumeHelp: () => ({ does: line`Reminders again`, usage: "resume", example: "resume" }),
  whyNow: (): Line => line`Why this came`,
  snoozeHour: (): Line => line`In an hour`,
  snoozeTomorrow: (): Line => line`Tomorrow`,
  snoozeNextWeek: (): Line => line`Next week`,
  mute: (what: Line): Line => line`Mute: ${what}`,
  whichOnes: (): Line => line`Choose what comes`,
  whichLanguage: (): Line => line`Shall I speak English or Chinese with you? 跟你说英文还是中文？`,
  maySetUp: (): Line => line`You may set me up`,
  maySetUpMore: (): Line =>
    line`It takes a few minutes: language, zone, teams and metrics. Nobody has to wait for it, and until you switch a team on, nobody hears from me unasked.`,
  beginSetUp: (): Line => line`Set it up`,
  speaking: (): Line => line`I speak English with you. ${typed("settings")} changes it.`,
  fieldNeeded: (): Line => line`Please fill this in.`,
  fieldNotAmount: (): Line =>
    line`I cannot read this as an exact amount. Write e.g. 120000, 120k or 12万.`,
  fieldNotDate: (): Line => line`I cannot read this as a date. Write e.g. 2026-12-31.`,
  fieldTooLong: (most: number): Line => line`Please keep this under ${String(most)} characters.`,
  fieldNotOffered: (): Line => line`Please choose one of the offered values.`,
});

export type HouseMessages = ReturnType<typeof en>;
