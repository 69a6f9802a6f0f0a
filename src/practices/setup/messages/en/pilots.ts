// Pilot teams: switching one on, and the greeting its people get once.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const pilots = (f: Formatter) => ({
  pilots: (): Line => line`Pilot teams`,
  pilotsIntro: (): Line =>
    line`Begin with one or two. Before a team is switched on, nobody in it hears from me unasked; commands work for everybody.`,
  pilotsAre: (on: number, all: number): Line => line`${String(on)} of ${String(all)} switched on`,
  noTeamsYet: (): Line => line`Add a team first.`,
  onOff: (on: boolean): Line => line`${on ? "on" : "off"}`,
  preview: (): Line => line`See the greeting`,
  previewTitle: (team: string): Line => line`The greeting above goes to ${said(team)}`,
  previewIs: (people: number, first: number): Line => {
    if (first === 0)
      return line`${people === 1 ? "The one person in it was" : `All ${String(people)} people in it were`} greeted before. Nobody gets it twice.`;
    const rest = people - first;
    return line`${`${String(first)} ${first === 1 ? "person gets" : "people get"} it`}${rest === 0 ? "" : `; ${String(rest)} ${rest === 1 ? "was" : "were"} greeted before`}.`;
  },
  previewNote: (): Line =>
    line`Once ever, in each one's language and working hours. Reminders begin then too.`,
  switchOn: (team: string): Line => line`Switch on ${said(team)}`,
  switchedOn: (team: string): Line => line`${said(team)} is switched on`,
  isOn: (team: string): Line => line`${said(team)} is on already.`,
  notYet: (): Line => line`Not yet`,
  switchOff: (): Line => line`Switch off`,
  switchOffSure: (): Line =>
    line`Nobody in this team will hear from me unasked. Nothing that was logged is lost.`,
  greetingGoes: (first: number): Line =>
    line`${first === 0 ? "Everybody was greeted before, so nobody is greeted again." : `The greeting goes to ${String(first)} ${first === 1 ? "person" : "people"}, each in their working hours.`}`,
  greeting: (): Line => line`Hello, I keep the pace with you`,
  greetingDoes: (): Line =>
    line`Set a goal, log progress in one line, and see in time whether you are on pace. In your working hours I may remind you, twice a day at most.`,
  greetingKept: (): Line => line`What is kept`,
  greetingKeptIs: (): Line =>
    line`Your goals, what you log and what you write in my forms. Not your other messages, not where you are, not when you are online.`,
  greetingSeen: (): Line => line`Who sees it`,
  greetingSeenIs: (manager: string | null, assistants: readonly string[]): Line =>
    line`Your goals: you, your manager (${manager === null ? "nobody yet" : said(manager)}) and your team's assistant (${assistants.length === 0 ? "nobody yet" : said(f.list(assistants))}). I tell you when that changes. Each form says who will see what you write in it.`,
  greetingComes: (): Line => line`Too much?`,
  greetingComesIs: (): Line =>
    line`${typed("reminders")} turns off what you don't want, ${typed("settings")} changes language and hours.`,
  setGoal: (): Line => line`Set a goal`,
  log: (): Line => line`Log`,
  notNow: (): Line => line`Not now`,
  later: (): Line => line`All right. ${typed("help")} shows what I can do, whenever you like.`,
});

export type PilotMessages = ReturnType<typeof pilots>;
