// A disputed figure as whoever decides sees it, what they say of it, and how those it concerns hear.
import type { Unit } from "#src/language/units";
import {
  button,
  card,
  fact,
  facts,
  quote,
  softText,
  type Card,
  type Element,
} from "#src/view/card";
import { form, longTextField, type Form } from "#src/view/form";
import { joinLines, said } from "#src/view/line";
import { askVerdict, countAgain, leaveOut, sendVerdict, sendWrong } from "../actions.ts";
import type { NumberMessages } from "../messages/en.ts";
import { verdicts, type ChangedFact, type Fact, type FactDispute, type Verdict } from "../model.ts";
import type { DisputeShown } from "./both-numbers.ts";

const longest = 500;

export const wrongForm = (what: Fact, unit: Unit, t: NumberMessages): Form =>
  form({
    title: t.wrongTitle(),
    intro: joinLines(
      [t.factRow(what.number, what.value, unit, what.on), t.fromSource(what.source)],
      " · ",
    ),
    fields: [
      longTextField("said", t.wrongField(), { required: true, max: longest, hint: t.wrongHint() }),
    ],
    submit: t.send(),
    act: sendWrong({ fact: what.id }),
    sees: t.seenByDecider(),
  });

const figures = (
  { dispute: { fact: what }, unit, goal }: DisputeShown,
  t: NumberMessages,
): Element =>
  facts(
    fact(t.factNumber(what.number), joinLines([t.amount(what.value, unit), t.day(what.on)], " · ")),
    goal ? fact(t.reportedFor(goal.is.number), t.amount(goal.reported, unit)) : undefined,
    goal
      ? fact(t.importedFor(goal.is.number, what.source), t.amount(goal.imported, unit))
      : undefined,
  );

export const disputeCard = (shown: DisputeShown, t: NumberMessages): Card =>
  card({
    title: t.disputeTitle(shown.dispute.byName, shown.dispute.fact.number),
    tone: "warning",
    context:
      shown.goal === null ? t.owner(shown.ownerName) : t.goalOf(shown.goal.is, shown.ownerName),
    body: [quote(said(shown.dispute.said)), figures(shown, t), softText(t.countsMeanwhile())],
    buttons: verdicts.map((verdict) =>
      button(
        t.verdict(verdict),
        askVerdict({ dispute: shown.dispute.id, verdict }),
        verdict === "right" ? "primary" : undefined,
      ),
    ),
    sees: t.seenByOwner(shown.dispute.byName),
  });

export const verdictForm = (
  dispute: Pick<FactDispute, "id" | "fact" | "byName">,
  verdict: Verdict,
  t: NumberMessages,
): Form =>
  form({
    title: t.verdict(verdict),
    intro: t.verdictMeans(verdict, dispute.fact.number),
    fields: [longTextField("reason", t.verdictReason(), { required: true, max: longest })],
    submit: t.send(),
    act: sendVerdict({ dispute: dispute.id, verdict }),
    sees: t.seenByOwner(dispute.byName),
  });

/** `by`: who decided, for the others; null for themselves. */
export const decidedCard = (
  shown: DisputeShown,
  by: string | null,
  mayChange: boolean,
  t: NumberMessages,
): Card => {
  const { dispute } = shown;
  return card({
    title: t.decidedAs(dispute.state, dispute.fact.number, by),
    tone: dispute.state === "right" ? "info" : "good",
    context:
      shown.goal === null
        ? t.owner(shown.ownerName)
        : t.goalOf(shown.goal.is, shown.ownerName === "" ? null : shown.ownerName),
    body: [dispute.reason === null ? undefined : quote(said(dispute.reason)), figures(shown, t)],
    buttons: [
      mayChange && dispute.state === "out"
        ? button(t.countAgain(), countAgain({ dispute: dispute.id }), "quiet")
        : undefined,
    ],
    sees: t.seenByOwner(dispute.byName),
  });
};

/** A later import says something else of it. `decides`: for whoever may count it again. */
export const changedCard = (
  { dispute, before }: ChangedFact,
  unit: Unit,
  decides: boolean,
  t: NumberMessages,
): Card =>
  card({
    title: t.changedSince(dispute.fact.number, dispute.state === "out"),
    tone: "info",
    body: [
      facts(
        fact(t.was(), joinLines([t.amount(before.value, unit), t.day(before.on)], " · ")),
        fact(
          t.isNow(dispute.fact.outcome),
          joinLines([t.amount(dispute.fact.value, unit), t.day(dispute.fact.on)], " · "),
        ),
      ),
    ],
    buttons:
      decides && dispute.state === "out"
        ? [
            button(t.countAgain(), countAgain({ dispute: dispute.id }), "primary"),
            button(t.leaveOut(), leaveOut({ dispute: dispute.id }), "quiet"),
          ]
        : [],
    sees: t.seenByOwner(dispute.byName),
  });
