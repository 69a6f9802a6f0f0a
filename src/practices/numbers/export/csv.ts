// Figures as CSV, as office programs open it: with its mark in front, lines of CRLF, and no cell that a program would take for a formula.
import { csvMark, rowOfCells } from "#src/language/text";
import { toText, type Decimal } from "#src/language/decimal";
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";

/** One figure as it goes out. */
export interface FigureOut {
  /** Its place in the order of its kind. */
  readonly seq: number;
  /** reported: what people said here. Otherwise the source it was imported from. */
  readonly source: string;
  readonly on: LocalDate;
  /** Whose it is; as the source names them where nobody is known under that name. */
  readonly who: string;
  readonly metricZh: string;
  readonly metricEn: string;
  readonly value: Decimal;
  readonly currency: string | null;
  readonly status: "add" | "set" | "open" | "won" | "lost" | "void";
  /** In per cent. */
  readonly credit: Decimal | null;
  readonly id: string;
}

export interface FiguresAsked {
  readonly kind: "reported" | "imported";
  /** Null: everybody's, also of names nobody is known under. */
  readonly of: readonly PersonId[] | null;
  readonly from: LocalDate | null;
  /** The last day. */
  readonly to: LocalDate | null;
  readonly after: number;
  readonly most: number;
}

export interface FigureStore {
  /** Only what counts now, in the order in which it came. */
  figures(asked: FiguresAsked): Promise<readonly FigureOut[]>;
}

/** What stands in the file, in its reader's words. */
export interface FileWords {
  readonly locale: "zh" | "en";
  readonly head: readonly string[];
  readonly reported: string;
  readonly files: string;
  readonly status: Readonly<Record<FigureOut["status"], string>>;
}

export const fileWords: Readonly<Record<"zh" | "en", FileWords>> = {
  zh: {
    locale: "zh",
    head: ["来源", "日期", "负责人", "指标", "数值", "币种", "状态", "分成 %", "编号"],
    reported: "自己报的",
    files: "文件导入",
    status: {
      add: "新增",
      set: "累计",
      open: "进行中",
      won: "赢单",
      lost: "输单",
      void: "作废",
    },
  },
  en: {
    locale: "en",
    head: ["Source", "Date", "Owner", "Metric", "Value", "Currency", "Status", "Share %", "Number"],
    reported: "reported",
    files: "files",
    status: { add: "added", set: "total", open: "open", won: "won", lost: "lost", void: "void" },
  },
};

const rowOf = (figure: FigureOut, words: FileWords, filesSource: string): string =>
  rowOfCells([
    sourceOf(figure.source, words, filesSource),
    figure.on,
    figure.who,
    words.locale === "zh" ? figure.metricZh : figure.metricEn,
    toText(figure.value),
    figure.currency ?? "",
    words.status[figure.status],
    figure.credit === null ? "" : toText(figure.credit),
    figure.id,
  ]);

function sourceOf(source: string, words: FileWords, filesSource: string): string {
  if (source === "reported") return words.reported;
  return source === filesSource ? words.files : source;
}

const atOnce = 2_000;

/** Piece by piece, so that nobody holds all of it: what is reported first, then what was imported. */
export async function* csvOf(
  read: (asked: FiguresAsked) => Promise<readonly FigureOut[]>,
  asked: Pick<FiguresAsked, "of" | "from" | "to">,
  words: FileWords,
  filesSource: string,
): AsyncGenerator<{ readonly text: string; readonly rows: number }> {
  yield { text: `${csvMark}${rowOfCells(words.head)}`, rows: 0 };
  for (const kind of ["reported", "imported"] as const)
    for (let after = 0; ;) {
      const figures = await read({ ...asked, kind, after, most: atOnce });
      if (figures.length > 0)
        yield {
          text: figures.map((each) => rowOf(each, words, filesSource)).join(""),
          rows: figures.length,
        };
      const last = figures.at(-1);
      if (last === undefined || figures.length < atOnce) break;
      after = last.seq;
    }
}
