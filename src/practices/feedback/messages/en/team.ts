// A team's reminder to give each other feedback.
import { line, said, type Line } from "#src/view/line";

export const team = () => ({
  teamTitle: (): Line => line`Reminders to give feedback`,
  teamIntro: (): Line =>
    line`Every second Wednesday, each person is reminded of one teammate they haven't given feedback in eight weeks. New joiners are left out for 30 days. What is written stays between the two.`,
  teamIs: (name: string): Line => line`${said(name)}`,
  teamState: (on: boolean): Line => line`${on ? "on" : "off"}`,
  turnOn: (): Line => line`Turn on`,
  turnOff: (): Line => line`Turn off`,
  noTeam: (): Line => line`You don't lead a team yet. An admin can set that up.`,
  seesTeam: (): Line => line`You only see on or off, never who gave feedback`,
  nudgeTitle: (name: string): Line => line`A few words for ${said(name)}?`,
  nudgeBody: (name: string): Line =>
    line`It's been a while since you gave ${said(name)} feedback. What do they do well that you'd like to see more of?`,
  nudgeLabel: (): Line => line`Feedback for a teammate`,
  nudgeWhy: (): Line => line`Your team turned on a reminder every two weeks.`,
  helpTeam: () => ({
    does: line`Remind a team to give feedback`,
    usage: "team feedback",
    example: "team feedback",
  }),
});

export type TeamFeedbackMessages = ReturnType<typeof team>;
