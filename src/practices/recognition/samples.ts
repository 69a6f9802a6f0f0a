// Example views for snapshots, the fit test and the gallery.
import { createFormatter } from "#src/language/format";
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import type { PersonId, TeamId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import type { ShownShout } from "./context.ts";
import { praiseForm, rulesForm, valueForm, winForm } from "./praise/praise-form.ts";
import { en, type RecognitionMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { starterRules, starterValues, type Shout, type ShoutId, type WinFacts } from "./model.ts";
import { setupCard, valuesCard } from "./values/setup-card.ts";
import {
  askCard,
  bothCard,
  droughtCard,
  givenCard,
  homeCard,
  praiseHelpCard,
  shoutCard,
  takenBackCard,
  thanksCard,
  whichPlaceCard,
  whichValueCard,
  winDraftCard,
  winHelpCard,
  wishCard,
} from "./praise-card.ts";
import { budgetCard, pointsCard } from "./points/points-card.ts";
import { digestCard, wallCard } from "./wins/wall-card.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const zone = "Asia/Shanghai";
const reader = { zone, currency: "CNY" };
/** As where both languages are read, whoever looks at the sample. */
const tongues = [
  zh(createFormatter({ ...reader, locale: "zh" })),
  en(createFormatter({ ...reader, locale: "en" })),
] as const;
const place: Place = {
  id: id(9) as PlaceId,
  name: "华东 East",
  reads: "both",
  teamId: id(8) as TeamId,
};
const renke = {
  person: id(3) as PersonId,
  name: "Renke Petersen",
  consent: "public",
  hidden: false,
} as const;

const shout: Shout = {
  id: id(1) as ShoutId,
  kind: "praise",
  byId: id(2) as PersonId,
  byName: "周岚",
  reason: "一个电话签下大单，closed it in one call <!channel> **!**",
  valueId: starterValues[0].id,
  points: 0,
  placeId: place.id,
  isPrivate: false,
  state: "given",
  postAt: null,
  madeAt: new Date("2026-11-11T02:00:00Z"),
  waitsForPlace: false,
  givenAt: new Date("2026-11-11T02:00:00Z"),
  facts: null,
  receivers: [{ ...renke, person: id(4) as PersonId, name: "林晓" }, renke],
  cheers: 3,
};
const facts: WinFacts = {
  about: "",
  goal: "回款",
  names: { en: "Collected revenue", zh: "回款" },
  isStep: true,
  step: "80%",
  amount: { value: "800000", unit: { kind: "money", currency: "CNY" } },
  customer: "仁济医院",
};
const nowhere = (open: readonly Place[]) => ({ open, waiting: null, areNamesClosed: false });
const praised: ShownShout = { shout, value: starterValues[0], place };
const win: ShownShout = {
  shout: {
    ...shout,
    id: id(5) as ShoutId,
    kind: "win",
    byName: "林晓",
    reason: "Thanks to 王磊 for the intro",
    valueId: null,
    facts,
    receivers: [],
    cheers: 1,
  },
  value: null,
  place,
};
const untold: Shout = { ...shout, valueId: null };
const late: Shout = {
  ...shout,
  state: "scheduled",
  postAt: new Date("2026-11-12T01:00:00Z"),
  points: 10,
};
const standing = { budget: 100, left: 40, mostToOne: 30, have: 120 };
const next = localDate("2026-12-01");

export const samples: readonly Sample<RecognitionMessages>[] = [
  { name: "shout-out", view: (t) => shoutCard({ ...praised, shout: { ...shout, points: 10 } }, t) },
  {
    name: "shout-out for readers of both languages",
    view: () => bothCard({ ...praised, shout: { ...shout, points: 10 } }, ...tongues),
  },
  { name: "win for readers of both languages", view: () => bothCard(win, ...tongues) },
  { name: "win", view: (t) => shoutCard(win, t) },
  { name: "taken back", view: (t) => takenBackCard(t) },
  {
    name: "given, value to choose",
    view: (t) =>
      givenCard({ shout: untold, value: null, place }, { zone, away: null }, starterValues, t),
  },
  {
    name: "given, kept for the morning",
    view: (t) => givenCard({ ...praised, shout: late }, { zone, away: "林晓" }, starterValues, t),
  },
  {
    name: "given, asked and alone",
    view: (t) =>
      givenCard(
        {
          ...praised,
          shout: {
            ...shout,
            receivers: [
              { ...renke, consent: "asked" },
              { ...renke, person: id(4) as PersonId, name: "林晓", consent: "private" },
            ],
          },
        },
        { zone, away: null },
        starterValues,
        t,
      ),
  },
  {
    name: "given privately",
    view: (t) =>
      givenCard(
        { ...praised, place: null, shout: { ...shout, isPrivate: true, placeId: null } },
        { zone, away: null },
        starterValues,
        t,
      ),
  },
  { name: "which value", view: (t) => whichValueCard(untold, starterValues, t) },
  { name: "which place", view: (t) => whichPlaceCard(shout, nowhere([place]), t) },
  { name: "no place", view: (t) => whichPlaceCard(shout, nowhere([]), t) },
  {
    name: "no place where all may be named",
    view: (t) => whichPlaceCard(shout, { ...nowhere([]), areNamesClosed: true }, t),
  },
  {
    name: "a place that takes no posts",
    view: (t) =>
      whichPlaceCard({ ...shout, state: "draft" }, { ...nowhere([]), waiting: place }, t),
  },
  {
    name: "a place that took a post no more",
    view: (t) => whichPlaceCard(shout, { ...nowhere([]), waiting: place }, t),
  },
  {
    name: "waits for its place",
    view: (t) => thanksCard({ ...praised, waits: true }, true, t),
  },
  { name: "thanks", view: (t) => thanksCard(praised, true, t) },
  { name: "thanks, alone", view: (t) => thanksCard(praised, false, t) },
  { name: "ask first", view: (t) => askCard({ ...praised, place }, t) },
  {
    name: "praise form",
    view: (t) =>
      praiseForm(
        {
          others: [{ id: renke.person, name: renke.name }],
          to: renke.person,
          reason: t.draftReason("林晓", facts),
          values: starterValues,
          left: 40,
        },
        t,
      ),
  },
  { name: "praise help", view: (t) => praiseHelpCard(t) },
  {
    name: "win form",
    view: (t) =>
      winForm(
        { goal: null, milestone: null, entry: null },
        {
          facts: { ...facts, amount: null, customer: null },
          amount: facts.amount,
          customer: "仁济医院",
        },
        t,
      ),
  },
  {
    name: "win form in own words",
    view: (t) => winForm({ goal: null, milestone: null, entry: null }, null, t),
  },
  { name: "win help", view: (t) => winHelpCard(t) },
  { name: "win for the manager", view: (t) => winDraftCard(win, t) },
  { name: "how I am praised", view: (t) => wishCard("ask", t) },
  { name: "points", view: (t) => pointsCard(standing, next, t) },
  { name: "points lapse", view: (t) => budgetCard(standing, next, t) },
  {
    name: "wall",
    view: (t) =>
      wallCard(
        {
          shown: [win, praised],
          more: 3,
          zone,
          month: {
            count: 5,
            pairs: 4,
            mix: [
              [starterValues[0], 3],
              [starterValues[1], 1],
            ],
          },
        },
        t,
      ),
  },
  {
    name: "empty wall",
    view: (t) => wallCard({ shown: [], more: 0, zone, month: { count: 0, pairs: 0, mix: [] } }, t),
  },
  { name: "friday", view: (t) => digestCard("华东 East", [praised, win], 2, zone, [t]) },
  {
    name: "friday for readers of both languages",
    view: () => digestCard("华东 East", [praised, win], 2, zone, tongues),
  },
  {
    name: "no praise lately",
    view: (t) => droughtCard([{ name: "林晓" }, { name: "Maya Collins" }], t),
  },
  { name: "home", view: (t) => homeCard(2, t) },
  { name: "home, nothing yet", view: (t) => homeCard(0, t) },
  { name: "values", view: (t) => valuesCard(starterValues, false, t) },
  {
    name: "setup",
    view: (t) =>
      setupCard(
        {
          values: [...starterValues.slice(0, 2), { ...starterValues[2], active: false }],
          rules: { ...starterRules, points: true },
        },
        t,
      ),
  },
  { name: "value form", view: (t) => valueForm(starterValues[0], t) },
  { name: "rules form", view: (t) => rulesForm(starterRules, t) },
];
