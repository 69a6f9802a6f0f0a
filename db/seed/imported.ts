// A month of imported figures beside those that were reported: for most the same, for two something else, and one name nobody is known under.
import type { LocalDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import { filesSource } from "#src/practices/goals/api";
import type { BatchId, StagedFact } from "#src/practices/numbers/model";
import type { NumberStore } from "#src/practices/numbers/store";
import { numbered, type Rep } from "./cast.ts";
import { collected } from "./goals.ts";
import { revenue } from "./metrics.ts";

/** Whose last payment has not arrived yet, and who reported one smaller than it was. */
const behind = "linxiao";
const smaller = "wanglei";

export async function seedImports(
  numbers: NumberStore,
  reps: readonly Rep[],
  today: LocalDate,
  at: Date,
): Promise<void> {
  const id = numbered("9001", 1) as BatchId;
  const batch = { id, source: filesSource, metric: revenue, file: "11月回款.xlsx", by: null, at };
  if (!(await numbers.begin(batch))) return;
  const rows = [...reps.flatMap((rep) => factsOf(rep, today)), stranger(today)];
  await numbers.stage(
    id,
    rows.map((each, i) => ({ ...each, line: i + 2, externalId: `SK2026${String(i + 101)}` })),
    null,
  );
  await numbers.publish(id);
}

type Fact = Omit<StagedFact, "line" | "externalId">;

function factsOf(rep: Rep, today: LocalDate): readonly Fact[] {
  const address = `${rep.user}@example.com`;
  const paid = collected(rep, today).map(({ on, value }, i) => ({
    on,
    value: rep.user === smaller && i === 2 ? toText(decimal(value).plus("8000")) : value,
  }));
  return (rep.user === behind ? paid.slice(0, -1) : paid).map(({ on, value }) =>
    won({ by: "email", key: `email:${address}`, said: address }, on, value, rep.currency),
  );
}

const stranger = (today: LocalDate): Fact =>
  won({ by: "owner", key: "owner:吴敏", said: "吴敏" }, today, "46000", "CNY");

const won = (owner: StagedFact["owner"], on: LocalDate, value: string, currency: string): Fact => ({
  share: "",
  owner,
  on,
  value: decimal(value),
  currency,
  outcome: "won",
  credit: null,
});
