// What setup says in English.
import { countryName } from "#src/language/country-names";
import type { Formatter } from "#src/language/format";
import type { Organisation } from "#src/people/person";
import { line, said, typed, type Line } from "#src/view/line";

type Settled = Pick<Organisation, "locale" | "zone" | "country" | "currency">;

export const en = (f: Formatter) => ({
  title: (name: string): Line => line`Setting up ${said(name)}`,
  intro: (): Line =>
    line`Nothing waits for this: people can already log and set goals. Change it whenever you like.`,
  switches: (): Line => line`Practices`,
  switchesIntro: (): Line =>
    line`What people here work with. What is off says nothing and is shown nowhere; what was kept stays, and is back when it is on again.`,
  switchesAre: (off: number): Line =>
    line`${off === 0 ? "all of them are on" : `${String(off)} switched off`}`,
  switchIs: (called: string): Line => line`${called}`,
  switchState: (on: boolean): Line => line`${on ? "on" : "off"}`,
  switchBegan: (on: boolean): Line => line`${on ? "on" : "off"} from the start`,
  switchedBy: (on: boolean, at: Date, by: string | null): Line =>
    line`switched ${on ? "on" : "off"} by ${by === null ? "somebody who left" : said(by)} on ${f.dateTime(at)}`,
  turnOn: (): Line => line`Switch on`,
  turnOff: (): Line => line`Switch off`,
  turnOffSure: (called: string): Line =>
    line`Switch ${called} off for everybody? Nothing is deleted.`,
  switchedNow: (called: string, on: boolean): Line =>
    line`Switched ${on ? "on" : "off"}: ${called}`,
  switchedAlready: (called: string, on: boolean): Line =>
    line`${on ? "On" : "Off"} already: ${called}`,
  switchUnclear: (): Line =>
    line`I know no such practice. ${typed("practices")} shows them all, and ${typed("practices shout-outs off")} switches one off.`,
  helpSwitches: () => ({
    does: line`which practices people here work with`,
    usage: "practices [<practice> on | off]",
    example: "practices",
  }),
  metrics: (): Line => line`Metrics`,
  teams: (): Line => line`Teams`,
  metricIs: (name: string): Line => line`${said(name)}`,
  metricAliases: (aliases: readonly string[]): Line =>
    aliases.length === 0 ? line`no aliases` : line`also ${said(f.list(aliases))}`,
  teamIs: (name: string): Line => line`${said(name)}`,
  teamManager: (name: string | null, on: boolean): Line =>
    line`${name === null ? "no manager yet" : line`led by ${said(name)}`} · ${on ? "reminders on" : "reminders off"}`,
  addMetric: (): Line => line`Add metric`,
  addTeam: (): Line => line`Add team`,
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
  editPerson: (): Line => line`Change a person`,
  edit: (): Line => line`Edit`,
  save: (): Line => line`Save`,
  next: (): Line => line`Next`,
  metricTitle: (): Line => line`Metric`,
  nameEn: (): Line => line`Name in English`,
  nameZh: (): Line => line`Name in Chinese`,
  aliases: (): Line => line`Other words for it`,
  aliasesHint: (): Line => line`Separated by commas: calls, 电话量`,
  unit: (): Line => line`Measured in`,
  unitIs: (unit: "money" | "count" | "percent"): Line =>
    line`${{ money: "money", count: "pieces", percent: "percent" }[unit]}`,
  currency: (): Line => line`Currency`,
  currencyHint: (own: string): Line => line`For money; empty means ${own}`,
  unknownCurrency: (code: string): Line =>
    line`I don't know the currency ${said(code)}. Please give its three letters, e.g. EUR.`,
  ratioNum: (): Line => line`A ratio: of what`,
  ratioDen: (): Line => line`by what`,
  ratioHint: (): Line =>
    line`Only for a ratio such as conversion: a metric, or a word in both languages: deals, 成交`,
  ratioIs: (num: string, den: string): Line => line`${said(num)} ÷ ${said(den)}`,
  ratioOfItself: (): Line => line`Both sides are the same. What is it divided by?`,
  ratioOfRatio: (): Line => line`This one is a ratio itself. Please name what is counted.`,
  adds: (): Line => line`A log adds to it`,
  addsHint: (): Line => line`Off: a log says where it stands`,
  taken: (name: string): Line =>
    line`“${said(name)}” already belongs to another metric. Choose another word.`,
  teamTaken: (name: string): Line =>
    line`There is a team called “${said(name)}” already. Choose another name.`,
  leaderHint: (): Line => line`The team's people report to them from then on`,
  joinHint: (): Line =>
    line`Whoever leads it becomes their manager, unless you choose another below`,
  placeHint: (): Line => line`A team has one: choosing this gives up the one before`,
  grace: (): Line => line`Late entries`,
  checkins: (): Line => line`Check-ins`,
  checkinsAre: (): Line => line`day, hour and readers, team by team`,
  praise: (): Line => line`Praise`,
  praiseIs: (): Line => line`values, points and their rules`,
  praiseWords: (): string => "praise setup",
  feedback: (): Line => line`Feedback`,
  feedbackIs: (): Line => line`a reminder every second week, off until a team wants it`,
  feedbackWords: (): string => "team feedback",
  checkinWords: (): string => "checkin settings",
  graceIs: (days: number): Line =>
    line`${days === 0 ? "not taken after a period ends" : `taken for ${String(days)} ${days === 1 ? "workday" : "workdays"} after a period ends`}`,
  graceIntro: (): Line =>
    line`When a period has ended, what belongs to it may be logged for a few workdays more. Then its goals close.`,
  graceDays: (): Line => line`Workdays`,
  graceHint: (): Line => line`0 to 10; usually 3`,
  teamTitle: (): Line => line`Team`,
  name: (): Line => line`Name`,
  manager: (): Line => line`Manager`,
  nobody: (): Line => line`nobody`,
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
  noSuch: (): Line => line`That is no longer there. ${typed("setup")} shows what is.`,
  sees: (): Line => line`Seen by everybody in the organisation`,
  nextStep: (): Line => line`next`,
  stepState: (done: boolean): Line => line`${done ? "done" : "later"}`,
  doIt: (): Line => line`Do it now`,
  look: (): Line => line`Look`,
  allDone: (): Line =>
    line`Everything is set. People in the teams that are on hear from the bot; nobody else does.`,
  toSetup: (): Line => line`Back to setup`,
  organisation: (): Line => line`Language and time zone`,
  organisationIntro: (): Line =>
    line`For what is posted where many read along, and for people who have not chosen for themselves.`,
  organisationIs: ({ locale, zone, country, currency }: Settled): Line =>
    line`${locale === "zh" ? "中文" : "English"} · ${said(zone)} · ${countryName(country, "en")} · ${currency}`,
  language: (): Line => line`Language`,
  zone: (): Line => line`Time zone`,
  zoneHint: (): Line => line`A city, e.g. Berlin, 上海, New York`,
  badZone: (): Line =>
    line`I don't know this place. Write a larger city in the same time zone, e.g. Berlin, or UTC+5:30.`,
  holidays: (): Line => line`Public holidays`,
  holidaysHint: (): Line =>
    line`Whose count where people have not chosen: a country, e.g. Germany, or DE-BY`,
  badCountry: (): Line =>
    line`I don't know this country. Write its name or its code, e.g. Germany or DE.`,
  ownCurrencyHint: (): Line =>
    line`What a bare amount means, e.g. EUR; goals that exist keep theirs`,
  teamsAre: (teams: number, people: number): Line =>
    line`${`${String(teams)} ${teams === 1 ? "team" : "teams"}, ${String(people)} ${people === 1 ? "person" : "people"}`}`,
  peopleCount: (count: number): Line =>
    line`${`${String(count)} ${count === 1 ? "person" : "people"}`}`,
  metricsAre: (count: number): Line =>
    line`${`${String(count)} ${count === 1 ? "metric" : "metrics"}`}`,
  places: (): Line => line`Channels`,
  namesCross: (): Line =>
    line`A shout-out is posted in each of a team's places: names of people on one platform are read on the other.`,
  namesStay: (): Line =>
    line`A shout-out stays on the platform it was given on. A team may have a place on each.`,
  letNamesCross: (): Line => line`Post it on both`,
  letNamesCrossSure: (): Line =>
    line`Names of people on one platform will be shown on the other, in another company's cloud. Is that all right where you are?`,
  keepNames: (): Line => line`Keep names on their platform`,
  noPlaces: (): Line => line`None yet. Add me to a team's channel and it appears here.`,
  placesAre: (linked: number, all: number): Line =>
    line`${String(linked)} of ${String(all)} belong to a team`,
  placesIntro: (): Line =>
    line`What a team's news and praise are posted in, and the language it is read in.`,
  placeIs: (name: string): Line => line`${said(name)}`,
  ofTeam: (name: string | null): Line => (name === null ? line`no team` : line`${said(name)}`),
  placeOf: (): Line => line`Belongs to the team`,
  readsWhat: (): Line => line`Its readers read`,
  readsHint: (): Line => line`Both: every post is in Chinese and in English`,
  reads: (what: "zh" | "en" | "both"): Line =>
    line`${{ zh: "中文", en: "English", both: "Chinese and English" }[what]}`,
  rules: (): Line => line`Rules`,
  pace: (): Line => line`Pace`,
  paceIs: (onTrack: number, atRisk: number): Line =>
    line`on track from ${String(onTrack)} % of the expected value, at risk from ${String(atRisk)} %`,
  paceIntro: (): Line =>
    line`A goal is compared with where it should stand today. From which share on is it on track, and from which at risk? Below that it is off track.`,
  paceOnTrack: (): Line => line`On track from, in %`,
  paceOnTrackHint: (): Line => line`Usually 95`,
  paceAtRisk: (): Line => line`At risk from, in %`,
  paceAtRiskHint: (): Line => line`Usually 75`,
  paceOrder: (): Line => line`This must be less than where on track begins.`,
  wholeNumber: (least: number, most: number): Line =>
    line`Please give a whole number from ${String(least)} to ${String(most)}.`,
  pilots: (): Line => line`Pilot teams`,
  pilotsIntro: (): Line =>
    line`Begin with one or two. Before a team is switched on, nobody in it hears from me unasked; commands work for everybody.`,
  pilotsAre: (on: number, all: number): Line => line`${String(on)} of ${String(all)} switched on`,
  noTeamsYet: (): Line => line`Add a team first.`,
  onOff: (on: boolean): Line => line`${on ? "on" : "off"}`,
  preview: (): Line => line`See the greeting`,
  switchOff: (): Line => line`Switch off`,
  switchOffSure: (): Line =>
    line`Nobody in this team will hear from me unasked. Nothing that was logged is lost.`,
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
  notYet: (): Line => line`Not yet`,
  switchedOn: (team: string): Line => line`${said(team)} is switched on`,
  isOn: (team: string): Line => line`${said(team)} is on already.`,
  greetingGoes: (first: number): Line =>
    line`${first === 0 ? "Everybody was greeted before, so nobody is greeted again." : `The greeting goes to ${String(first)} ${first === 1 ? "person" : "people"}, each in their working hours.`}`,
  help: () => ({
    does: line`Language, teams, channels, metrics, rules, pilot teams`,
    usage: "setup",
    example: "setup",
  }),
});

export type SetupMessages = ReturnType<typeof en>;
