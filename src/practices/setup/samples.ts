// Example views of setup, for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import { followingSamples } from "./following/following-samples.ts";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import {
  departmentsCard,
  noDirectoryCard,
  proposalCard,
  takenCard,
} from "./teams/departments-card.ts";
import {
  choosePersonForm,
  graceForm,
  organisationForm,
  paceForm,
  personForm,
  placeForm,
  teamForm,
  teamOfPlaceForm,
} from "./setup-forms.ts";
import {
  greetingCard,
  laterCard,
  pilotsCard,
  switchCard,
  switchedOnCard,
} from "./pilots/greeting-card.ts";
import type { SetupMessages } from "./messages/en/index.ts";
import type { Metric, MetricId } from "./model.ts";
import { teamPlacesCard } from "./teams/team-of-place.ts";
import { switchesCard } from "./switches/switches-card.ts";
import { metricForm, metricKindForm } from "./metrics/metric-forms.ts";
import { startersOf, trades } from "./metrics/trades.ts";
import {
  metricsCard,
  placesCard,
  setupCard,
  teamsCard,
  tradesCard,
  type SetupData,
} from "./setup-card.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const at = new Date("2026-11-11T02:00:00Z");

const metric: Metric = {
  id: id(1) as MetricId,
  nameEn: "collected revenue",
  nameZh: "回款",
  aliases: ["revenue", "回款额"],
  unit: { kind: "money", currency: "CNY" },
  adds: true,
};
const ratio: Metric = {
  id: id(2) as MetricId,
  nameEn: "conversion",
  nameZh: "成交率",
  aliases: ["转化率"],
  unit: { kind: "percent" },
  adds: false,
  ratio: { num: { nameEn: "deals", nameZh: "成交" }, den: { nameEn: "visits", nameZh: "拜访" } },
};
const boss = {
  id: id(10) as PersonId,
  name: "周岚",
  teamId: null,
  managerId: null,
  assistant: false,
  admin: true,
} as Person;
const rep = {
  id: id(11) as PersonId,
  name: "林晓",
  teamId: id(20),
  managerId: boss.id,
  assistant: false,
  admin: false,
} as Person;
const east: Team = {
  id: id(20) as TeamId,
  name: "华东 <!channel>",
  managerId: boss.id,
  switchedOnAt: at,
};
const europe: Team = { id: id(21) as TeamId, name: "Europe", managerId: null, switchedOnAt: null };
const group: Place = { id: id(30) as PlaceId, name: "华东战报群", reads: "zh", teamId: east.id };
const channel: Place = {
  id: id(31) as PlaceId,
  name: "sales-europe *bold*",
  reads: "both",
  teamId: null,
};

const organisation: SetupData["organisation"] = {
  name: "远帆销售",
  locale: "zh",
  zone: "Asia/Shanghai",
  country: "CN",
  currency: "CNY",
  graceWorkdays: 3,
  paceOnTrack: 95,
  paceAtRisk: 75,
  setUpAt: at,
};
const nowhere = {
  ...organisation,
  zone: "UTC",
  country: unknownCountry,
  currency: unknownCurrency,
};
const switches: SetupData["switches"] = [
  { name: "checkins", called: { en: ["Check-ins"], zh: ["周报"] }, on: true },
  { name: "recognition", called: { en: ["Shout-outs"], zh: ["表扬"] }, on: false },
];
const fresh: SetupData = {
  organisation: { ...organisation, setUpAt: null },
  metrics: [],
  teams: [],
  people: [boss],
  places: [],
  switches,
  openYears: [],
};
const half: SetupData = {
  organisation,
  metrics: [metric],
  teams: [{ ...east, switchedOnAt: null }],
  people: [boss, rep],
  places: [group],
  switches,
  openYears: [],
};
const open = [{ country: "CN", year: 2027 }];
const whole: SetupData = {
  organisation,
  metrics: [metric, ratio],
  teams: [east, europe],
  people: [boss, rep],
  places: [group, channel],
  switches,
  openYears: [],
};

const reader = { ...organisation, reads: ["en", "zh"] as const };
const unclosed = (namesCross: boolean) => ({ namesCross, closed: new Set<PlaceId>() });

export const samples: readonly Sample<SetupMessages>[] = [
  { name: "setup at the start", view: (t) => setupCard(fresh, t) },
  { name: "setup half way", view: (t) => setupCard(half, t) },
  { name: "setup done", view: (t) => setupCard(whole, t) },
  {
    name: "setup of a company that may be anywhere",
    view: (t) => setupCard({ ...whole, organisation: nowhere }, t),
  },
  {
    name: "setup in a year that is not confirmed",
    view: (t) => setupCard({ ...whole, openYears: open }, t),
  },
  {
    name: "organisation form of a company that may be anywhere",
    view: (t) => organisationForm({ ...nowhere, workweek: null }, "en", t),
  },
  {
    name: "practices",
    view: (t) =>
      switchesCard(
        [
          { name: "checkins", called: "Check-ins", on: true, last: null },
          { name: "feedback", called: "反馈", on: true, last: { at, by: "周岚 <!channel>" } },
          { name: "recognition", called: "Shout-outs", on: false, last: { at, by: null } },
        ],
        t,
      ),
  },
  {
    name: "organisation form",
    view: (t) => organisationForm({ ...organisation, workweek: null }, "zh", t),
  },
  {
    name: "teams",
    view: (t) => teamsCard(whole.teams, whole.people, { tells: [], leftOut: [] }, t),
  },
  {
    name: "teams where the chat has a directory",
    view: (t) =>
      teamsCard(whole.teams, whole.people, { tells: ["departments", "members"], leftOut: [] }, t),
  },
  {
    name: "departments",
    view: (t) =>
      departmentsCard(
        [
          { id: "od-1", name: "华东 **一部**", taken: false, followed: false },
          { id: "od-2", name: "Europe", taken: true, followed: true },
          { id: "od-3", name: "US", taken: true, followed: false },
        ],
        { count: 1, following: "ask" },
        t,
      ),
  },
  {
    name: "departments, of which there are many",
    view: (t) =>
      departmentsCard(
        Array.from({ length: 60 }, (_, i) => ({
          id: `od-${i}`,
          name: `销售${i + 1}组`,
          taken: false,
          followed: false,
        })),
        { count: 0, following: "ask" },
        t,
      ),
  },
  ...followingSamples,
  {
    name: "a department",
    view: (t) =>
      proposalCard(
        {
          id: "od-1",
          name: "华东一部",
          leader: "周岚",
          comes: [
            { name: "林晓", isNew: false },
            { name: "王磊 <at id=all></at>", isNew: true },
          ],
          stays: ["陈静"],
          taken: false,
        },
        t,
      ),
  },
  {
    name: "a department without anybody",
    view: (t) =>
      proposalCard(
        { id: "od-2", name: "Europe", leader: null, comes: [], stays: [], taken: true },
        t,
      ),
  },
  { name: "a department taken", view: (t) => takenCard("华东一部", 2, t) },
  { name: "no directory", view: (t) => noDirectoryCard(false, t) },
  { name: "a directory that is closed", view: (t) => noDirectoryCard(true, t) },
  {
    name: "team form",
    view: (t) =>
      teamForm(
        { team: east, people: whole.people, others: whole.people.slice(1), anyone: false },
        t,
      ),
  },
  {
    name: "team form where everybody is in one workspace",
    view: (t) =>
      teamForm({ team: null, people: whole.people, others: whole.people, anyone: true }, t),
  },
  { name: "channels to make a team of", view: (t) => teamPlacesCard(whole.places, t) },
  {
    name: "team of a channel",
    view: (t) =>
      teamOfPlaceForm(
        {
          place: channel,
          team: null,
          members: [
            { user: "ou_lan", name: "周岚", free: true },
            { user: "ou_xiao", name: "林晓 <!channel>", free: true },
            { user: "ou_chen", name: "陈静", free: false },
          ],
        },
        t,
      ),
  },
  { name: "choose a person", view: (t) => choosePersonForm(whole.people, t) },
  { name: "person form", view: (t) => personForm(rep, whole.people, whole.teams, t) },
  { name: "places", view: (t) => placesCard(whole.places, whole.teams, unclosed(false), t) },
  {
    name: "places on two platforms",
    view: (t) =>
      placesCard(
        [
          { ...group, cloud: "one" },
          { ...channel, cloud: "another" },
        ],
        whole.teams,
        unclosed(false),
        t,
      ),
  },
  {
    name: "places on two platforms that share names",
    view: (t) =>
      placesCard(
        [
          { ...group, cloud: "one" },
          { ...channel, cloud: "another" },
        ],
        whole.teams,
        unclosed(true),
        t,
      ),
  },
  {
    name: "a place that takes no posts",
    view: (t) =>
      placesCard(
        whole.places,
        whole.teams,
        {
          namesCross: false,
          closed: new Set(whole.places.slice(0, 1).map(({ id: each }) => each)),
        },
        t,
      ),
  },
  { name: "no places yet", view: (t) => placesCard([], whole.teams, unclosed(false), t) },
  { name: "place form", view: (t) => placeForm(group, whole.teams, t) },
  { name: "metrics", view: (t) => metricsCard(whole.metrics, "zh", t) },
  {
    name: "metrics to start with",
    view: (t) =>
      tradesCard(
        trades.map((trade, i) => ({
          trade,
          names: startersOf(trade).map(({ zh, en }) => (i % 2 === 0 ? zh : en)),
          isThere: i === 1,
        })),
        t,
      ),
  },
  { name: "metric kind form", view: (t) => metricKindForm(t) },
  {
    name: "metric form",
    view: (t) => metricForm({ metric, kind: metric.unit.kind }, [], reader, "zh", t),
  },
  {
    name: "ratio form",
    view: (t) => metricForm({ metric: ratio, kind: "percent" }, [metric], reader, "zh", t),
  },
  {
    name: "form of a metric to be counted",
    view: (t) => metricForm({ metric: null, kind: "count" }, [], reader, "zh", t),
  },
  { name: "grace form", view: (t) => graceForm(organisation, t) },
  { name: "pace form", view: (t) => paceForm(organisation, t) },
  {
    name: "pilot teams",
    view: (t) =>
      pilotsCard(
        [
          { team: east, people: 7 },
          { team: europe, people: 1 },
        ],
        t,
      ),
  },
  { name: "pilot teams, none yet", view: (t) => pilotsCard([], t) },
  {
    name: "greeting",
    view: (t) =>
      greetingCard({ company: "远帆销售", manager: "周岚", assistants: ["Anna Weber"] }, t),
  },
  {
    name: "greeting of somebody nobody leads",
    view: (t) => greetingCard({ company: "Acme", manager: null, assistants: [] }, t),
  },
  { name: "greeting put aside", view: (t) => laterCard(t) },
  { name: "switch below the preview", view: (t) => switchCard(europe, 7, 7, t) },
  { name: "switch when some were greeted", view: (t) => switchCard(europe, 7, 1, t) },
  { name: "switch when all were greeted", view: (t) => switchCard(europe, 1, 0, t) },
  { name: "switched on", view: (t) => switchedOnCard("Europe", 7, t) },
  { name: "switched on, all greeted before", view: (t) => switchedOnCard("Europe", 0, t) },
];
