// What setup looks like.
import { toLine, joinLines } from "#src/view/line";
import type { Organisation, Person, Team } from "#src/people/person";
import { button, card, fact, facts, rows, text, type Card } from "#src/view/card";
import { choiceField, form, option, textField, yesNoField, type Form } from "#src/view/form";
import { askMetric, askTeam, choosePerson, chosenPerson, saveMetric, savePerson, saveTeam } from "./actions.ts";
import type { SetupMessages } from "./messages/en.ts";
import type { Metric } from "./model.ts";

export interface SetupData {
  readonly organisation: Pick<Organisation, "name">;
  readonly metrics: readonly Metric[];
  readonly teams: readonly Team[];
  readonly people: readonly Pick<Person, "id" | "name">[];
}

export const nobody = "nobody";

export function setupCard({ organisation, metrics, teams, people }: SetupData, t: SetupMessages): Card {
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? null;
  return card({
    title: t.title(organisation.name),
    body: [
      text(t.intro()),
      facts(fact(t.people(), t.peopleCount(people.length))),
      text(t.metrics()),
      rows(
        metrics.map((metric) => ({ line: joinLines([t.metricIs(metric.nameZh), t.metricIs(metric.nameEn)], " · "), soft: t.metricAliases(metric.aliases), buttons: [button(t.edit(), askMetric({ metric: metric.id }))] })),
      ),
      text(t.teams()),
      rows(teams.map((team) => ({ line: t.teamIs(team.name), soft: t.teamManager(nameOf(team.managerId)), buttons: [button(t.edit(), askTeam({ team: team.id }))] }))),
    ],
    buttons: [button(t.addMetric(), askMetric({ metric: null })), button(t.addTeam(), askTeam({ team: null })), button(t.editPerson(), choosePerson({}))],
    sees: t.sees(),
  });
}

export function metricForm(metric: Metric | null, t: SetupMessages): Form {
  const units = (["money", "count", "percent"] as const).map((unit) => option(unit, t.unitIs(unit)));
  return form({
    title: t.metricTitle(),
    fields: [
      textField("nameEn", t.nameEn(), { required: true, initial: metric?.nameEn, max: 40 }),
      textField("nameZh", t.nameZh(), { required: true, initial: metric?.nameZh, max: 40 }),
      textField("aliases", t.aliases(), { hint: t.aliasesHint(), initial: metric?.aliases.join(", "), max: 200 }),
      choiceField("choice", "unit", t.unit(), units, { required: true, initial: metric?.unit.kind ?? "money" }),
      yesNoField("adds", t.adds(), { hint: t.addsHint(), initial: metric?.adds ?? true }),
    ],
    submit: t.save(),
    act: saveMetric({ metric: metric?.id ?? null }),
    sees: t.sees(),
  });
}

export function teamForm(team: Team | null, people: SetupData["people"], t: SetupMessages): Form {
  return form({
    title: t.teamTitle(),
    fields: [textField("name", t.name(), { required: true, initial: team?.name, max: 60 }), choiceField("person", "manager", t.manager(), peopleOptions(people, t), { initial: team?.managerId ?? nobody })],
    submit: t.save(),
    act: saveTeam({ team: team?.id ?? null }),
    sees: t.sees(),
  });
}

export function choosePersonForm(people: SetupData["people"], t: SetupMessages): Form {
  return form({
    title: t.personTitle(),
    fields: [
      choiceField(
        "person",
        "person",
        t.person(),
        people.map((each) => option(each.id, t.personIs(each.name))),
        { required: true },
      ),
    ],
    submit: t.next(),
    act: chosenPerson({}),
    sees: t.sees(),
  });
}

export function personForm(person: Person, people: SetupData["people"], teams: readonly Team[], t: SetupMessages): Form {
  return form({
    title: t.personIs(person.name),
    fields: [
      choiceField("choice", "team", t.team(), [option(nobody, t.noTeam()), ...teams.map((team) => option(team.id, t.teamIs(team.name)))], { initial: person.teamId ?? nobody }),
      choiceField(
        "person",
        "manager",
        t.manager(),
        peopleOptions(
          people.filter((each) => each.id !== person.id),
          t,
        ),
        { initial: person.managerId ?? nobody },
      ),
      yesNoField("assistant", t.assistant(), { initial: person.assistant, hint: t.assistantHint() }),
      yesNoField("admin", t.admin(), { initial: person.admin }),
    ],
    submit: t.save(),
    act: savePerson({ person: person.id }),
    sees: t.sees(),
  });
}

const peopleOptions = (people: SetupData["people"], t: SetupMessages) => [option(nobody, t.nobody()), ...people.map((each) => option(each.id, toLine(t.personIs(each.name))))];
