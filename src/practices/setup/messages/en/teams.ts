// Teams, and who a person reports to.
import { line, said, type Line } from "#src/view/line";

export const teams = () => ({
  teamIs: (name: string): Line => line`${said(name)}`,
  teamManager: (name: string | null, on: boolean): Line =>
    line`${name === null ? "no manager yet" : line`led by ${said(name)}`} · ${on ? "reminders on" : "reminders off"}`,
  addTeam: (): Line => line`Add team`,
  teamTitle: (): Line => line`Team`,
  teamTaken: (name: string): Line =>
    line`There is a team called “${said(name)}” already. Choose another name.`,
  name: (): Line => line`Name`,
  manager: (): Line => line`Manager`,
  leaderHint: (): Line => line`The team's people report to them from then on`,
  joinHint: (): Line =>
    line`Whoever leads it becomes their manager, unless you choose another below`,
  placeHint: (): Line => line`A team has one: choosing this gives up the one before`,
  editPerson: (): Line => line`Change a person`,
  personTitle: (): Line => line`Whom do you want to change?`,
  person: (): Line => line`Person`,
  personIs: (name: string): Line => line`${said(name)}`,
  team: (): Line => line`Team`,
  noTeam: (): Line => line`none`,
  assistant: (): Line => line`Team assistant`,
  assistantHint: (): Line => line`May log for everybody in the team`,
  admin: (): Line => line`Admin`,
  ownManager: (): Line => line`Nobody can be their own manager. Choose somebody else.`,
  circle: (): Line => line`That would make two people each other's manager. Choose somebody else.`,
  lastAdmin: (): Line => line`Somebody must stay admin: make another person admin first.`,
});

export type TeamMessages = ReturnType<typeof teams>;
