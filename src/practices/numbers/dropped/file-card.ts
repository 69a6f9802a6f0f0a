// What the message of a dropped file shows: how far it is, what is asked, what would come of it, what came of it.
import { decimal } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Metric } from "#src/practices/setup/api";
import {
  button,
  card,
  fact,
  facts,
  heading,
  rows,
  softText,
  table,
  text,
  type Button,
  type Card,
  type Element,
} from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import { columnRoles } from "../import/columns.ts";
import { columnLetters } from "../import/rows.ts";
import type { NumberMessages } from "../messages/en.ts";
import { askColumns, leaveFile, readAs, storeFile } from "./actions.ts";
import type { Drop, Found, Report, ShownTable } from "./model.ts";

/** What a card is told beside the file itself. */
export interface Reader {
  readonly metrics: readonly Metric[];
  readonly locale: "zh" | "en";
}

type ShownDrop = Pick<Drop, "id" | "way" | "name" | "state" | "said" | "found" | "readRows">;

export function fileCard(drop: ShownDrop, reader: Reader, t: NumberMessages): Card {
  const { found } = drop;
  if (drop.state === "work" || found === null)
    return drop.way === "in" ? atWork(drop, t) : card({ title: t.file.collecting() });
  switch (found.end) {
    case "refused":
      return card({
        title: t.file.refused(drop.name),
        tone: "warning",
        body: [text(t.file.why(found.why))],
      });
    case "asks":
      return asking(drop, found, reader, t);
    case "read":
      return readCard(drop, found, reader, t);
    case "stored":
      return storedCard(drop, found, reader, t);
    case "exported":
      return card({
        title: t.file.exported(found.rows),
        tone: "good",
        body: [softText(t.file.exportedMore())],
      });
    case "not exported":
      return card({ title: t.file.notExported(found.why), tone: "warning" });
    case "left":
      return card({ title: t.file.left(drop.name), quiet: true });
  }
}

const atWork = ({ name, said, readRows }: ShownDrop, t: NumberMessages): Card =>
  card({
    title: said.store === undefined ? t.file.reading(name) : t.file.storing(name),
    body: [readRows === 0 ? undefined : softText(t.file.rowsSoFar(readRows))],
  });

function asking(
  drop: ShownDrop,
  { asks, table: shown, encoding = shown?.encoding ?? null }: Extract<Found, { end: "asks" }>,
  reader: Reader,
  t: NumberMessages,
): Card {
  const questions = asks.map((question): Line => {
    switch (question.asks) {
      case "header":
        return t.file.askHeader();
      case "metric":
        return t.file.askMetric();
      case "column":
        return t.file.askColumn(question.role);
      case "dates":
        return t.file.askDates();
      case "decimal":
        return t.file.askDecimal();
      case "won":
        return t.file.askWon();
    }
  });
  return card({
    title: t.file.asks(drop.name),
    tone: "warning",
    body: [
      ...questions.map((each) => text(each)),
      ...(shown === null ? [] : tableElements(shown, reader, t)),
    ],
    buttons: [
      shown === null
        ? undefined
        : button(t.file.answer(), askColumns({ drop: drop.id }), "primary"),
      ...rereading(drop, encoding, t),
      button(t.file.leave(), leaveFile({ drop: drop.id }), "quiet"),
    ],
  });
}

/** Only where it was taken for Chinese of the mainland, or for a western file. */
function rereading(
  { id }: ShownDrop,
  encoding: ShownTable["encoding"],
  t: NumberMessages,
): readonly Button[] {
  const mayBeBig5 = encoding === "gb18030" || encoding === "windows-1252";
  return mayBeBig5
    ? [button(t.file.asBig5(), readAs({ drop: id, encoding: "big5" }), "quiet")]
    : [];
}

function readCard(drop: ShownDrop, report: Report, reader: Reader, t: NumberMessages): Card {
  const { counts, table: shown } = report;
  const good = counts.new + counts.changed;
  const isWhole = counts.rejected === 0;
  return card({
    title: t.file.ready(drop.name, good),
    body: [
      text(t.file.counts(counts.new, counts.changed, counts.same, counts.rejected)),
      ...rejectedElements(report, t),
      ...sumElements(report, reader, t),
      ...tableElements(shown, reader, t),
      good > 0 ? softText(t.file.notStored()) : undefined,
    ],
    buttons: [
      good > 0
        ? button(
            isWhole ? t.file.store() : t.file.storeGood(good),
            storeFile({ drop: drop.id, rows: isWhole ? "all" : "good" }),
            "primary",
          )
        : undefined,
      button(t.file.change(), askColumns({ drop: drop.id })),
      ...rereading(drop, shown.encoding, t),
      button(t.file.leave(), leaveFile({ drop: drop.id }), "quiet"),
    ],
  });
}

function storedCard({ name }: ShownDrop, report: Report, reader: Reader, t: NumberMessages): Card {
  const { counts, sums } = report;
  return card({
    title: t.file.stored(name, counts.new + counts.changed),
    tone: "good",
    body: [
      text(t.file.counts(counts.new, counts.changed, counts.same, counts.rejected)),
      ...rejectedElements(report, t),
      ...sumElements(report, reader, t),
      softText(t.file.storedMore()),
      sums.every((each) => each.isKnown) ? undefined : softText(t.file.unmatched()),
    ],
  });
}

function rejectedElements({ rejected, counts }: Report, t: NumberMessages): readonly Element[] {
  if (rejected.length === 0) return [];
  const more = counts.rejected - rejected.length;
  return [
    heading(t.file.rejectedTitle()),
    rows(
      rejected.map(({ line, why }) => ({
        line: t.file.rejected(line, why, why.column === null ? null : columnLetters(why.column)),
      })),
    ),
    ...(more > 0 ? [softText(t.file.moreRejected(more))] : []),
  ];
}

function sumElements(
  { sums, moreSums, table: { metric: id } }: Report,
  { metrics }: Reader,
  t: NumberMessages,
): readonly Element[] {
  if (sums.length === 0) return [];
  const metric = metrics.find((each) => each.id === id);
  const unitOf = (currency: string | null): Unit =>
    currency === null
      ? (metric?.unit ?? { kind: "count", counter: "" })
      : { kind: "money", currency };
  return [
    heading(t.file.sumsTitle()),
    rows(
      sums.map((each) => ({
        line: t.file.sum(each.said, each.rows, decimal(each.value), unitOf(each.currency)),
        ...(each.isKnown ? {} : { soft: t.file.unknownOwner() }),
      })),
    ),
    ...(moreSums > 0 ? [softText(t.file.moreSums(moreSums))] : []),
  ];
}

const mostColumns = 6;

function tableElements(
  { heading: head, columns, first, unit, metric: id, asLastTime }: ShownTable,
  { metrics, locale }: Reader,
  t: NumberMessages,
): readonly Element[] {
  const metric = metrics.find((each) => each.id === id);
  // Those that are read come first; a wide table would not fit.
  const used = columnRoles.flatMap((role) => columns[role] ?? []);
  const others = head.map((_, n) => n).filter((n) => !used.includes(n));
  const shown = [...new Set(used), ...others].slice(0, mostColumns);
  const cells = (row: readonly string[]): readonly Line[] =>
    shown.map((n) => t.file.cell(row[n] ?? ""));
  return [
    heading(t.file.firstRows()),
    table(
      cells(head),
      first.map((each) => cells(each.cells)),
    ),
    facts(
      metric === undefined
        ? undefined
        : fact(t.file.metric(), t.file.cell(locale === "zh" ? metric.nameZh : metric.nameEn)),
      ...columnRoles.flatMap((role) => {
        const column = columns[role];
        return column === undefined
          ? []
          : [fact(t.file.role(role), t.file.column(columnLetters(column), head[column] ?? ""))];
      }),
    ),
    ...notes(unit, asLastTime, t),
  ];
}

function notes(unit: string, asLastTime: boolean, t: NumberMessages): readonly Element[] {
  const said = [
    ...(unit === "1" ? [] : [t.file.unit(unit)]),
    ...(asLastTime ? [t.file.asLastTime()] : []),
  ];
  return said.length === 0 ? [] : [softText(joinLines(said, " · "))];
}
