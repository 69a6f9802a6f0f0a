// Pilot teams: switching one on, and the greeting its people get once.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const pilots = (f: Formatter) => ({
  pilots: (): Line => line`Pilot teams`,
  pilotsIntro: (): Line =>
    line`Start with one or two. I message nobody unasked until their team is switched on; commands work for everyone.`,
  pilotsAre: (on: number, all: number): Line => line`${String(on)} of ${String(all)} switched on`,
  noTeamsYet: (): Line => line`Add a team first.`,
  onOff: (on: boolean): Line => line`${on ? "on" : "off"}`,
  preview: (): Line => line`Preview the greeting`,
  previewTitle: (team: string): Line => line`The greeting above goes to ${said(team)}`,
  previewIs: (people: number, first: number): Line => {
    if (first === 0)
      return line`${people === 1 ? "The one person in it was" : `All ${String(people)} people in it were`} greeted before. Nobody gets it twice.`;
    const rest = people - first;
    return line`${`${String(first)} ${first === 1 ? "person gets" : "people get"} it`}${rest === 0 ? "" : `; ${String(rest)} ${rest === 1 ? "was" : "were"} greeted before`}.`;
  },
  previewNote: (): Line =>
    line`Each person gets it once, in their own language and working hours. Reminders start then too.`,
  switchOn: (team: string): Line => line`Switch on ${said(team)}`,
  switchedOn: (team: string): Line => line`${said(team)} is switched on`,
  isOn: (team: string): Line => line`${said(team)} is already on.`,
  notYet: (): Line => line`Not yet`,
  switchOff: (): Line => line`Switch off`,
  switchOffSure: (): Line =>
    line`I'll no longer message anyone in this team unasked. Nothing logged is lost.`,
  greetingGoes: (first: number): Line =>
    line`${first === 0 ? "Everyone has been greeted before, so nobody is greeted again." : `The greeting goes to ${String(first)} ${first === 1 ? "person" : "people"}, each in their working hours.`}`,
  greeting: (): Line => line`Hello, I'm Pacer`,
  greetingDoes: (company: string): Line =>
    line`I'm here on behalf of ${said(company)} to keep pace with you: set a goal, log progress in one line, and see at a glance whether you're on pace. I only remind you in your working hours, twice a day at most.`,
  greetingKept: (): Line => line`What is kept`,
  greetingKeptIs: (): Line =>
    line`Your goals, what you log and what you write in my forms. I don't read your other messages, and I don't track where you are or when you're online.`,
  greetingSeen: (): Line => line`Who can see it`,
  greetingSeenIs: (manager: string | null, assistants: readonly string[]): Line =>
    line`Your goals: you, your manager (${manager === null ? "nobody yet" : said(manager)}) and your team's assistant (${assistants.length === 0 ? "nobody yet" : said(f.list(assistants))}). I tell you when that changes. Every form says who will see it.`,
  greetingComes: (): Line => line`Too many messages?`,
  greetingComesIs: (): Line =>
    line`${typed("reminders")} turns off what you don't want, ${typed("settings")} changes language and hours.`,
  setGoal: (): Line => line`Set a goal`,
  log: (): Line => line`Log`,
  notNow: (): Line => line`Not now`,
  later: (): Line => line`No problem. ${typed("help")} shows what I can do.`,
});

export type PilotMessages = ReturnType<typeof pilots>;
