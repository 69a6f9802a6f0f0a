// Teams made from the company's directory.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";

export const departments = (f: Formatter) => ({
  fromDirectory: (): Line => line`Import from the directory`,
  noDirectory: (): Line =>
    line`There is no directory of departments here. Add teams yourself, or put people into them one by one.`,
  directoryRefused: (): Line =>
    line`I cannot read the company's directory just now. Please check the contact permissions and the data scope in the app's console (they count once a version is published), or add teams yourself.`,
  noDepartments: (): Line => line`There is no department in the app's data scope yet.`,
  departmentsIntro: (): Line =>
    line`Choose a department to look at. Nothing is kept before you confirm.`,
  departmentTaken: (): Line => line`a team of that name is there`,
  departmentsLeft: (count: number): Line => line`${String(count)} more are not listed.`,
  nobodyComes: (): Line => line`There is nobody in it who could join.`,
  theyCome: (names: readonly string[]): Line => line`People: ${said(f.list(names))}`,
  newThere: (count: number): Line =>
    line`${String(count)} of them never used me: once you confirm they can be named here, and get no message.`,
  theyStay: (names: readonly string[]): Line =>
    line`In another team, and left there: ${said(f.list(names))}`,
  nothingKept: (): Line =>
    line`Nothing is kept yet. Once you confirm: name, e-mail, time zone and team, no more.`,
  makeTeam: (name: string): Line => line`Make ${said(name)} a team`,
  addToTeam: (name: string): Line => line`Add them to ${said(name)}`,
  otherDepartments: (): Line => line`Other departments`,
  teamMade: (name: string, people: number): Line =>
    line`${said(name)} is there with ${String(people)} ${people === 1 ? "person" : "people"}`,
  teamMadeMore: (): Line => line`Reminders stay off until you choose the pilot teams.`,
});

export type DepartmentMessages = ReturnType<typeof departments>;
