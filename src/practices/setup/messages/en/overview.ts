// The page an admin begins with: what is set, what comes next.
import { line, said, typed, type Line } from "#src/view/line";

export const overview = () => ({
  title: (name: string): Line => line`Setting up ${said(name)}`,
  setUp: (): Line => line`Set up`,
  setUpTyped: (): string => "setup",
  stepsDone: (done: number, all: number): Line => line`${String(done)} of ${String(all)} done`,
  intro: (isDone: boolean): Line =>
    isDone
      ? line`You can change all of this at any time.`
      : line`No need to wait: people can already log and set goals. You can change all of this at any time.`,
  metrics: (): Line => line`Metrics`,
  metricsAre: (count: number): Line =>
    line`${`${String(count)} ${count === 1 ? "metric" : "metrics"}`}`,
  teams: (): Line => line`Teams`,
  teamsAre: (teams: number, people: number): Line =>
    line`${`${String(teams)} ${teams === 1 ? "team" : "teams"}, ${String(people)} ${people === 1 ? "person" : "people"}`}`,
  peopleCount: (count: number): Line =>
    line`${`${String(count)} ${count === 1 ? "person" : "people"}`}`,
  places: (): Line => line`Channels`,
  placesAre: (linked: number, all: number): Line =>
    line`${String(linked)} of ${String(all)} belong to a team`,
  checkins: (): Line => line`Check-ins`,
  checkinsAre: (): Line => line`day, time and readers, team by team`,
  checkinWords: (): string => "checkin settings",
  praise: (): Line => line`Praise`,
  praiseIs: (): Line => line`values, points and their rules`,
  praiseWords: (): string => "praise setup",
  feedback: (): Line => line`Feedback`,
  feedbackIs: (): Line => line`a reminder every two weeks, off until a team turns it on`,
  feedbackWords: (): string => "team feedback",
  nextStep: (): Line => line`next`,
  stepState: (done: boolean): Line => line`${done ? "done" : "later"}`,
  /** What the button of each row does. */
  toOrganisation: (): Line => line`Edit company settings`,
  toTeams: (): Line => line`Manage teams`,
  toPlaces: (): Line => line`Manage channels`,
  toMetrics: (): Line => line`Manage metrics`,
  toPilots: (): Line => line`Choose pilot teams`,
  toCheckins: (): Line => line`Check-in settings`,
  toPraise: (): Line => line`Praise settings`,
  toFeedback: (): Line => line`Feedback settings`,
  toDaysOff: (): Line => line`View days off`,
  toSwitches: (): Line => line`Switch practices`,
  allDone: (): Line =>
    line`All set. People in teams that are switched on get reminders; nobody else is disturbed.`,
  toSetup: (): Line => line`Back to setup`,
  save: (): Line => line`Save`,
  next: (): Line => line`Next`,
  sees: (): Line => line`Visible to everyone in the organisation`,
  noSuch: (): Line => line`That no longer exists. ${typed("setup")} shows what does.`,
  nobody: (): Line => line`nobody`,
  help: () => ({
    does: line`Language, teams, channels, metrics, rules, pilot teams`,
    usage: "setup",
    example: "setup",
  }),
});

export type SetupOverviewMessages = ReturnType<typeof overview>;
