// What a deal's owner had better look at: a list of facts, never a judgement, and nothing is ever closed or moved by it (domain.md 2.14).
import { daysBetween, type LocalDate } from "#src/calendar/local-date";
import { decimal, type Decimal } from "#src/language/decimal";
import type { Deal, StageNorm } from "../model.ts";

/** The worse the earlier. */
export const ailments = ["overdue", "pushed", "quiet", "long", "no step", "no amount"] as const;
export type Ailment = (typeof ailments)[number];

export interface Finding {
  readonly kind: Ailment;
  /** Days overdue or quiet or in the stage, or times pushed; null where there is nothing to count. */
  readonly count: number | null;
}

export const limits = { quietDays: 14, pushed: 3, stageTimes: decimal("2") };
/** So many of one person are shown at once. */
export const mostShown = 5;
/** So long does a deal rest about which somebody said why it is still real. */
export const restDays = 14;

export interface Checked {
  readonly deal: Deal;
  readonly findings: readonly Finding[];
}

type Norms = (deal: Pick<Deal, "source" | "stage">) => Decimal | null;

export const normsOf =
  (norms: readonly StageNorm[]): Norms =>
  ({ source, stage }) =>
    norms.find((each) => each.source === source && each.stage === stage)?.days ?? null;

const daysSince = (day: LocalDate, today: LocalDate): number => daysBetween(day, today);

export function findingsOf(deal: Deal, today: LocalDate, norms: Norms): readonly Finding[] {
  if (deal.outcome !== "open") return [];
  const found: Finding[] = [];
  if (deal.closeOn !== null && deal.closeOn < today)
    found.push({ kind: "overdue", count: daysSince(deal.closeOn, today) });
  if (deal.pushed >= limits.pushed) found.push({ kind: "pushed", count: deal.pushed });
  const quiet = deal.lastActivityOn === null ? null : daysSince(deal.lastActivityOn, today);
  if (quiet !== null && quiet > limits.quietDays) found.push({ kind: "quiet", count: quiet });
  const usual = norms(deal);
  const staged = daysSince(deal.stageSince, today);
  if (usual?.gt("0") && decimal(String(staged)).gt(usual.times(limits.stageTimes)))
    found.push({ kind: "long", count: staged });
  if (deal.nextStep === "" && deal.nextStepOn === null)
    found.push({ kind: "no step", count: null });
  else if (deal.nextStepOn !== null && deal.nextStepOn < today)
    found.push({ kind: "no step", count: daysSince(deal.nextStepOn, today) });
  if (deal.amount === null) found.push({ kind: "no amount", count: null });
  return found;
}

/** Those with something to look at, the worst first: the more is found the worse, then by what is found, then by how long. */
export function checked(
  deals: readonly Deal[],
  today: LocalDate,
  norms: Norms,
): readonly Checked[] {
  return deals
    .filter((each) => each.resting === null)
    .map((deal) => ({ deal, findings: findingsOf(deal, today, norms) }))
    .filter((each) => each.findings.length > 0)
    .toSorted(
      (a, b) =>
        b.findings.length - a.findings.length || rankOf(a) - rankOf(b) || countOf(b) - countOf(a),
    );
}

const rankOf = ({ findings: [first] }: Checked): number =>
  first === undefined ? ailments.length : ailments.indexOf(first.kind);
const countOf = ({ findings: [first] }: Checked): number => first?.count ?? 0;

/** How many deals have each, in the order of the list. */
export const countsOf = (
  list: readonly Checked[],
): readonly { readonly kind: Ailment; readonly deals: number }[] =>
  ailments.flatMap((kind) => {
    const deals = list.filter(({ findings }) => findings.some((each) => each.kind === kind)).length;
    return deals === 0 ? [] : [{ kind, deals }];
  });
