// What others may use of numbers: importing a table, for the command that does it from a terminal; and reading facts.
export { columnRoles } from "./import/columns.ts";
export {
  importTable,
  nameOf,
  type ImportEnd,
  type ImportRow,
  type OwnerSum,
  type Rejected,
} from "./import/import-table.ts";
export { columnLetters } from "./import/rows.ts";
export type { ImportHints, ImportQuestion, Survey } from "./import/survey-table.ts";
export type { BatchId, FactId, NewBatch, StagedAs, StagedFact } from "./model.ts";
export type { ImportStore } from "./store.ts";
export {
  csvOf,
  fileWords,
  type FigureOut,
  type FiguresAsked,
  type FigureStore,
} from "./export/csv.ts";
export { workOnFile } from "./dropped/work.ts";
export type { Drop, DropId, Found, Mapping, Said } from "./dropped/model.ts";
export type { DropStore } from "./dropped/store.ts";

// Reading tables of another kind, as files have them.
export { columnsIn, factWords, type Vocabulary } from "./import/columns.ts";
export { readDay, readFigure } from "./import/figures.ts";
export { outcomeOf, type Outcome } from "./import/outcomes.ts";
export {
  ownerIn,
  ownerKey,
  readMoney,
  rowsBelow,
  shareOf,
  type RowProblem,
} from "./import/read-rows.ts";
export { isEmpty, textOf } from "./import/rows.ts";
export { headerOf, isSurvey, surveyTableOf, type TableKind } from "./import/survey-table.ts";
export { createTallies } from "./import/tallies.ts";
