// Which column is what, asked about a file: every column can be chosen, and what the file cannot tell.
import { readFields } from "#src/bot/declare/fields";
import { foldCase } from "#src/language/text";
import type { Metric } from "#src/practices/setup/api";
import {
  choiceField,
  choicesField,
  form,
  option,
  type FieldErrors,
  type Form,
  type FormValues,
} from "#src/view/form";
import type { NumberContext } from "../context.ts";
import { columnRoles, ownerRoles, type ColumnRole } from "../import/columns.ts";
import { columnLetters } from "../import/rows.ts";
import type { NumberMessages } from "../messages/en.ts";
import { saveColumns } from "./actions.ts";
import type { Reader } from "./file-card.ts";
import type { Drop, Said, ShownTable } from "./model.ts";

const none = "none";
/** A menu of a chat holds a hundred. */
const mostOptions = 99;
const orders = ["ymd", "dmy", "mdy"] as const;
const marks = [".", ","] as const;
const needed: readonly ColumnRole[] = ["amount", "day"];

const tableOf = ({ found }: Drop): ShownTable | null =>
  found !== null && "table" in found ? found.table : null;
const wordsOf = ({ found }: Drop): readonly string[] =>
  found?.end === "asks"
    ? found.asks.flatMap((each) => (each.asks === "won" ? each.words : []))
    : [];

/** Null where it has no table. */
export function columnsForm(
  drop: Drop,
  { metrics, locale }: Reader,
  t: NumberMessages,
): Form | null {
  const shown = tableOf(drop);
  if (shown === null) return null;
  const columns = shown.heading
    .slice(0, mostOptions)
    .map((name, n) => option(String(n), t.file.column(columnLetters(n), name)));
  const words = wordsOf(drop);
  return form({
    title: t.file.formTitle(),
    fields: [
      choiceField(
        "choice",
        "metric",
        t.file.metric(),
        countable(metrics).map((each) =>
          option(each.id, t.file.cell(locale === "zh" ? each.nameZh : each.nameEn)),
        ),
        { required: true, ...(shown.metric === "" ? {} : { initial: shown.metric }) },
      ),
      ...columnRoles.map((role) => {
        const column = shown.columns[role];
        const isNeeded = needed.includes(role);
        return choiceField(
          "choice",
          role,
          t.file.role(role),
          isNeeded ? columns : [option(none, t.file.none()), ...columns],
          {
            // Without a menu entry for it nobody could take a column back in every chat.
            required: true,
            ...(column === undefined && isNeeded ? {} : { initial: String(column ?? none) }),
          },
        );
      }),
      choiceField(
        "choice",
        "dates",
        t.file.dates(),
        orders.map((each) => option(each, t.file.dateOrder(each))),
        { required: true, initial: shown.dates },
      ),
      choiceField(
        "choice",
        "decimal",
        t.file.decimals(),
        marks.map((each) => option(each, t.file.decimalMark(each))),
        { required: true, initial: shown.decimal },
      ),
      ...(words.length === 0
        ? []
        : [
            choicesField(
              "choices",
              "won",
              t.file.won(),
              words.slice(0, 10).map((each, n) => option(String(n), t.file.cell(each))),
              { required: true },
            ),
          ]),
    ],
    submit: t.file.formSave(),
    act: saveColumns({ drop: drop.id }),
    sees: t.file.formSees(),
  });
}

const countable = (metrics: readonly Metric[]): readonly Metric[] =>
  metrics.filter((each) => !each.ratio);

export function saidInForm(
  drop: Drop,
  values: FormValues,
  metrics: readonly Metric[],
  context: NumberContext,
): { readonly said: Said } | { readonly errors: FieldErrors } {
  const fields = readFields(values, context);
  const shown = tableOf(drop);
  const numbers = (shown?.heading ?? []).slice(0, mostOptions).map((_, n) => String(n));
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of columnRoles) {
    const chosen = fields.chosen(role, [none, ...numbers]);
    if (chosen !== null && chosen !== none) columns[role] = Number(chosen);
    else if (needed.includes(role)) fields.refuse(role, context.t.file.needsIt());
  }
  if (!ownerRoles.some((role) => columns[role] !== undefined))
    fields.refuse("owner", context.t.file.needsOwner());
  const metric = fields.chosen(
    "metric",
    countable(metrics).map((each) => each.id),
  );
  if (metric === null) fields.refuse("metric", context.t.file.needsMetric());
  const dates = fields.chosen("dates", orders);
  const mark = fields.chosen("decimal", marks);
  const words = wordsOf(drop);
  const won = fields
    .many(
      "won",
      words.map((_, n) => String(n)),
    )
    .map((n) => words[Number(n)] ?? "")
    .filter((each) => foldCase(each) !== "");
  if (fields.wrong) return { errors: fields.errors };
  const { encoding, won: before } = drop.said;
  return {
    said: {
      confirmed: true,
      columns,
      ...(encoding === undefined ? {} : { encoding }),
      ...(metric === null ? {} : { metric }),
      ...(dates === null ? {} : { dates }),
      ...(mark === null ? {} : { decimal: mark }),
      ...(won.length > 0 ? { won } : {}),
      ...(won.length === 0 && before !== undefined ? { won: before } : {}),
    },
  };
}
