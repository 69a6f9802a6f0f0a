// What setup asks for.
import { nameApart, type Nameable } from "#src/people/name-apart";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { workweekOf, workweekWords, type Workweek } from "#src/calendar/workweek";
import { countryName } from "#src/language/country-names";
import { locales, type Locale } from "#src/language/text";
import type { Organisation, Person, Team } from "#src/people/person";
import type { Place } from "#src/people/place";
import {
  choiceField,
  form,
  inputField,
  option,
  textField,
  choicesField,
  yesNoField,
  type Form,
} from "#src/view/form";
import { toLine } from "#src/view/line";
import {
  chosenPerson,
  saveGrace,
  saveOrganisation,
  savePace,
  savePerson,
  savePlace,
  saveTeam,
} from "./actions.ts";
import type { SetupMessages } from "./messages/en/index.ts";

type People = readonly Nameable[];

export const nobody = "nobody";
/** What the readers of a place may read. */
export const readings = [...locales, "both"] as const;

/** The days worked by those who have not chosen. */
export const weekOf = ({
  workweek,
  country,
}: Pick<Organisation, "workweek" | "country">): Workweek => workweek ?? workweekOf(country);

export function organisationForm(
  organisation: Pick<
    Organisation,
    "name" | "locale" | "zone" | "country" | "workweek" | "currency"
  >,
  locale: Locale,
  t: SetupMessages,
): Form {
  // While nobody said where it is, what the zone says of the rest need not be filled in.
  const isPlaced = organisation.country !== unknownCountry;
  return form({
    title: t.organisationForm(),
    intro: t.organisationIntro(),
    fields: [
      textField("name", t.name(), { required: true, initial: organisation.name, max: 60 }),
      choiceField(
        "choice",
        "locale",
        t.language(),
        locales.map((each) => option(each, t.reads(each))),
        { required: true, initial: organisation.locale },
      ),
      textField("zone", t.zone(), {
        required: true,
        initial: t.zoneText(organisation.zone),
        hint: t.zoneHint(),
        max: 60,
      }),
      textField("country", t.holidays(), {
        required: isPlaced,
        initial: isPlaced ? countryName(organisation.country, locale) : "",
        hint: t.holidaysHint(),
        max: 60,
      }),
      textField("workweek", t.workweek(), {
        required: isPlaced,
        initial: isPlaced ? workweekWords(weekOf(organisation), locale) : "",
        hint: t.workweekHint(),
        max: 60,
      }),
      textField("currency", t.currency(), {
        required: isPlaced,
        initial: organisation.currency === unknownCurrency ? "" : organisation.currency,
        hint: t.ownCurrencyHint(),
        max: 10,
      }),
    ],
    submit: t.save(),
    act: saveOrganisation({}),
    sees: t.sees(),
  });
}

export function paceForm(
  organisation: Pick<Organisation, "paceOnTrack" | "paceAtRisk">,
  t: SetupMessages,
): Form {
  return form({
    title: t.pace(),
    intro: t.paceIntro(),
    fields: [
      inputField("number", "onTrack", t.paceOnTrack(), {
        required: true,
        initial: String(organisation.paceOnTrack),
        hint: t.paceOnTrackHint(),
      }),
      inputField("number", "atRisk", t.paceAtRisk(), {
        required: true,
        initial: String(organisation.paceAtRisk),
        hint: t.paceAtRiskHint(),
      }),
    ],
    submit: t.save(),
    act: savePace({}),
    sees: t.sees(),
  });
}

export function placeForm(place: Place, teams: readonly Team[], t: SetupMessages): Form {
  return form({
    title: t.placeIs(place.name),
    fields: [
      choiceField(
        "choice",
        "team",
        t.placeOf(),
        [
          option(nobody, t.placeOfNone()),
          ...teams.map((team) => option(team.id, t.teamIs(team.name))),
        ],
        { required: true, initial: place.teamId ?? nobody, hint: t.placeHint() },
      ),
      choiceField(
        "choice",
        "reads",
        t.readsWhat(),
        readings.map((each) => option(each, t.reads(each))),
        { required: true, initial: place.reads, hint: t.readsHint() },
      ),
    ],
    submit: t.save(),
    act: savePlace({ place: place.id }),
    sees: t.sees(),
  });
}

export function graceForm(
  organisation: Pick<Organisation, "graceWorkdays">,
  t: SetupMessages,
): Form {
  return form({
    title: t.grace(),
    intro: t.graceIntro(),
    fields: [
      inputField("number", "days", t.graceDays(), {
        required: true,
        initial: String(organisation.graceWorkdays),
        hint: t.graceHint(),
      }),
    ],
    submit: t.save(),
    act: saveGrace({}),
    sees: t.sees(),
  });
}

export interface TeamAsked {
  readonly team: Team | null;
  readonly people: People;
  /** Who is not in it yet; several come at once. Who leaves is changed one by one. */
  readonly others: People;
  /** Whether everybody is in the workspace it is asked in: then whoever is there may be picked, also who never wrote. */
  readonly anyone: boolean;
}

export function teamForm({ team, people, others, anyone }: TeamAsked, t: SetupMessages): Form {
  const picks = anyone ? ("anyone" as const) : undefined;
  return form({
    title: t.teamTitle(),
    fields: [
      textField("name", t.name(), { required: true, initial: team?.name, max: 60 }),
      choiceField("person", "manager", t.manager(), peopleOptions(people, t), {
        required: !anyone,
        initial: team?.managerId ?? (anyone ? undefined : nobody),
        hint: t.leaderHint(),
        picks,
      }),
      ...(others.length === 0 && !anyone
        ? []
        : [
            choicesField(
              "people",
              "joining",
              t.joining(),
              nameApart(others).map(({ person, label }) => option(person.id, t.personIs(label))),
              { hint: t.joiningHint(), picks },
            ),
          ]),
    ],
    submit: t.save(),
    act: saveTeam({ team: team?.id ?? null, place: null }),
    sees: t.sees(),
  });
}

export interface TeamOfPlace {
  readonly place: Place;
  /** Whose place it is already. */
  readonly team: Team | null;
  /** `free`: they are in no other team. */
  readonly members: readonly {
    readonly user: string;
    readonly name: string;
    readonly free: boolean;
  }[];
}

/** Everybody who is in a place, by their accounts there: who is not meant is taken out. */
export function teamOfPlaceForm(
  { place, team: known, members }: TeamOfPlace,
  t: SetupMessages,
): Form {
  const options = members.map(({ user, name }) => option(user, t.personIs(name)));
  const elsewhere = members.filter(({ free }) => !free).map(({ name }) => name);
  return form({
    title: t.teamTitle(),
    intro: t.teamOfIntro(place.name, members.length, elsewhere),
    fields: [
      textField("name", t.name(), {
        required: true,
        initial: known?.name ?? place.name.slice(0, 60),
        max: 60,
      }),
      choiceField("person", "manager", t.manager(), options, {
        hint: t.leaderOfHint(),
        picks: "accounts",
      }),
      choicesField("people", "joining", t.joining(), options, {
        required: true,
        initial: members.filter(({ free }) => free).map(({ user }) => user),
        hint: t.untickHint(),
        picks: "accounts",
      }),
    ],
    submit: t.save(),
    act: saveTeam({ team: known?.id ?? null, place: place.id }),
    sees: t.sees(),
  });
}

export function choosePersonForm(people: People, t: SetupMessages): Form {
  return form({
    title: t.personTitle(),
    fields: [
      choiceField(
        "person",
        "person",
        t.person(),
        nameApart(people).map(({ person, label }) => option(person.id, t.personIs(label))),
        { required: true },
      ),
    ],
    submit: t.next(),
    act: chosenPerson({}),
    sees: t.sees(),
  });
}

export function personForm(
  person: Person,
  people: People,
  teams: readonly Team[],
  t: SetupMessages,
): Form {
  return form({
    title: t.personIs(person.name),
    fields: [
      choiceField(
        "choice",
        "team",
        t.team(),
        [option(nobody, t.noTeam()), ...teams.map((team) => option(team.id, t.teamIs(team.name)))],
        { required: true, initial: person.teamId ?? nobody, hint: t.joinHint() },
      ),
      choiceField(
        "person",
        "manager",
        t.manager(),
        peopleOptions(
          people.filter((each) => each.id !== person.id),
          t,
        ),
        { required: true, initial: person.managerId ?? nobody },
      ),
      yesNoField("assistant", t.assistant(), {
        initial: person.assistant,
        hint: t.assistantHint(),
      }),
      yesNoField("admin", t.admin(), { initial: person.admin }),
    ],
    submit: t.save(),
    act: savePerson({ person: person.id }),
    sees: t.sees(),
  });
}

const peopleOptions = (people: People, t: SetupMessages) => [
  option(nobody, t.nobody()),
  ...nameApart(people).map(({ person, label }) => option(person.id, toLine(t.personIs(label)))),
];
