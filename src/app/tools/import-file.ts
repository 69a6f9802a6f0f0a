// npm run import, answered where the database is: a file read, compared with what is known, and stored where that was asked for.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { tables } from "#adapters/files/index";
import type { AllStores } from "#db/stores/index";
import { decimal } from "#src/language/decimal";
import { foldCase } from "#src/language/text";
import type { Organisation, OrganisationId } from "#src/people/person";
import { filesSource } from "#src/practices/goals/api";
import {
  importTable,
  type BatchId,
  type ColumnRole,
  type ImportHints,
  type ImportRow,
} from "#src/practices/numbers/api";
import { metricNames, type Metric } from "#src/practices/setup/api";
import type { Stores } from "#src/ports/stores";
import { TableRefused, type GivenFile } from "#src/ports/tables";
import type { Opened } from "../open.ts";
import { createChance } from "../system.ts";
import { shortDigest } from "../files.ts";
import type { ImportAsked } from "./import-asked.ts";
import { importSays, refusedSays, rowForMachines, type RowForMachines } from "./import-says.ts";

/** What a terminal may bring; a chat takes less. */
const limits = { bytes: 2 * 1024 ** 3, rows: 2_000_000 };
/** Of a report for people: so many rejected rows are listed. */
const mostListed = 50;

/** 0: stored, or nothing against it. 2: some rows rejected. 3: refused. 4: something is to be said first. */
export interface ImportAnswer {
  readonly code: 0 | 2 | 3 | 4;
  readonly says: string;
}

export interface ImportParts {
  readonly stores: Stores<AllStores>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What an opened house has for it. */
export const importParts = ({ stores, now }: Pick<Opened, "stores" | "now">): ImportParts => ({
  stores,
  now,
  newId: () => createChance().id(),
});

const refused = (says: string): ImportAnswer => ({ code: 3, says });
const asks = (says: string): ImportAnswer => ({ code: 4, says });

export async function answerImport(asked: ImportAsked, parts: ImportParts): Promise<ImportAnswer> {
  const size = await stat(asked.file).catch(() => null);
  if (!size?.isFile()) return refused(`There is no file ${asked.file}.`);
  const where = await organisationOf(asked, parts);
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

async function organisationOf(
  { organisation }: ImportAsked,
  { stores }: ImportParts,
): Promise<Organisation | ImportAnswer> {
  const ids: readonly OrganisationId[] = await stores.routing.organisations();
  const all: Organisation[] = [];
  for (const id of ids)
    all.push(await stores.inOrganisation(id, ({ people }) => people.organisation()));
  const found =
    organisation === null
      ? all
      : all.filter(
          (each) => each.id === organisation || foldCase(each.name) === foldCase(organisation),
        );
  const [one, ...others] = found;
  if (one !== undefined && others.length === 0) return one;
  if (all.length === 0) return refused("Nobody uses this database yet: npm start first.");
  return asks(
    `Which organisation? Add --organisation with one of: ${all.map((each) => each.name).join(", ")}.`,
  );
}

/** The only metric of money is what a file of orders is about, unless somebody says another. */
function metricOf({ metric }: ImportAsked, metrics: readonly Metric[]): Metric | ImportAnswer {
  const named =
    metric === null
      ? metrics.filter((each) => each.unit.kind === "money")
      : metrics.filter((each) =>
          metricNames(each).some((name) => foldCase(name) === foldCase(metric)),
        );
  const [one, ...others] = named;
  if (one !== undefined && others.length === 0 && !one.ratio) return one;
  const countable = metrics.filter((each) => !each.ratio);
  return countable.length === 0
    ? refused("There is no metric yet: an admin makes one with setup.")
    : asks(
        `Which metric? Add --metric with one of: ${countable.map((each) => each.nameEn).join(", ")}.`,
      );
}

/** A column as it is named on the command line: by its letter, or by its heading. */
function columnsSaid({ columns }: ImportAsked): ImportHints["columns"] | string {
  const said: Partial<Record<ColumnRole, number>> = {};
  for (const [role, name] of Object.entries(columns ?? {}) as [ColumnRole, string][]) {
    const letters = name.trim().toUpperCase();
    if (!/^[A-Z]{1,3}$/u.test(letters)) return name;
    said[role] = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  }
  return said;
}

interface About {
  readonly bytes: number;
  readonly organisation: Organisation;
  readonly metric: Metric;
}

async function readAndStore(
  asked: ImportAsked,
  { bytes, organisation, metric }: About,
  { stores, now, newId }: ImportParts,
): Promise<ImportAnswer> {
  const columns = columnsSaid(asked);
  if (typeof columns === "string")
    return refused(
      `--map names a column by its letter, as in --map amount=C; “${columns}” is none.`,
    );
  const file: GivenFile = {
    name: basename(asked.file),
    bytes,
    open: () => createReadStream(asked.file),
  };
  const table = await tables.open(file, limits, {
    ...(asked.encoding === null ? {} : { encoding: asked.encoding }),
    ...(asked.sheet === null ? {} : { sheet: asked.sheet }),
  });
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
    hints: hintsOf(asked, columns),
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
  return { code: ended.counts.rejected > 0 ? 2 : 0, says };
}

const hintsOf = (asked: ImportAsked, columns: ImportHints["columns"]): ImportHints => ({
  ...(columns === undefined ? {} : { columns }),
  ...(asked.headerRow === null ? {} : { headerLine: asked.headerRow }),
  ...(asked.dates === null ? {} : { dates: asked.dates }),
  ...(asked.decimal === null ? {} : { decimal: asked.decimal }),
  ...(asked.unit === null ? {} : { unit: decimal(asked.unit) }),
  ...(asked.won === null ? {} : { won: asked.won }),
  ...(asked.lost === null ? {} : { lost: asked.lost }),
});
