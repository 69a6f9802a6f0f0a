// What others may use of numbers: importing a table, for the command that does it from a terminal; and reading facts.
export { columnRoles, type ColumnRole } from "./import/columns.ts";
export {
  importTable,
  type ImportEnd,
  type ImportRow,
  type OwnerSum,
  type Rejected,
} from "./import/import-table.ts";
export { columnLetters } from "./import/rows.ts";
export type { ImportHints, ImportQuestion, Survey } from "./import/survey-table.ts";
export type { BatchId } from "./model.ts";
export { workOnFile } from "./dropped/work.ts";
export type { Drop, DropId, Found, Mapping, Said } from "./dropped/model.ts";
export type { DropStore } from "./dropped/store.ts";
