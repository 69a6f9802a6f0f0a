// What an admin sees of praise, and what everybody sees of the values.
import {
  button,
  card,
  chip,
  fact,
  facts,
  rows,
  softText,
  text,
  type Card,
  type Element,
} from "#src/view/card";
import { showPlaces } from "#src/practices/setup/api";
import { askRules, askValue } from "../actions.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { Rules, Value } from "../model.ts";

const valueRows = (values: readonly Value[], editable: boolean, t: RecognitionMessages): Element =>
  rows(
    values.map((each) => ({
      line: t.valueNames(each),
      ...(each.active ? {} : { chip: chip(t.valueOff(), "plain") }),
      ...(editable ? { buttons: [button(t.edit(), askValue({ value: each.id }))] } : {}),
    })),
  );

export function valuesCard(
  values: readonly Value[],
  isAdmin: boolean,
  t: RecognitionMessages,
): Card {
  const offered = values.filter((each) => each.active);
  const first = offered[0];
  return card({
    title: t.valuesTitle(),
    body: [
      valueRows(isAdmin ? values : offered, isAdmin, t),
      first
        ? softText(t.valueHow(`#${first.nameZh} #${first.nameEn.replaceAll(" ", "-")}`))
        : undefined,
    ],
    buttons: [isAdmin ? button(t.addValue(), askValue({ value: null })) : undefined],
  });
}

export interface SetupData {
  readonly values: readonly Value[];
  readonly rules: Rules;
}

export function setupCard({ values, rules }: SetupData, t: RecognitionMessages): Card {
  return card({
    title: t.setupTitle(),
    body: [
      facts(
        fact(
          t.rulesPoints(),
          rules.points ? t.rulesPointsOn(rules.base, rules.perReport) : t.rulesPointsOff(),
        ),
        fact(t.rulesValue(), t.rulesValueIs(rules.valueRequired)),
      ),
      text(t.valuesTitle()),
      valueRows(values, true, t),
    ],
    buttons: [
      button(t.rules(), askRules({})),
      button(t.addValue(), askValue({ value: null })),
      button(t.places(), showPlaces({}), "quiet"),
    ],
    sees: t.rulesSees(),
  });
}
