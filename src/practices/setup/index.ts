// Setup 初始设置: teams, managers and metrics, by an admin, whenever they like.
import { ask, correct, show, stored, type Answer } from "#src/bot/answer";
import { Refusal } from "#src/bot/errors";
import { readFields } from "#src/bot/fields";
import { command, definePractice, press, submit, type Context } from "#src/bot/practice";
import { foldCase } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { Person, PersonId, TeamId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { FormValues } from "#src/view/form";
import * as act from "./actions.ts";
import { en, type SetupMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { metricNames, type Metric, type MetricId } from "./model.ts";
import type { SetupStore } from "./store.ts";
import { choosePersonForm, metricForm, nobody, personForm, setupCard, teamForm } from "./views.ts";

export interface SetupStores {
  readonly people: PeopleStore;
  readonly setup: SetupStore;
}
type SetupContext = Context<SetupMessages, SetupStores>;

const sampleMetric: Metric = { id: "00000000-0000-7000-8000-000000000001" as MetricId, nameEn: "collected revenue", nameZh: "回款", aliases: ["revenue", "回款额"], unit: { kind: "money", currency: "CNY" }, adds: true };

export const setup = definePractice<SetupMessages, SetupStores>({
  name: "setup",
  messages: { en, zh },
  stores: ["people", "setup"],
  needs: [],
  commands: [
    command({ name: "setup.show", words: { en: ["setup", "start"], zh: ["初始设置", "开始配置"] }, who: "admin", help: (t: SetupMessages) => t.help(), handle: (_input, context: SetupContext) => showSetup(context) }),
  ],
  actions: [
    press(act.askMetric, "admin", async ({ metric }, context: SetupContext) =>
      ask(metricForm(metric === null ? null : ((await context.stores.setup.metrics()).find((each) => each.id === metric) ?? gone(context)), context.t)),
    ),
    press(act.askTeam, "admin", async ({ team }, context: SetupContext) =>
      ask(teamForm(team === null ? null : ((await context.stores.people.teams()).find((each) => each.id === team) ?? gone(context)), await context.stores.people.directory(), context.t)),
    ),
    press(act.choosePerson, "admin", async (_payload, context: SetupContext) => ask(choosePersonForm(await context.stores.people.directory(), context.t))),
  ],
  forms: [submit(act.saveMetric, "admin", saveMetric), submit(act.saveTeam, "admin", saveTeam), submit(act.chosenPerson, "admin", askPerson), submit(act.savePerson, "admin", savePerson)],
  home: [],
  upkeep: [],
  samples: [
    { name: "setup", view: (t) => setupCard({ organisation: { name: "远帆销售" }, metrics: [sampleMetric], teams: [], people: [] }, t) },
    { name: "metric form", view: (t) => metricForm(sampleMetric, t) },
  ],
});

async function showSetup(context: SetupContext): Promise<Answer> {
  const { people, setup: store } = context.stores;
  return show(setupCard({ organisation: context.organisation, metrics: await store.metrics(), teams: await people.teams(), people: await people.directory() }, context.t));
}

async function saved(context: SetupContext): Promise<Answer> {
  if (context.organisation.setUpAt === null) await context.stores.people.changeOrganisation({ setUpAt: context.now });
  return stored(await showSetup(context));
}

async function saveMetric({ payload, values }: { payload: { metric: string | null }; values: FormValues }, context: SetupContext): Promise<Answer> {
  const fields = readFields(values, context);
  const nameEn = fields.neededText("nameEn", 40);
  const nameZh = fields.neededText("nameZh", 40);
  const aliases = fields
    .text("aliases", 200)
    .split(/[,，、;；]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const kind = fields.chosen("unit", ["money", "count", "percent"]);
  const others = (await context.stores.setup.metrics()).filter((each) => each.id !== payload.metric);
  const words = new Set(others.flatMap(metricNames).map(foldCase));
  for (const [field, names] of Object.entries({ nameEn: [nameEn], nameZh: [nameZh], aliases })) {
    const clash = names.find((each) => words.has(foldCase(each)));
    if (clash) fields.refuse(field, context.t.taken(clash));
  }
  if (fields.wrong || !kind) return correct(fields.errors);
  const unit: Unit = kind === "money" ? { kind, currency: context.organisation.currency } : { kind };
  await context.stores.setup.saveMetric({ id: (payload.metric ?? context.newId()) as MetricId, nameEn, nameZh, aliases, unit, adds: fields.yes("adds") });
  return saved(context);
}

async function saveTeam({ payload, values }: { payload: { team: TeamId | null }; values: FormValues }, context: SetupContext): Promise<Answer> {
  const fields = readFields(values, context);
  const people = await context.stores.people.directory();
  const teams = await context.stores.people.teams();
  const name = fields.neededText("name", 60);
  const manager = fields.chosen("manager", [nobody, ...people.map((each) => each.id)]);
  if (teams.some((each) => each.id !== payload.team && foldCase(each.name) === foldCase(name))) fields.refuse("name", context.t.taken(name));
  if (fields.wrong) return correct(fields.errors);
  await context.stores.people.saveTeam({ id: payload.team ?? (context.newId() as TeamId), name, managerId: manager === nobody ? null : (manager as PersonId) });
  return saved(context);
}

async function askPerson({ values }: { values: FormValues }, context: SetupContext): Promise<Answer> {
  const people = await context.stores.people.directory();
  const fields = readFields(values, context);
  const id = fields.chosen(
    "person",
    people.map((each) => each.id),
  );
  const person = people.find((each) => each.id === id);
  return person ? ask(personForm(person, people, await context.stores.people.teams(), context.t)) : correct(fields.errors);
}

async function savePerson({ payload, values }: { payload: { person: PersonId }; values: FormValues }, context: SetupContext): Promise<Answer> {
  const { people } = context.stores;
  const directory = await people.directory();
  const teams = await people.teams();
  const person = directory.find((each) => each.id === payload.person) ?? gone(context);
  const fields = readFields(values, context);
  const team = fields.chosen("team", [nobody, ...teams.map((each) => each.id)]);
  const manager = fields.chosen("manager", [nobody, ...directory.map((each) => each.id)]);
  const admin = fields.yes("admin");
  if (manager === person.id) fields.refuse("manager", context.t.ownManager());
  if (manager && isUnder(manager, person.id, directory)) fields.refuse("manager", context.t.circle());
  if (person.admin && !admin && !directory.some((each) => each.admin && each.id !== person.id)) fields.refuse("admin", context.t.lastAdmin());
  if (fields.wrong) return correct(fields.errors);
  await people.lock([person.id]);
  await people.change(person.id, { teamId: team === nobody ? null : (team as TeamId), managerId: manager === nobody ? null : (manager as PersonId), assistant: fields.yes("assistant"), admin });
  return saved(context);
}

/** Whether `id` stands somewhere below `above`, so that managers never form a circle. */
function isUnder(id: string, above: PersonId, directory: readonly Person[]): boolean {
  const seen = new Set<string>();
  for (let at = directory.find((each) => each.id === id); at && !seen.has(at.id); at = directory.find((each) => each.id === at?.managerId)) {
    if (at.managerId === above) return true;
    seen.add(at.id);
  }
  return false;
}

function gone(context: SetupContext): never {
  throw new Refusal(context.t.noSuch());
}
