// Teams, and who a person reports to.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const teams = (f: Formatter) => ({
  teamIs: (name: string): Line => line`${said(name)}`,
  teamManager: (name: string | null, on: boolean): Line =>
    line`${name === null ? "no manager yet" : line`led by ${said(name)}`} · ${on ? "reminders on" : "reminders off"}`,
  addTeam: (): Line => line`Add team`,
  editTeam: (): Line => line`Edit team`,
  teamTitle: (): Line => line`Team`,
  teamTaken: (name: string): Line =>
    line`There's already a team called “${said(name)}”. Choose another name.`,
  name: (): Line => line`Name`,
  manager: (): Line => line`Manager`,
  leaderHint: (): Line => line`People in the team report to them from now on`,
  joining: (): Line => line`Who joins it`,
  joiningHint: (): Line => line`Several at once. They get the team's manager, unless they lead it.`,
  joinHint: (): Line => line`The team's manager becomes theirs, unless you choose another below`,
  fromPlace: (): Line => line`Team from a channel`,
  fromPlaceIntro: (): Line =>
    line`Everyone in a channel becomes a team in one go; you can leave people out. Add me to a channel and it appears here.`,
  everybodyIn: (): Line => line`Take everyone`,
  nobodyInPlace: (): Line =>
    line`I can't see who is in this channel right now. Check that I'm in it, then try again.`,
  teamOfIntro: (place: string, people: number, elsewhere: readonly string[]): Line =>
    line`${people === 1 ? "One person is" : `${String(people)} people are`} in ${said(place)}. Remove anyone who isn't meant.${elsewhere.length === 0 ? [] : line` Not chosen, because they are in another team: ${said(f.list(elsewhere))}.`}`,
  leaderOfHint: (): Line => line`The others report to them from now on; it can be set later`,
  untickHint: (): Line => line`Nobody is messaged until you switch the team on`,
  placeHint: (): Line => line`A team has one channel here: choosing this replaces the other`,
  editPerson: (): Line => line`Change a person`,
  personTitle: (): Line => line`Change a person`,
  person: (): Line => line`Person`,
  personIs: (name: string): Line => line`${said(name)}`,
  team: (): Line => line`Team`,
  noTeam: (): Line => line`none`,
  placeOfNone: (): Line => line`No team for now`,
  assistant: (): Line => line`Team assistant`,
  assistantHint: (): Line => line`Can log for everyone in the team`,
  admin: (): Line => line`Admin`,
  ownManager: (): Line => line`Nobody can be their own manager. Choose someone else.`,
  circle: (): Line => line`That would make two people each other's manager. Choose someone else.`,
  lastAdmin: (): Line => line`There has to be an admin: make someone else admin first.`,
});

export type TeamMessages = ReturnType<typeof teams>;
