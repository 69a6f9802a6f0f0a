// An entry put right by a line: which one and what it should be is shown first, and changed by the press.
import { ask, committed, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { findAmounts, type Amount } from "#src/language/amount/amount";
import { toText } from "#src/language/decimal";
import { onlyOne } from "#src/language/lists";
import { button, card, softText, type Button } from "#src/view/card";
import { askCorrection, correctTo, saveCorrection } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import { correctionForm } from "../define/goal-form.ts";
import { fitsIn } from "../log/parse/unit-marks.ts";
import { isUnderWay, type EntryId, type KnownEntry } from "../model.ts";
import { correctEntry } from "./history.ts";
import { isMeant, wordsOfEntry } from "./name-entry.ts";

const longHistory = 100;
const mostChoices = 5;
const alone = { list: false, behind: null, only: null } as const;

/** 更正, 更正 12万, 更正 仁济 12万, 5万 → 6万. */
export async function correctSaid(
  { which }: { which: string },
  context: GoalContext,
): Promise<Answer> {
  const { t } = context;
  const [from, to] = which.includes("→") ? which.split("→") : [null, which];
  const figures = findAmounts(to ?? "");
  const figure = onlyOne(figures);
  const words =
    from ?? (figure ? `${which.slice(0, figure.start)} ${which.slice(figure.end)}` : which);
  const found = await entriesMeant(
    wordsOfEntry(words.replace(/^[\s:：,，=为成]+|[\s:：,，=为成]+$/gu, "")),
    context,
  );
  const fit = figure ? found.filter((each) => fitsEntry(which, figure.amount, each)) : found;
  if (found.length === 0) throw new Refusal(t.nothingToCorrect());
  if (figure && fit.length === 0)
    throw new Refusal(t.correctNoFit(), found.slice(0, mostChoices).map(byForm));
  const only = onlyOne(fit);
  if (!figure && only)
    return ask(correctionForm(only, saveCorrection({ entry: only.id, ...alone }), t));
  return show(
    card({
      title: t.correctWhich(figure ? (only ?? null) : null),
      tone: "info",
      body: figure ? [softText(t.listNotYet())] : [],
      buttons: fit
        .slice(0, mostChoices)
        .map((each, i) =>
          figure
            ? button(
                t.correctTo(each, { value: figure.amount.value, unit: each.unit }),
                correctTo({ entry: each.id, value: toText(figure.amount.value) }),
                i === 0 && only ? "primary" : "plain",
              )
            : byForm(each),
        ),
    }),
  );

  function byForm(each: KnownEntry): Button {
    return button(t.undoThis([each]), askCorrection({ entry: each.id, ...alone }));
  }
}

/** A sum (12万, 12k) is of money, as in a log. */
const fitsEntry = (typed: string, amount: Amount, { unit }: KnownEntry): boolean =>
  fitsIn(amount, unit) &&
  (unit.kind === "money" || amount.counter !== undefined || !/\d ?[万亿wkm千]/iu.test(typed));

/** Of one's last line, or those the words name. */
async function entriesMeant(
  words: string,
  { stores, person }: GoalContext,
): Promise<readonly KnownEntry[]> {
  const last = await stores.goals.lastBatchBy(person.id);
  if (words === "") return last.filter(isUnderWay);
  const known = [...last, ...(await stores.goals.entriesOf(person.id, longHistory))];
  const ofLast = last.filter((each) => isUnderWay(each) && isMeant(words, each));
  if (ofLast.length > 0) return ofLast;
  const all = [...new Map(known.map((each) => [each.id, each])).values()];
  return all.filter((each) => isUnderWay(each) && isMeant(words, each));
}

export async function correctByPress(
  { entry, value }: { entry: EntryId; value: string },
  context: GoalContext,
): Promise<Answer> {
  const found = await context.stores.goals.entry(entry);
  if (!found) throw new Refusal(context.t.entryGone());
  const values = { amount: value, on: found.on, note: found.note };
  const answer = await correctEntry({ payload: { entry, ...alone }, values }, context);
  if (answer.reply.reply !== "correct") return committed(answer);
  const [wrong = context.t.correctNoFit()] = Object.values(answer.reply.errors);
  throw new Refusal(wrong);
}
