// What numbers says in English.
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import type { LocalDate } from "#src/calendar/local-date";
import type { Unit } from "#src/language/units";
import { sourceName, titleFor, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import { droppedEn } from "../dropped/words/en.ts";
import { counting } from "./counting/en.ts";
import { disputes } from "./disputes/en.ts";

export const en = (f: Formatter) => ({
  ...counting(f),
  ...disputes(f),
  ...droppedEn(f),
  title: (): Line => line`Numbers`,
  titleOf: (name: string): Line => line`Numbers · ${said(name)}`,
  goal: (goal: Titled & { readonly number: number }): Line =>
    line`G${String(goal.number)} ${said(titleFor(goal, "en"))}`,
  reported: (): Line => line`Reported here`,
  imported: (source: string): Line => line`From ${sourceName(source, "en")}`,
  difference: (): Line => line`Difference`,
  amount: (value: Decimal, unit: Unit): Line => line`${f.amount(value, unit)}`,
  same: (): Line => line`the same`,
  importedOn: (rows: number, lastOn: LocalDate, on: LocalDate): Line =>
    line`${String(rows)} ${rows === 1 ? "row" : "rows"}, the last of ${f.date(lastOn)}; imported ${f.date(on)}`,
  noneYet: (): Line => line`nothing yet`,
  whatCounts: (): Line =>
    line`What was reported and what was imported stand side by side, so that you can see whether they agree.`,
  noGoals: (): Line => line`No goal with a figure is running, so there is nothing to compare.`,
  seenByOwn: (): Line => line`Seen by you and your manager`,
  seenByLead: (): Line => line`Seen by you and the person`,
  someoneElse: (): Line => line`You can see your own numbers and those of the people you lead.`,
  unmatchedTitle: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "name" : "names"} nobody is known under yet`,
  allMatched: (): Line => line`Every imported number belongs to somebody.`,
  unmatchedMore: (): Line => line`Their numbers count for nobody until you say who they are.`,
  owner: (name: string): Line => line`${said(name)}`,
  ownerRows: (rows: number, source: string): Line =>
    line`${String(rows)} ${rows === 1 ? "row" : "rows"} from ${sourceName(source, "en")}`,
  metricSum: (metric: string, value: Decimal, unit: Unit): Line =>
    line`${said(metric)} ${f.amount(value, unit)}`,
  broughtBy: (source: string, file: string, on: LocalDate): Line =>
    file === source
      ? line`Numbers from ${sourceName(source, "en")}: ${f.date(on)}`
      : line`Numbers from ${sourceName(source, "en")}: ${said(file)}, ${f.date(on)}`,
  namesUnknown: (count: number): Line =>
    line`${String(count)} ${count === 1 ? "name" : "names"} nobody is known under`,
  whoIs: (): Line => line`Who is this?`,
  unmatchedButton: (): Line => line`Names not known yet`,
  formTitle: (): Line => line`Who is this?`,
  formIntro: (name: string, rows: number): Line =>
    line`${said(name)}, ${String(rows)} ${rows === 1 ? "row" : "rows"}`,
  formPerson: (): Line => line`Person`,
  formSave: (): Line => line`Save`,
  formSees: (): Line => line`The person and their manager see these numbers from then on`,
  choose: (): Line => line`Choose somebody.`,
  linked: (name: string, person: string): Line =>
    line`Numbers of ${said(name)} now belong to ${said(person)}`,
  unlinked: (name: string): Line => line`Numbers of ${said(name)} belong to nobody again`,
  yoursNow: (name: string): Line => line`Imported numbers of ${said(name)} are yours now`,
  yoursNoMore: (name: string): Line =>
    line`Imported numbers of ${said(name)} are not yours after all`,
  seeNumbers: (): Line => line`See numbers`,
  takeBack: (): Line => line`Take it back`,
  howToImport: (): Line =>
    line`Nothing is imported yet: ${typed("import")} says how figures come in from a file.`,
  importTitle: (): Line => line`Send me a file with figures`,
  importHow: (): Line =>
    line`Drop a .csv, .tsv, .txt or .xlsx of up to 20 MB into this chat. I show what I read, and store nothing before you say so.`,
  importWhose: (): Line =>
    line`You can bring your own rows, a manager those of their people, an admin everybody's. Whoever runs the server can bring larger ones with ${typed("npm run import -- FILE")}.`,
  helpImport: () => ({
    does: line`How figures come in from a file`,
    usage: "import",
    example: "import",
  }),
  helpNumbers: () => ({
    does: line`Compare what was reported with imported figures`,
    usage: "numbers [@name]",
    example: "numbers",
  }),
  helpUnmatched: () => ({
    does: line`Say who an imported name is`,
    usage: "unmatched",
    example: "unmatched",
  }),
  isOff: (): Line => line`Numbers are off here. An admin can turn them on in ${typed("setup")}.`,
});

export type NumberMessages = ReturnType<typeof en>;
