// npm run import -- FILE --deals: a file of deals, read, compared with what is known, and stored where that was asked for.
import { localDateAt } from "#src/calendar/zones";
import { toText } from "#src/language/decimal";
import {
  dealRoles,
  importDeals,
  type DealImportEnd,
  type DealRow,
  type OpenSum,
  type RejectedDeal,
} from "#src/practices/deals/api";
import { filesSource } from "#src/practices/goals/api";
import type { BatchId } from "#src/practices/numbers/api";
import type { Metric } from "#src/practices/setup/api";
import type { Table } from "#src/ports/tables";
import { shortDigest } from "../files.ts";
import type { ImportAsked } from "./import-asked.ts";
import {
  columnsSaid,
  hintsOf,
  mostListed,
  type About,
  type ImportAnswer,
  type ImportParts,
} from "./import-parts.ts";
import {
  aboutTable,
  firstRows,
  howItEnded,
  letter,
  minorOf,
  questionSays,
  reasonSays,
} from "./import-says.ts";

export async function importDealsAsked(
  asked: ImportAsked,
  table: Table,
  { organisation, metric }: About,
  { stores, now, newId }: ImportParts,
): Promise<ImportAnswer> {
  const columns = columnsSaid(asked, dealRoles);
  if ("code" in columns) return columns;
  const source = asked.source ?? filesSource;
  const seen: DealRow[] = [];
  const ended = await importDeals(table, {
    batch: {
      id: newId() as BatchId,
      source,
      metric: metric.id,
      file: asked.file.replace(/^.*[/\\]/u, ""),
      by: null,
      at: now(),
    },
    currency: metric.unit.kind === "money" ? metric.unit.currency : organisation.currency,
    today: localDateAt(now(), organisation.zone),
    hints: { ...hintsOf(asked), ...columns },
    apply: asked.apply,
    skipRejected: asked.skipRejected,
    digest: shortDigest,
    inStore: (work) => stores.inOrganisation(organisation.id, ({ deals }) => work(deals)),
    onRow(row) {
      if (asked.json || (row.rejected !== null && seen.length < mostListed)) seen.push(row);
    },
  });
  if (ended.end === "busy")
    return {
      code: 3,
      says: `Another import of “${source}” is under way. Try again when it is done.`,
    };
  const says = asked.json ? forMachines(ended, seen) : forPeople(asked, table, metric, ended, seen);
  if (ended.end === "asks") return { code: 4, says };
  return { code: ended.counts.rejected > 0 ? 2 : 0, says };
}

type Ended = Exclude<DealImportEnd, { readonly end: "busy" }>;

const rowForMachines = ({ line, as, deal, person, rejected }: DealRow) => ({
  line,
  status: as,
  reason: rejected && dealReason(rejected),
  ...(deal === null ? noDeal : dealForMachines(deal, person !== null)),
});

const dealForMachines = (deal: NonNullable<DealRow["deal"]>, isKnown: boolean) => ({
  id: deal.externalId,
  name: deal.name,
  owner: deal.owner.said,
  ownerState: isKnown ? "known" : "unmatched",
  stage: deal.stage,
  closeDate: deal.closeOn,
  amountMinor: deal.amount && minorOf(deal.amount, deal.currency),
  amount: deal.amount && toText(deal.amount),
  currency: deal.currency,
  outcome: deal.outcome,
});

const noDeal: Readonly<Record<keyof ReturnType<typeof dealForMachines>, null>> = {
  id: null,
  name: null,
  owner: null,
  ownerState: null,
  stage: null,
  closeDate: null,
  amountMinor: null,
  amount: null,
  currency: null,
  outcome: null,
};

const forMachines = (ended: Ended, rows: readonly DealRow[]): string =>
  JSON.stringify(
    ended.end === "asks"
      ? { rows: [], counts: null, sums: [], asked: ended.asks }
      : {
          rows: rows.map(rowForMachines),
          counts: ended.counts,
          sums: ended.sums.map((each) => ({
            owner: each.said,
            ownerState: each.person === null ? "unmatched" : "known",
            open: each.deals,
            noAmount: each.noAmount,
            amount: toText(each.value),
            currency: each.currency,
          })),
          stored: ended.stored,
          asked: [],
        },
  );

function forPeople(
  asked: ImportAsked,
  table: Table,
  metric: Metric,
  ended: Ended,
  listed: readonly DealRow[],
): string {
  const { survey } = ended;
  const lines =
    survey === null ? [] : [`Deals, ${aboutTable(table, survey, metric)}`, ...firstRows(survey)];
  if (ended.end === "asks") return [...lines, ...ended.asks.map(dealQuestion)].join("\n");
  const { counts } = ended;
  lines.push(
    `${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.rejected} rejected.`,
    ...listed.map(
      ({ line, rejected }) => `  line ${line}: ${rejected === null ? "" : dealReason(rejected)}`,
    ),
  );
  if (counts.rejected > listed.length) lines.push(`  and ${counts.rejected - listed.length} more.`);
  lines.push(...ended.sums.map(sumSays), ...endingsSay(ended), howItEnded(asked, ended));
  return lines.join("\n");
}

const sumSays = ({ said, deals, noAmount, value, currency, person }: OpenSum): string =>
  [
    `  ${said}: ${deals} open, ${toText(value)} ${currency}`,
    noAmount === 0 ? "" : `, ${noAmount} without an amount`,
    person === null ? " (nobody of ours is known under this name yet)" : "",
  ].join("");

/** What "won" is belongs to whoever brings the file: what was taken for it is said. */
const endingsSay = ({ endings }: Extract<Ended, { readonly end: "read" }>): readonly string[] =>
  endings.size === 0
    ? []
    : [
        `Taken ${[...endings].map(([as, stages]) => `as ${as}: ${[...stages].join(", ")}`).join("; ")}. Say otherwise with --won and --lost.`,
      ];

const dealQuestion = (question: Parameters<typeof questionSays>[0]): string =>
  question.asks === "header"
    ? "No row of headings was found: say which with --header-row 3, and --map name=A --map stage=B --map owner=C --map close=D."
    : questionSays(question);

function dealReason(rejected: RejectedDeal): string {
  const at = letter(rejected.column);
  if (rejected.why === "no name") return `no name and no id${at}`;
  if (rejected.why === "no stage") return `no stage${at}`;
  if (rejected.why === "count") return `“${rejected.said}”${at} is no count`;
  if (rejected.why === "probability")
    return `“${rejected.said}”${at} is no probability: 0 to 100 %`;
  return reasonSays(rejected);
}
