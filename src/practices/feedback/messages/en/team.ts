// A team's reminder to give each other feedback.
import { line, said, type Line } from "#src/view/line";

export const team = () => ({
  teamTitle: (): Line => line`Reminders to give feedback`,
  teamIntro: (): Line =>
    line`Every second Wednesday each person is reminded of one teammate they gave no feedback for eight weeks. Not in somebody's first 30 days. What they write stays with them.`,
  teamIs: (name: string): Line => line`${said(name)}`,
  teamState: (on: boolean): Line => line`${on ? "on" : "off"}`,
  turnOn: (): Line => line`Turn on`,
  turnOff: (): Line => line`Turn off`,
  noTeam: (): Line => line`You don't lead a team yet. An admin can change that.`,
  seesTeam: (): Line => line`You see on or off, never who gave feedback`,
  nudgeTitle: (name: string): Line => line`A few words for ${said(name)}?`,
  nudgeBody: (name: string): Line =>
    line`You have given ${said(name)} no feedback lately. What did they do that you would like to see again?`,
  nudgeLabel: (): Line => line`Feedback for a teammate`,
  nudgeWhy: (): Line => line`Your team chose a reminder every second week.`,
  helpTeam: () => ({
    does: line`Remind a team to give feedback`,
    usage: "team feedback",
    example: "team feedback",
  }),
});

export type TeamFeedbackMessages = ReturnType<typeof team>;
