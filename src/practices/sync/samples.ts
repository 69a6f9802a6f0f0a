// Examples of what sync shows.
import { localDate } from "#src/calendar/local-date";
import type { Sample } from "#src/bot/declare/practice";
import type { CrmObject, CrmOffer } from "#src/ports/crm";
import type { PersonId } from "#src/people/person";
import type { FactId } from "#src/practices/numbers/api";
import type { Metric, MetricId } from "#src/practices/setup/api";
import { countsForm, detailsForm } from "./set-up/counts-form.ts";
import type { SeenSource } from "./context.ts";
import type { SyncMessages } from "./messages/en.ts";
import type { Choice, News, PullReport, SourceState, Trouble } from "./model.ts";
import { changedCard, wonCard } from "./news.ts";
import { sourceCard } from "./set-up/source-card.ts";
import { statusCard } from "./status-card.ts";
import { troubleCard } from "./trouble.ts";

const now = new Date("2026-11-11T02:00:00Z");
const source = "CRM 一";
const metric = "00000000-0000-7000-8000-000000000002" as MetricId;
const metrics: readonly Metric[] = [
  {
    id: metric,
    nameEn: "Revenue",
    nameZh: "回款",
    aliases: [],
    unit: { kind: "money", currency: "CNY" },
    adds: true,
  },
];
const offer: CrmOffer = {
  about: {
    id: "one",
    called: { en: source, zh: source },
    settings: [
      {
        name: "CRM_APP_ID",
        secret: false,
        where: { en: "On the app's own page, under Credentials.", zh: "在应用详情页的“凭证”里。" },
      },
    ],
    mend: {
      revoked: {
        en: "Make a new one in its console under Self Client.",
        zh: "在它的控制台“自建应用”里重新生成一个。",
      },
    },
  },
  missing: [],
};
const objects: readonly CrmObject[] = [
  {
    id: "deals",
    said: "商机 <!channel> *2.0*",
    kind: "deal",
    active: true,
    stages: [
      { id: "1", said: "谈判", pipeline: "标准", outcome: "open" },
      { id: "2", said: "O'Hara 赢单", pipeline: "标准", outcome: "won" },
      { id: "3", said: "输单", pipeline: null, outcome: "lost" },
    ],
    amounts: [{ id: "amount", said: "金额", proposed: true }],
    days: [{ id: "day", said: "成交日期", proposed: true }],
  },
];
const choice: Choice = {
  counts: {
    object: "deals",
    amount: "amount",
    day: "day",
    kind: "deal",
    said: "商机",
    hasStages: true,
    won: ["2"],
    lost: ["3"],
  },
  deals: null,
  metric,
  unit: "1",
};
const report: PullReport = {
  isFull: true,
  rows: 12,
  added: 3,
  changed: 1,
  same: 8,
  left: 2,
  deals: 12,
  noAmount: 1,
  noDay: 1,
  unread: 1,
  owners: 1,
  unknownOwners: 1,
  sums: [
    { owner: "林晓", isKnown: true, currency: "CNY", rows: 2, value: "120000.5" },
    { owner: "赵敏 *x*", isKnown: false, currency: "USD", rows: 1, value: "9000" },
  ],
};
const state: SourceState = {
  source,
  isOn: true,
  choice,
  everyMinutes: 30,
  by: null,
  readThrough: now,
  fullOn: localDate("2026-11-11"),
  there: "1",
  okAt: new Date("2026-11-11T01:30:00Z"),
  nextAt: new Date("2026-11-11T02:30:00Z"),
  last: report,
  trouble: null,
  troubleSince: null,
  asked: null,
  found: {
    health: {
      organisation: { id: "1", name: "我们公司" },
      user: { id: "2", name: "Pacer" },
      currency: "CNY",
      fiscalYearStart: 4,
      left: 48_000,
      rights: [
        { which: "deals", granted: true },
        { which: "fiscal year", granted: false },
      ],
    },
    objects,
    tried: report,
    trouble: null,
  },
  cardId: null,
  version: 1,
};
const seen: SeenSource = { source, offer, state };
const trouble = (kind: Trouble["kind"], more: Partial<Trouble> = {}): Trouble => ({
  kind,
  which: "X-1",
  until: "2026-11-11T16:00:00Z",
  ...more,
});
const all: readonly Trouble["kind"][] = [
  "wrong-centre",
  "wrong-secret",
  "revoked",
  "wrong-user",
  "app-stopped",
  "address-refused",
  "no-quota",
  "quota-used",
  "slow-down",
  "scope-missing",
  "not-allowed",
  "no-such",
  "unreachable",
  "down",
  "not-understood",
  "other-organisation",
  "shrunk",
  "failed",
];
const news: News = {
  id: "n",
  kind: "changed",
  person: "p" as PersonId,
  source,
  fact: "f" as FactId,
  number: 12,
  on: localDate("2026-11-10"),
  metric,
  currency: "CNY",
  before: "120000",
  value: "90000",
};
const shown = { ...seen, metrics, locale: "zh", now } as const;

export const samples: readonly Sample<SyncMessages>[] = [
  { name: "only files", view: (t) => statusCard({ sources: [], isAdmin: false, now }, t) },
  {
    name: "sources",
    view: (t) =>
      statusCard(
        {
          sources: [
            seen,
            { ...seen, source: "CRM 二", state: null },
            {
              ...seen,
              source: "CRM 三",
              offer: { ...offer, missing: ["CRM_APP_ID"] },
              state: null,
            },
            {
              ...seen,
              source: "CRM 四",
              state: { ...state, trouble: trouble("quota-used"), okAt: null },
            },
          ],
          isAdmin: true,
          now,
        },
        t,
      ),
  },
  {
    name: "settings missing",
    view: (t) =>
      sourceCard({ ...shown, offer: { ...offer, missing: ["CRM_APP_ID"] }, state: null }, t),
  },
  { name: "a source that is on", view: (t) => sourceCard(shown, t) },
  {
    name: "a source at work",
    view: (t) => sourceCard({ ...shown, state: { ...state, isOn: false, asked: "test" } }, t),
  },
  {
    name: "a source to switch on",
    view: (t) =>
      sourceCard({ ...shown, state: { ...state, isOn: false, trouble: trouble("revoked") } }, t),
  },
  {
    name: "what counts",
    view: (t) => wanted(countsForm(source, state, { metrics, locale: "zh", currency: "CNY" }, t)),
  },
  { name: "stages and fields", view: (t) => wanted(detailsForm(source, state, t)) },
  ...all.map((kind): Sample<SyncMessages> => ({
    name: `trouble: ${kind}`,
    view: (t) =>
      troubleCard(
        {
          source,
          trouble: trouble(kind),
          okAt: state.okAt,
          mend: offer.about.mend.revoked?.en ?? null,
        },
        t,
      ),
  })),
  { name: "a number was changed", view: (t) => changedCard({ news: [news], metrics }, t) },
  {
    name: "deals were won",
    view: (t) =>
      wonCard(
        {
          news: Array.from({ length: 10 }, () => ({ ...news, kind: "won" as const })),
          metrics,
          name: "林晓",
          person: news.person,
        },
        t,
      ),
  },
];

function wanted<T>(view: T | null): T {
  if (view === null) throw new Error("a sample has nothing to show");
  return view;
}
