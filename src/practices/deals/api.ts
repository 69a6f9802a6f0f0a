// What others may use of deals: bringing them in from a table, for the command that does it from a terminal.
import { columnsIn, headerOf } from "#src/practices/numbers/api";
import type { Table } from "#src/ports/tables";
import { dealTable } from "./import/columns.ts";

export type { StagedDeal } from "./model.ts";
export type { DealImportStore } from "./store.ts";
export { dealRoles } from "./import/columns.ts";
export {
  importDeals,
  type DealImportEnd,
  type DealRow,
  type OpenSum,
  type RejectedDeal,
} from "./import/import-deals.ts";

/** Whether a table is plainly one of deals: each has a stage and a day on which it is to close. */
export async function isDealTable(table: Table, headerLine?: number): Promise<boolean> {
  const header = await headerOf(table, headerLine, dealTable.words);
  if (header === null) return false;
  const { columns } = columnsIn(header.cells, dealTable.words);
  return columns.stage !== undefined && columns.close !== undefined;
}
