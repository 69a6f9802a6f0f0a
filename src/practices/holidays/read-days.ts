// Days as people list them: "24 Dec", "5 to 11 Feb; workday 14 Feb", the State Council's notice as it stands. Pure.
import { dateOf, daysBetween, type LocalDate } from "#src/calendar/local-date";
import type { DayKind } from "#src/calendar/own-days";
import { findDays, type DayMention } from "#src/language/dates/find-days";
import { normalise } from "#src/language/text";
import type { DayRun } from "./rules.ts";

export type ReadDays =
  | { readonly runs: readonly DayRun[] }
  | { readonly problem: "none" }
  | { readonly problem: "no such day" | "which day" | "too long"; readonly phrase: string };

/** A longer holiday is a slip of the pen. */
const longestRun = 60;

const worked = /上班|补班|工作日|\b(?:work(?:ing|s|ed)?[- ]?days?|make-?up|work(?:ing|ed)?)\b/giu;
const free =
  /放假|休息|假日|节假|补休|\b(?:(?:public |bank )?holidays?|days? off|off|free|closed|rest)\b/giu;

/** A year without a day, 2027年 or a heading of its own: says of which year the whole list is. */
const yearHead = /(?<year>20\d\d)年度?(?!\s*\d)|^[^\d\n]*(?<alone>20\d\d)[^\d\n]*$/imu;
const aside = /[（(][^（）()]*[）)]/gu;

/**
 * `kind`: what is meant where the words do not say. `year`: of which the list is, where a form says so; a list that begins with its year
 * says so itself. All of it, or the first thing that cannot be read.
 */
export function readDays(
  typed: string,
  { today, kind, year }: { today: LocalDate; kind: DayKind; year?: number | null },
): ReadDays {
  const text = normaliseLines(typed).replaceAll(aside, " ");
  const head = yearHead.exec(text)?.groups;
  const named = Number(head?.["year"] ?? head?.["alone"] ?? year ?? 0);
  const around = {
    today: named > 0 ? dateOf(named, 1, 1) : today,
    lean: "future",
  } as const;
  const runs: DayRun[] = [];
  let usual = kind;
  for (const clause of text.replace(new RegExp(yearHead, "gimu"), " ").split(/[\n。;；]+/u)) {
    const all = findDays(clause, around);
    const certain = all.filter((each) => !each.doubtful);
    const mentions = certain.filter((each) => each.reads !== "span" || isNamedByDays(each, clause));
    if (mentions.length === 0) {
      usual = kindsIn(clause)[0]?.kind ?? usual;
      continue;
    }
    for (const each of mentions) {
      const phrase = clause.slice(each.start, each.end).trim();
      if (each.reads === "ambiguous") return { problem: "which day", phrase };
      if (each.reads === "does-not-exist") return { problem: "no such day", phrase };
      const [from, to] =
        each.reads === "span" ? [each.period.start, each.period.end] : [each.date, each.date];
      if (daysBetween(from, to) >= longestRun) return { problem: "too long", phrase };
      runs.push({ from, to, kind: kindOf(each, mentions, clause, usual) });
    }
  }
  return runs.length === 0 ? { problem: "none" } : { runs };
}

/** Line by line, since a new line ends what the one before says. */
const normaliseLines = (typed: string): string =>
  typed
    .split(/\r?\n/u)
    .map((each) => normalise(each))
    .join("\n");

/** A whole month or quarter that a line only mentions is no list of days. */
const isNamedByDays = (each: DayMention, clause: string): boolean =>
  each.reads === "span" &&
  (each.period.kind === "custom" || /\d/.test(clause.slice(each.start, each.end))) &&
  each.period.kind !== "year" &&
  each.period.kind !== "quarter";

interface SaidKind {
  readonly at: number;
  readonly kind: DayKind;
}

const kindsIn = (clause: string): readonly SaidKind[] =>
  [
    ...Array.from(clause.matchAll(worked), ({ index }) => ({
      at: index,
      kind: "workday" as const,
    })),
    ...Array.from(clause.matchAll(free), ({ index }) => ({ at: index, kind: "holiday" as const })),
  ].toSorted((a, b) => a.at - b.at);

/** What a clause says once holds for all its days; where it says both, each for the days beside it, on the side on which the first stands. */
function kindOf(
  mention: DayMention,
  mentions: readonly DayMention[],
  clause: string,
  usual: DayKind,
): DayKind {
  const said = kindsIn(clause);
  const [first] = said;
  if (!first) return usual;
  if (said.every((each) => each.kind === first.kind)) return first.kind;
  const leads = first.at < (mentions[0]?.start ?? 0);
  const beside = leads
    ? said.findLast((each) => each.at < mention.start)
    : said.find((each) => each.at >= mention.end);
  return beside?.kind ?? usual;
}
