// Where setup stands, and the lists behind each step.
import { say } from "#src/bot/declare/actions";
import type { ListedSwitch } from "#src/bot/declare/product-guide";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import type { OpenYear } from "#src/practices/holidays/api";
import type { Organisation, Person, Team } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import type { Locale } from "#src/language/text";
import type { DirectoryPart } from "#src/ports/chat/chat";
import type { BoundAction } from "#src/view/action";
import {
  button,
  card,
  chip,
  rows,
  softText,
  text,
  type Button,
  type Card,
  type Row,
} from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import {
  askGrace,
  askMetric,
  askOrganisation,
  askPace,
  askPlace,
  askTeam,
  beginWith,
  choosePerson,
  letNamesCross,
  showChanges,
  showDepartments,
  showMetrics,
  showPilots,
  showPlaces,
  showSetup,
  showSwitches,
  showTeamPlaces,
  showTeams,
  showTrades,
} from "./actions.ts";
import type { Asked } from "./following/rules.ts";
import type { SetupMessages } from "./messages/en/index.ts";
import type { Trade } from "./metrics/trades.ts";
import { partName, type Metric } from "./model.ts";

export interface SetupData {
  readonly organisation: Pick<
    Organisation,
    | "name"
    | "locale"
    | "zone"
    | "country"
    | "currency"
    | "graceWorkdays"
    | "paceOnTrack"
    | "paceAtRisk"
    | "setUpAt"
  >;
  readonly metrics: readonly Metric[];
  readonly teams: readonly Team[];
  readonly people: readonly Pick<Person, "id" | "name">[];
  readonly places: readonly Place[];
  readonly switches: readonly ListedSwitch[];
  /** Years whose public holidays are not all known where people work. */
  readonly openYears: readonly OpenYear[];
}

interface Step {
  readonly name: Line;
  readonly says: Line;
  readonly done: boolean;
  /** Whether it can be done here and now: places come from the chat. */
  readonly ready: boolean;
  readonly label: Line;
  readonly act: BoundAction;
}

function stepsOf(
  { organisation, metrics, teams, people, places }: SetupData,
  t: SetupMessages,
): readonly Step[] {
  const on = teams.filter((each) => each.switchedOnAt !== null).length;
  const linked = places.filter((each) => each.teamId !== null).length;
  return [
    {
      name: t.organisation(),
      says: t.organisationIs(organisation),
      done:
        organisation.setUpAt !== null &&
        organisation.country !== unknownCountry &&
        organisation.currency !== unknownCurrency,
      ready: true,
      label: t.toOrganisation(),
      act: askOrganisation({}),
    },
    {
      name: t.teams(),
      says: t.teamsAre(teams.length, people.length),
      done: teams.some((each) => each.managerId !== null),
      ready: true,
      label: t.toTeams(),
      act: showTeams({}),
    },
    {
      name: t.places(),
      says: places.length === 0 ? t.noPlaces() : t.placesAre(linked, places.length),
      done: linked > 0,
      ready: places.length > 0,
      label: t.toPlaces(),
      act: showPlaces({}),
    },
    {
      name: t.metrics(),
      says: t.metricsAre(metrics.length),
      done: metrics.length > 0,
      ready: true,
      label: metrics.length === 0 ? t.trades() : t.toMetrics(),
      act: metrics.length === 0 ? showTrades({}) : showMetrics({}),
    },
    {
      name: t.pilots(),
      says: t.pilotsAre(on, teams.length),
      done: on > 0,
      ready: teams.length > 0,
      label: t.toPilots(),
      act: showPilots({}),
    },
  ];
}

/** What practices set up by words of their own. */
const ownSetups = (t: SetupMessages) => [
  {
    practice: "checkins",
    line: t.checkins(),
    soft: t.checkinsAre(),
    label: t.toCheckins(),
    words: t.checkinWords(),
  },
  {
    practice: "recognition",
    line: t.praise(),
    soft: t.praiseIs(),
    label: t.toPraise(),
    words: t.praiseWords(),
  },
  {
    practice: "feedback",
    line: t.feedback(),
    soft: t.feedbackIs(),
    label: t.toFeedback(),
    words: t.feedbackWords(),
  },
];

/** The next step first, then what is done, then what can wait. */
export function setupCard(data: SetupData, t: SetupMessages): Card {
  const steps = stepsOf(data, t);
  const next = steps.find((each) => !each.done && each.ready);
  const isOff = (name: string) => data.switches.some((each) => each.name === name && !each.on);
  const { graceWorkdays, paceOnTrack, paceAtRisk } = data.organisation;
  const row = (step: Step): Row => ({
    line: step.name,
    soft: step.says,
    chip: chip(t.stepState(step.done), step.done ? "good" : "plain"),
    buttons: [button(step.label, step.act, "quiet")],
  });
  const rest = steps.filter((each) => each !== next);
  return card({
    title: t.title(data.organisation.name),
    context: joinLines(
      [
        t.stepsDone(steps.filter((each) => each.done).length, steps.length),
        t.intro(next === undefined),
      ],
      " · ",
    ),
    body: [
      next
        ? rows([
            {
              line: next.name,
              soft: next.says,
              chip: chip(t.nextStep(), "info"),
              buttons: [button(next.label, next.act, "primary")],
            },
          ])
        : text(t.allDone()),
      rows([...rest.filter((each) => each.done), ...rest.filter((each) => !each.done)].map(row)),
      rows([
        {
          line: t.rules(),
          soft: joinLines([t.graceIs(graceWorkdays), t.paceIs(paceOnTrack, paceAtRisk)], " · "),
          buttons: [
            button(t.grace(), askGrace({}), "quiet"),
            button(t.pace(), askPace({}), "quiet"),
          ],
        },
        {
          line: t.daysOff(),
          soft: t.daysOffAre(data.openYears),
          ...(data.openYears.length > 0 ? { chip: chip(t.notConfirmed(), "warning") } : {}),
          buttons: [button(t.toDaysOff(), say({ text: t.daysOffWords() }), "quiet")],
        },
        ...ownSetups(t)
          .filter(({ practice }) => !isOff(practice))
          .map(({ line, soft, label, words }) => ({
            line,
            soft,
            buttons: [button(label, say({ text: words }), "quiet")],
          })),
        {
          line: t.switches(),
          soft: t.switchesAre(data.switches.filter((each) => !each.on).length),
          buttons: [button(t.toSwitches(), showSwitches({}), "quiet")],
        },
      ]),
    ],
    buttons: [
      button(t.addMetric(), askMetric({ metric: null })),
      button(t.addTeam(), askTeam({ team: null })),
      button(t.editPerson(), choosePerson({})),
    ],
    sees: t.sees(),
  });
}

const back = (t: SetupMessages) => button(t.toSetup(), showSetup({}), "quiet");

/** `locale`: in whose language the sides of a ratio are named. */
export function metricsCard(metrics: readonly Metric[], locale: Locale, t: SetupMessages): Card {
  return card({
    title: t.metrics(),
    body: [
      rows(
        metrics.map((metric) => ({
          line: joinLines(
            [...new Set([metric.nameZh, metric.nameEn])].map((each) => t.metricIs(each)),
            " · ",
          ),
          soft: joinLines(
            [ratioLine(metric, metrics, locale, t), t.metricAliases(metric.aliases)],
            " · ",
          ),
          buttons: [button(t.editMetric(), askMetric({ metric: metric.id }))],
        })),
      ),
    ],
    buttons: [
      button(t.addMetric(), askMetric({ metric: null })),
      button(t.trades(), showTrades({})),
      back(t),
    ],
    sees: t.sees(),
  });
}

/** What a trade begins with; `isThere`: all of it is known already. */
export interface ShownTrade {
  readonly trade: Trade;
  readonly names: readonly string[];
  readonly isThere: boolean;
}

export const tradesCard = (shown: readonly ShownTrade[], t: SetupMessages): Card =>
  card({
    title: t.trades(),
    body: [
      text(t.tradesIntro()),
      rows(
        shown.map(({ trade, names, isThere }) => ({
          line: t.trade(trade),
          soft: t.startersAre(names),
          ...(isThere ? { chip: chip(t.tradeThere(), "good") } : {}),
          buttons: isThere ? [] : [button(t.beginWith(), beginWith({ trade }))],
        })),
      ),
    ],
    buttons: [button(t.toOwnMetric(), askMetric({ metric: null })), back(t)],
    sees: t.sees(),
  });

function ratioLine(
  { ratio }: Metric,
  metrics: readonly Metric[],
  locale: Locale,
  t: SetupMessages,
): Line {
  return ratio
    ? t.ratioIs(
        partName(ratio.num, metrics, locale) ?? "",
        partName(ratio.den, metrics, locale) ?? "",
      )
    : [];
}

export interface TeamsShown {
  /** What the chat's own directory can be asked for; nothing else is offered. */
  readonly tells: readonly DirectoryPart[];
  /** What changed in the directory and waits for an answer. */
  readonly asked?: Asked | null;
  /** Who was picked just now and cannot be in a team, and why. */
  readonly leftOut: readonly Line[];
}

export function teamsCard(
  teams: readonly Team[],
  people: SetupData["people"],
  { tells, asked, leftOut }: TeamsShown,
  t: SetupMessages,
): Card {
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? null;
  return card({
    title: t.teams(),
    body: [
      ...leftOut.map((why) => text(why)),
      rows(
        teams.map((team) => ({
          line: t.teamIs(team.name),
          soft: t.teamManager(nameOf(team.managerId), team.switchedOnAt !== null),
          buttons: [button(t.editTeam(), askTeam({ team: team.id }))],
        })),
      ),
      softText(t.peopleCount(people.length)),
    ],
    buttons: [
      button(t.addTeam(), askTeam({ team: null })),
      asked
        ? button(
            t.seeChanges(),
            showChanges({ ...asked, departments: [...asked.departments] }),
            "primary",
          )
        : undefined,
      tells.includes("members") ? button(t.fromPlace(), showTeamPlaces({})) : undefined,
      tells.includes("departments") ? button(t.fromDirectory(), showDepartments({})) : undefined,
      button(t.editPerson(), choosePerson({})),
      back(t),
    ],
    sees: t.sees(),
  });
}

/** `closed`: those that take no posts just now. */
export function placesCard(
  places: readonly Place[],
  teams: readonly Team[],
  { namesCross, closed }: { readonly namesCross: boolean; readonly closed: ReadonlySet<PlaceId> },
  t: SetupMessages,
): Card {
  const teamOf = (id: string | null) => teams.find((each) => each.id === id)?.name ?? null;
  const isOnSeveral = new Set(places.map((each) => each.cloud ?? "")).size > 1;
  return card({
    title: t.places(),
    body: [
      places.length === 0 ? text(t.noPlaces()) : text(t.placesIntro()),
      rows(
        places.map((place) => ({
          line: t.placeIs(place.name),
          soft: joinLines([t.ofTeam(teamOf(place.teamId)), t.reads(place.reads)], " · "),
          ...(closed.has(place.id) ? { chip: chip(t.takesNoPosts(), "warning") } : {}),
          buttons: [button(t.editPlace(), askPlace({ place: place.id }))],
        })),
      ),
      isOnSeveral ? softText(namesCross ? t.namesCross() : t.namesStay()) : undefined,
    ],
    buttons: [isOnSeveral ? crossingButton(namesCross, t) : undefined, back(t)],
    sees: t.sees(),
  });
}

const crossingButton = (namesCross: boolean, t: SetupMessages): Button =>
  namesCross
    ? button(t.keepNames(), letNamesCross({ on: false }))
    : button(t.letNamesCross(), letNamesCross({ on: true }), "plain", t.letNamesCrossSure());
