// What is done with a file that was dropped, outside the act: fetched and kept piece by piece, read, and said what would come of it, or
// stored. Whatever a process that ended had begun is begun again.
import type { AccountName, ChatIdentity, Person, PersonId } from "#src/people/person";
import { manages } from "#src/people/person";
import { toText } from "#src/language/decimal";
import type { Fetched, FileSent } from "#src/ports/chat/files";
import type { AuditStore } from "#src/ports/audit";
import { TableRefused, type GivenFile, type Table, type Tables } from "#src/ports/tables";
import type { PeopleStore } from "#src/people/store";
import type { Metric, MetricReader } from "#src/practices/setup/api";
import { csvOf, fileWords, type FiguresAsked, type FigureStore } from "../export/csv.ts";
import { importTable, type ImportEnd, type ImportRow } from "../import/import-table.ts";
import { textOf } from "../import/rows.ts";
import { isSurvey, surveyTable, type ImportHints, type Survey } from "../import/survey-table.ts";
import { filesSource } from "#src/practices/goals/api";
import type { BatchId } from "../model.ts";
import type { NumberStore } from "../store.ts";
import { fileLimits } from "./limits.ts";
import {
  chatOf,
  type Drop,
  type Found,
  type Mapping,
  type Report,
  type Said,
  type ShownTable,
} from "./model.ts";
import type { DropStore } from "./store.ts";

export interface FileStores {
  readonly drops: DropStore;
  readonly figures: FigureStore;
  readonly numbers: NumberStore;
  readonly people: PeopleStore;
  readonly setup: MetricReader;
  readonly audit: AuditStore;
}

export interface FileParts {
  readonly tables: Tables;
  readonly fetchFile: (from: ChatIdentity, ref: string) => Promise<Fetched>;
  readonly sendFile: (
    person: PersonId,
    account: AccountName,
    name: string,
    bytes: Uint8Array,
  ) => Promise<FileSent>;
  /** Each in a transaction of its own. */
  inStore<T>(work: (stores: FileStores) => Promise<T>): Promise<T>;
  /** Whether it is plainly one of deals, whose amounts are no figures that add up. */
  readonly isOfDeals: (table: Table) => Promise<boolean>;
  readonly digest: (text: string) => Uint8Array;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Messages say what stands now. */
  readonly tell: () => Promise<void>;
}

const pieceBytes = 256 * 1024;
/** A file that a process died of so often is not tried again. */
const mostAttempts = 4;
const mostRejected = 10;
const mostSums = 10;
/** The message says how far it is every so many rows. */
const rowsTold = 20_000;

/** One piece of work; false where there is none. */
export async function workOnFile(parts: FileParts): Promise<boolean> {
  const drop = await parts.inStore(({ drops }) => drops.claim());
  if (drop === null) return false;
  if (drop.attempts > mostAttempts)
    await end(drop, { end: "refused", why: { problem: "failed" } }, parts);
  else
    try {
      await (drop.way === "in" ? work(drop, parts) : sendFigures(drop, parts));
    } catch (error) {
      if (!(error instanceof TableRefused)) throw error;
      await end(drop, { end: "refused", why: error.why }, parts);
    }
  return true;
}

/** Their figures, as a file in the chat where they asked for them. */
async function sendFigures(drop: Drop, parts: FileParts): Promise<void> {
  const { person, directory } = await importerOf(drop, parts);
  if (person === null) return end(drop, { end: "left" }, parts);
  const pieces: Uint8Array[] = [];
  let [rows, length] = [0, 0];
  const read = (asked: FiguresAsked) => parts.inStore(({ figures }) => figures.figures(asked));
  const asked = { of: ownersFor(person, directory), from: null, to: null };
  for await (const piece of csvOf(read, asked, fileWords[person.locale], filesSource)) {
    const bytes = new TextEncoder().encode(piece.text);
    pieces.push(bytes);
    rows += piece.rows;
    length += bytes.length;
    if (length > fileLimits.bytes)
      return end(drop, { end: "not exported", why: "too much" }, parts);
  }
  const { sent } = await parts.sendFile(
    drop.person,
    chatOf(drop),
    drop.name,
    joined(pieces, length),
  );
  if (sent !== "there") return end(drop, { end: "not exported", why: sent }, parts);
  await parts.inStore(({ audit }) =>
    audit.record({
      act: "numbers.exported",
      by: { person: person.id },
      about: null,
      at: parts.now(),
      detail: { rows: String(rows) },
    }),
  );
  await end(drop, { end: "exported", rows }, parts);
}

const importerOf = (drop: Drop, parts: FileParts) =>
  parts.inStore(async ({ people }) => ({
    person: await people.person(drop.person),
    directory: await people.directory(),
  }));

async function end(drop: Drop, found: Found, parts: FileParts): Promise<void> {
  const waits = found.end === "asks" || found.end === "read";
  await parts.inStore(({ drops }) => drops.found(drop.id, found, waits ? "waits" : "ended"));
  await parts.tell();
}

async function work(drop: Drop, parts: FileParts): Promise<void> {
  const why = await fetchOnce(drop, parts);
  if (why === "later") return parts.inStore(({ drops }) => drops.later(drop.id, "not given out"));
  if (why !== null) return end(drop, { end: "refused", why: { problem: why } }, parts);
  const table = await parts.tables.open(
    fileOf(drop, parts),
    fileLimits,
    drop.said.encoding === undefined ? {} : { encoding: drop.said.encoding },
  );
  const found = await readTable(drop, table, parts);
  if (found === "busy") return parts.inStore(({ drops }) => drops.later(drop.id, "busy"));
  await end(drop, found, parts);
}

async function fetchOnce(
  drop: Drop,
  parts: FileParts,
): Promise<"no scope" | "gone" | "later" | null> {
  if (await parts.inStore(({ drops }) => drops.piece(drop.id, 0))) return null;
  const fetched = await parts.fetchFile(drop.from, drop.ref);
  if (fetched.fetched !== "there") return fetched.fetched;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of fetched.bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length > fileLimits.bytes)
      throw new TableRefused({ problem: "too big", most: fileLimits.bytes });
  }
  if (length === 0) throw new TableRefused({ problem: "empty" });
  const whole = joined(pieces, length);
  // The first piece last: where it stands, all of them do.
  for (let n = Math.ceil(length / pieceBytes) - 1; n >= 0; n--)
    await parts.inStore(({ drops }) =>
      drops.keep(drop.id, n, whole.subarray(n * pieceBytes, (n + 1) * pieceBytes)),
    );
  return null;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const fileOf = (drop: Drop, parts: FileParts): GivenFile => ({
  name: drop.name,
  // What was fetched is within what is taken.
  bytes: drop.bytes ?? 0,
  async *open() {
    for (let n = 0; ; n++) {
      const piece = await parts.inStore(({ drops }) => drops.piece(drop.id, n));
      if (piece === null) return;
      yield piece;
    }
  },
});

const hintsOf = ({ columns, dates, decimal: mark, won }: Said): ImportHints => ({
  ...(columns === undefined ? {} : { columns, onlyThose: true }),
  ...(dates === undefined ? {} : { dates }),
  ...(mark === undefined ? {} : { decimal: mark }),
  ...(won === undefined ? {} : { won }),
});

export const mappingOf = ({ metric, columns, dates, decimal: mark, won }: Said): Mapping => ({
  ...(metric === undefined ? {} : { metric }),
  ...(columns === undefined ? {} : { columns }),
  ...(dates === undefined ? {} : { dates }),
  ...(mark === undefined ? {} : { decimal: mark }),
  ...(won === undefined ? {} : { won }),
});

interface Understood {
  readonly survey: Survey;
  readonly said: Said;
  readonly metric: Metric | null;
  readonly table: ShownTable;
}

async function readTable(drop: Drop, table: Table, parts: FileParts): Promise<Found | "busy"> {
  const understood = await understand(drop, table, parts);
  if ("end" in understood) return understood;
  const { survey, said, metric, table: shown } = understood;
  if (metric === null || survey.asks.length > 0)
    return {
      end: "asks",
      asks: [...(metric === null ? [{ asks: "metric" as const }] : []), ...survey.asks],
      table: shown,
    };
  const importer = await importerOf(drop, parts);
  const { rejected, ended } = await runImport(drop, table, {
    parts,
    said,
    survey,
    metric,
    mayOwn: importer.person === null ? [] : ownersFor(importer.person, importer.directory),
  });
  if (ended.end === "busy") return "busy";
  if (ended.end === "asks") return { end: "asks", asks: ended.asks, table: shown };
  const report = reportOf(shown, ended, rejected);
  if (!ended.stored) return { end: "read", ...report };
  await parts.inStore(async ({ drops, audit }) => {
    await drops.remember(shown.fingerprint, mappingOf({ ...said, metric: metric.id }), parts.now());
    await audit.record({
      act: "numbers.imported",
      by: { person: drop.person },
      about: null,
      at: parts.now(),
      detail: { rows: String(ended.counts.new + ended.counts.changed), metric: metric.id },
    });
  });
  return { end: "stored", ...report };
}

/** Whose rows somebody may bring: their own, those of the people they lead, or everybody's. */
function ownersFor(person: Person, directory: readonly Person[]): readonly PersonId[] | null {
  if (person.admin) return null;
  return [person, ...directory.filter((each) => manages(person, each))].map((each) => each.id);
}

async function understand(
  drop: Drop,
  table: Table,
  parts: FileParts,
): Promise<Understood | Extract<Found, { end: "asks" | "refused" }>> {
  if (drop.said.columns === undefined && (await parts.isOfDeals(table)))
    return { end: "refused", why: { problem: "deals" } };
  const first = await surveyTable(table, hintsOf(drop.said));
  if (!isSurvey(first))
    return { end: "asks", asks: [first], table: null, encoding: table.encoding };
  const fingerprint = hexOf(parts.digest(first.fingerprint));
  const { metrics, known } = await parts.inStore(async ({ setup, drops }) => ({
    metrics: await setup.metrics(),
    known: await drops.mapping(fingerprint),
  }));
  const asLastTime = known !== null && drop.said.confirmed !== true;
  const said = asLastTime ? { ...known, ...drop.said } : drop.said;
  const survey = asLastTime ? await surveyTable(table, hintsOf(said)) : first;
  if (!isSurvey(survey))
    return { end: "asks", asks: [survey], table: null, encoding: table.encoding };
  const countable = metrics.filter((each) => !each.ratio);
  if (countable.length === 0) return { end: "refused", why: { problem: "no metric" } };
  const metric = metricFor(said, countable);
  return {
    survey,
    said,
    metric,
    table: {
      encoding: table.encoding,
      sheet: table.sheets.length > 1 ? table.sheet : null,
      heading: survey.heading.map((cell) => shortText(cell)),
      columns: survey.columns,
      dates: survey.dates,
      decimal: survey.decimal,
      first: survey.first.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => shortText(cell)),
      })),
      unit: toText(survey.unit),
      metric: metric?.id ?? "",
      asLastTime,
      fingerprint,
    },
  };
}

/** The only one of money is what a file of orders is about, unless somebody says another. */
function metricFor({ metric }: Said, countable: readonly Metric[]): Metric | null {
  const named = countable.find((each) => each.id === metric);
  if (named) return named;
  const [one, ...others] = countable.filter((each) => each.unit.kind === "money");
  if (one && others.length === 0) return one;
  return countable.length === 1 ? (countable[0] ?? null) : null;
}

const longestCell = 40;
const shortText = (cell: Parameters<typeof textOf>[0]): string =>
  textOf(cell).replace(/\s+/gu, " ").slice(0, longestCell);

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

interface Running {
  readonly parts: FileParts;
  readonly said: Said;
  readonly survey: Survey;
  readonly metric: Metric;
  readonly mayOwn: readonly PersonId[] | null;
}

async function runImport(
  drop: Drop,
  table: Table,
  { parts, said, survey, metric, mayOwn }: Running,
): Promise<{ readonly ended: ImportEnd; readonly rejected: readonly ImportRow[] }> {
  const rejected: ImportRow[] = [];
  let rows = 0;
  let told = 0;
  const ended = await importTable(table, {
    batch: {
      id: parts.newId() as BatchId,
      source: filesSource,
      file: drop.name,
      by: drop.person,
      at: parts.now(),
    },
    metric,
    hints: hintsOf(said),
    survey,
    mayOwn,
    apply: said.store !== undefined,
    skipRejected: said.store === "good",
    digest: parts.digest,
    async inStore(call) {
      const result = await parts.inStore(({ numbers }) => call(numbers));
      const isFar = rows - told >= rowsTold;
      if (isFar) told = rows;
      if (isFar || rows % 5_000 < 500)
        await parts.inStore(({ drops }) => drops.hold(drop.id, isFar ? rows : null));
      if (isFar) await parts.tell();
      return result;
    },
    onRow(row) {
      rows++;
      if (row.rejected !== null && rejected.length < mostRejected) rejected.push(row);
    },
  });
  return { ended, rejected };
}

function reportOf(
  table: ShownTable,
  { counts, sums }: Extract<ImportEnd, { readonly end: "read" }>,
  rejected: readonly ImportRow[],
): Report {
  const bySize = sums.toSorted((a, b) => b.value.abs().cmp(a.value.abs()));
  return {
    table,
    counts,
    rejected: rejected.flatMap(({ line, rejected: why }) => (why === null ? [] : [{ line, why }])),
    sums: bySize.slice(0, mostSums).map((each) => ({
      said: each.said,
      isKnown: each.person !== null,
      currency: each.currency,
      rows: each.rows,
      value: toText(each.value),
    })),
    moreSums: Math.max(0, bySize.length - mostSums),
  };
}
