// Teams made from the company's directory.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const departments = (f: Formatter) => ({
  fromDirectory: (): Line => line`Import from the directory`,
  noDirectory: (): Line =>
    line`There is no directory of departments here. Add teams and their people yourself.`,
  directoryRefused: (): Line =>
    line`I can't read the company's directory right now. Please check the contact permissions and the data scope in the app's console (they count once a version is published), or add teams yourself.`,
  noDepartments: (): Line => line`There are no departments in the app's data scope yet.`,
  departmentsIntro: (): Line =>
    line`Choose a department to look at. Nothing is saved until you confirm.`,
  lookAt: (): Line => line`See who is in it`,
  departmentTaken: (): Line => line`a team with this name exists`,
  departmentUnfollowed: (): Line =>
    line`a team with this name exists; its changes are not followed until you add its people once`,
  departmentsLeft: (count: number): Line => line`${String(count)} more are not listed.`,
  nobodyComes: (): Line => line`Nobody in it can join.`,
  theyCome: (names: readonly string[]): Line => line`People: ${said(f.list(names))}`,
  newThere: (count: number): Line =>
    line`${String(count)} of them never used me: once you confirm, they can be named here but get no message.`,
  theyStay: (names: readonly string[]): Line =>
    line`In other teams and staying there: ${said(f.list(names))}`,
  nothingKept: (): Line =>
    line`Nothing is saved yet. Once you confirm, I save name, e-mail, time zone and team, nothing else.`,
  makeTeam: (name: string): Line => line`Create the team ${said(name)}`,
  addToTeam: (name: string): Line => line`Add to ${said(name)}`,
  otherDepartments: (): Line => line`Other departments`,
  teamMade: (name: string, people: number): Line =>
    line`${said(name)} is ready with ${String(people)} ${people === 1 ? "person" : "people"}`,
  teamMadeMore: (): Line => line`Reminders stay off until you choose the pilot teams.`,
});

export type DepartmentMessages = ReturnType<typeof departments>;
