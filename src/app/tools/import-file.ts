// npm run import, answered where the database is: a file read, compared with what is known, and stored where that was asked for.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { tables } from "#adapters/files/index";
import { foldCase } from "#src/language/text";
import { isDealTable } from "#src/practices/deals/api";
import { filesSource } from "#src/practices/goals/api";
import { columnRoles, importTable, type BatchId, type ImportRow } from "#src/practices/numbers/api";
import { metricNames, type Metric } from "#src/practices/setup/api";
import { TableRefused, type GivenFile } from "#src/ports/tables";
import type { Opened } from "../open.ts";
import { createChance } from "../system.ts";
import { shortDigest } from "../files.ts";
import type { ImportAsked } from "./import-asked.ts";
import { importDealsAsked } from "./import-deals.ts";
import {
  columnsSaid,
  hintsOf,
  mostListed,
  refused,
  type About,
  type ImportAnswer,
  type ImportParts,
} from "./import-parts.ts";
import { organisationCalled } from "../figures/which-organisation.ts";
import { importSays, refusedSays, rowForMachines, type RowForMachines } from "./import-says.ts";

/** What a terminal may bring; a chat takes less. */
const limits = { bytes: 2 * 1024 ** 3, rows: 2_000_000 };

/** What an opened house has for it. */
export const importParts = ({ stores, now }: Pick<Opened, "stores" | "now">): ImportParts => ({
  stores,
  now,
  newId: () => createChance().id(),
});

const asks = (says: string): ImportAnswer => ({ code: 4, says });

export async function answerImport(asked: ImportAsked, parts: ImportParts): Promise<ImportAnswer> {
  const size = await stat(asked.file).catch(() => null);
  if (!size?.isFile()) return refused(`There is no file ${asked.file}.`);
  const where = await organisationCalled(asked.organisation, parts.stores);
  if (!("id" in where)) return where;
  const metrics = await parts.stores.inOrganisation(where.id, ({ setup }) => setup.metrics());
  const metric = metricOf(asked, metrics);
  if (!("unit" in metric)) return metric;
  try {
    return await readAndStore(asked, { bytes: size.size, organisation: where, metric }, parts);
  } catch (error) {
    if (error instanceof TableRefused) return refused(refusedSays(error.why));
    throw error;
  }
}

/** The only metric of money is what a file of orders is about, unless somebody says another. */
function metricOf(
  { metric, deals }: ImportAsked,
  metrics: readonly Metric[],
): Metric | ImportAnswer {
  const named =
    metric === null
      ? metrics.filter((each) => each.unit.kind === "money")
      : metrics.filter((each) =>
          metricNames(each).some((name) => foldCase(name) === foldCase(metric)),
        );
  const [one, ...others] = named;
  const may = (each: Metric) => !each.ratio && (!deals || each.unit.kind === "money");
  if (one !== undefined && others.length === 0 && may(one)) return one;
  const countable = metrics.filter(may);
  return countable.length === 0
    ? refused(`There is no metric${deals ? " of money" : ""} yet: an admin makes one with setup.`)
    : asks(
        `Which metric${deals ? " do deals feed" : ""}? Add --metric with one of: ${countable.map((each) => each.nameEn).join(", ")}.`,
      );
}

async function readAndStore(
  asked: ImportAsked,
  { bytes, organisation, metric }: About & { readonly bytes: number },
  { stores, now, newId }: ImportParts,
): Promise<ImportAnswer> {
  const columns = asked.deals ? {} : columnsSaid(asked, columnRoles);
  if ("code" in columns) return columns;
  const file: GivenFile = {
    name: basename(asked.file),
    bytes,
    open: () => createReadStream(asked.file),
  };
  const table = await tables.open(file, limits, {
    ...(asked.encoding === null ? {} : { encoding: asked.encoding }),
    ...(asked.sheet === null ? {} : { sheet: asked.sheet }),
  });
  if (asked.deals)
    return importDealsAsked(asked, table, { organisation, metric }, { stores, now, newId });
  if (asked.columns === null && (await isDealTable(table, asked.headerRow ?? undefined)))
    return asks(
      "This is a file of deals: it has a stage and a close day. Add --deals to bring them in as deals; to take its sums all the same, name the columns with --map.",
    );
  const listed: ImportRow[] = [];
  const rows: RowForMachines[] = [];
  const ended = await importTable(table, {
    batch: {
      id: newId() as BatchId,
      source: asked.source ?? filesSource,
      file: file.name,
      by: null,
      at: now(),
    },
    metric,
    hints: { ...hintsOf(asked), ...columns },
    mayOwn: null,
    apply: asked.apply,
    skipRejected: asked.skipRejected,
    digest: shortDigest,
    inStore: (work) => stores.inOrganisation(organisation.id, ({ numbers }) => work(numbers)),
    onRow(row) {
      if (asked.json) rows.push(rowForMachines(row));
      else if (row.rejected !== null && listed.length < mostListed) listed.push(row);
    },
  });
  if (ended.end === "busy")
    return refused(
      `Another import of “${asked.source ?? filesSource}” is under way. Try again when it is done.`,
    );
  const says = importSays({ asked, table, metric, ended, listed, rows });
  if (ended.end === "asks") return { code: 4, says };
  if (ended.stored)
    await stores.inOrganisation(organisation.id, ({ audit }) =>
      audit.record({
        act: "numbers.imported",
        by: "operator",
        about: null,
        at: now(),
        detail: { rows: String(ended.counts.new + ended.counts.changed), metric: metric.id },
      }),
    );
  return { code: ended.counts.rejected > 0 ? 2 : 0, says };
}
