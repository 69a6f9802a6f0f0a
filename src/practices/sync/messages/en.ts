// What sync says in English.
import type { LocalDate } from "#src/calendar/local-date";
import { decimal, type Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { Unit } from "#src/language/units";
import { line, said, typed, type Line } from "#src/view/line";
import { troublesEn } from "./trouble/en.ts";
import type { AmountUnit, PullReport, Trouble } from "../model.ts";

export type SyncMessages = ReturnType<typeof en>;

const counted = (f: Formatter, count: number, one: string): string =>
  `${f.number(decimal(String(count)))} ${one}${count === 1 ? "" : "s"}`;

const setUp = (f: Formatter) => ({
  inItsWords: (words: string): Line => line`${said(words)}`,
  listed: (words: readonly string[]): Line => line`${said(words.join(", "))}`,
  count: (count: number): Line => line`${f.number(decimal(String(count)))}`,
  seenByAdmins: (): Line => line`Only you see this`,
  opened: (source: string): Line => line`${said(source)} is below.`,
  atWork: (source: string): Line => line`Asking ${said(source)} …`,
  settingsFirst: (): Line => line`Some settings are missing: they are listed above.`,
  testFirst: (): Line => line`Press Test first: it finds out what there is.`,
  chooseFirst: (): Line => line`Choose first what counts.`,
  chosen: (): Line => line`Kept. A dry run shows what comes of it.`,
  isOnNow: (source: string): Line => line`${said(source)} is on: the first pull begins.`,
  isOffNow: (source: string): Line => line`${said(source)} is off. What was read stays.`,
  missingTitle: (): Line => line`Missing`,
  missingHow: (): Line =>
    line`Whoever runs the bot writes these where its other settings are, and starts it again. Please do not send them in a chat.`,
  setting: (name: string): Line => line`${said(name)}`,
  organisation: (): Line => line`Organisation`,
  readAs: (): Line => line`Read as`,
  currency: (): Line => line`Home currency`,
  fiscalYear: (): Line => line`Fiscal year begins in`,
  month: (month: number): Line =>
    line`${["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1] ?? ""}`,
  callsLeft: (): Line => line`Calls left`,
  rights: (): Line => line`Rights`,
  allRights: (): Line => line`all there`,
  lacks: (rights: readonly string[]): Line => line`missing: ${said(rights.join(", "))}`,
  countsTitle: (): Line => line`What counts`,
  countsWhat: (): Line => line`Counted`,
  wonStages: (): Line => line`Won stages`,
  lostStages: (): Line => line`Lost stages`,
  noWonStage: (): Line => line`none chosen yet`,
  amountField: (): Line => line`Amount`,
  dayField: (): Line => line`Day that counts`,
  countsAs: (): Line => line`Counts as`,
  unitField: (): Line => line`Amounts are in`,
  unit: (unit: AmountUnit): Line =>
    line`${{ "1": "the currency itself", "1000": "thousands", "10000": "ten thousands (万)" }[unit]}`,
  dealsFrom: (): Line => line`Deals to look after`,
  everyField: (): Line => line`Pulled every`,
  every: (minutes: string): Line => line`${minutes} minutes`,
  object: (name: string, active: boolean): Line =>
    active ? line`${said(name)}` : line`${said(name)} (not used)`,
  stage: (name: string, pipeline: string | null): Line =>
    pipeline === null ? line`${said(name)}` : line`${said(name)} · ${said(pipeline)}`,
  countsFormTitle: (): Line => line`What counts`,
  countsFormIntro: (): Line => line`The CRM itself proposes this; change what is not right.`,
  detailsFormTitle: (): Line => line`Stages and fields`,
  needsWon: (): Line => line`Choose at least one stage that means won.`,
  wonAndLost: (): Line => line`One stage is won or lost, not both.`,
  save: (): Line => line`Save`,
  triedTitle: (): Line => line`Dry run, nothing stored`,
  triedRows: (rows: number, owners: number): Line =>
    line`${counted(f, rows, "row")} of ${counted(f, owners, "owner")}`,
  oneOwner: (rows: number): Line =>
    line`${counted(f, rows, "row")} of one owner: is this everybody? The user it is read as may see only their own.`,
  noAmount: (rows: number): Line =>
    line`${counted(f, rows, "won row")} without an amount: they count nothing`,
  noDay: (rows: number): Line =>
    line`${counted(f, rows, "won row")} without a day: they count nothing`,
  unread: (rows: number): Line =>
    line`${counted(f, rows, "won row")} with an amount that cannot be read`,
  wonSum: (owner: string, value: Decimal, unit: Unit, rows: number): Line =>
    line`${said(owner)}: ${f.amount(value, unit)}, ${counted(f, rows, "row")}`,
  unknownOwner: (): Line => line`not known here`,
  moreOwners: (owners: number): Line => line`and ${counted(f, owners, "more owner")}`,
  testButton: (): Line => line`Test`,
  countsButton: (): Line => line`Choose what counts`,
  detailsButton: (): Line => line`Stages and fields`,
  tryButton: (): Line => line`Dry run`,
  peopleButton: (): Line => line`Who is who`,
  peopleTyped: (): string => "unmatched",
  switchOn: (): Line => line`Switch on`,
  switchOff: (): Line => line`Switch off`,
  pullAllButton: (): Line => line`Pull everything`,
});

const told = (f: Formatter) => ({
  statusButton: (): Line => line`How current`,
  troubleTitle: (source: string): Line => line`${said(source)} needs a look`,
  numbersAsOf: (at: Date): Line => line`Numbers from there are as of ${f.dateTime(at)}.`,
  changedTitle: (count: number): Line =>
    count === 1
      ? line`One of your numbers was changed`
      : line`${counted(f, count, "number")} of yours were changed`,
  changedRow: (number: number, before: Decimal, now: Decimal, unit: Unit, source: string): Line =>
    line`F${String(number)} was ${f.amount(before, unit)} and is ${f.amount(now, unit)} in ${said(source)} since today`,
  changedWhy: (): Line =>
    line`If that is not right, have it corrected there, or write ${typed("wrong F9")} with its number.`,
  moreRows: (count: number): Line => line`and ${String(count)} more`,
  seeNumbers: (): Line => line`See numbers`,
  numbersTyped: (): string => "numbers",
  wonTitle: (name: string, count: number): Line =>
    count === 1
      ? line`${said(name)} won a deal`
      : line`${said(name)} won ${counted(f, count, "deal")}`,
  wonRow: (value: Decimal, unit: Unit, on: LocalDate): Line =>
    line`${f.amount(value, unit)} · ${f.date(on)}`,
  praiseIsYours: (): Line => line`Nothing is posted by itself. A word from you does good.`,
  praiseButton: (name: string): Line => line`Praise ${said(name)}`,
  praiseWords: (count: number, on: LocalDate): string =>
    count === 1 ? `for the deal won on ${f.date(on)}` : `for ${String(count)} deals won`,
});

export const en = (f: Formatter) => ({
  isOff: (): Line => line`Sources are off here. An admin can switch them on in ${typed("setup")}.`,
  helpStatus: () => ({
    does: line`How current the numbers from the CRM are`,
    usage: "sync status",
    example: "sync status",
  }),
  statusTitle: (): Line => line`Where numbers come from`,
  filesOnly: (): Line =>
    line`Numbers come from what people report and from files. Whoever runs the bot can connect a CRM.`,
  readOnly: (): Line => line`A CRM is only read; nothing is ever written there.`,
  named: (source: string): Line => line`${said(source)}`,
  isOffChip: (): Line => line`off`,
  onChip: (): Line => line`current`,
  oldChip: (): Line => line`old`,
  troubleChip: (): Line => line`needs a look`,
  working: (): Line => line`at work`,
  notSet: (settings: number): Line => line`${counted(f, settings, "setting")} missing`,
  notChosen: (): Line => line`nobody chose yet what counts`,
  neverPulled: (): Line => line`nothing pulled yet`,
  pulledAt: (at: Date): Line => line`as of ${f.dateTime(at)}`,
  lastEnd: ({ added, changed, left }: PullReport): Line =>
    line`last time ${f.number(decimal(String(added)))} new, ${f.number(decimal(String(changed)))} changed, ${f.number(decimal(String(left)))} gone`,
  nextAt: (at: Date): Line => line`next ${f.dateTime(at)}`,
  trouble: ({ kind, which, until }: Trouble): Line =>
    troublesEn[kind](which ?? "", until === null ? "" : f.dateTime(new Date(until))),
  openButton: (): Line => line`Set up`,
  pullButton: (): Line => line`Pull now`,
  ...setUp(f),
  ...told(f),
});
