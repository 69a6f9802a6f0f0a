// Example views of rights.
import type { Sample } from "#src/bot/declare/practice";
import type { RightsMessages } from "./messages/en/index.ts";
import { asBeforeCard, newsCard, recordCard, type NamedNews } from "./rights-card.ts";
import type { RecordLine } from "./model.ts";

const nothing: NamedNews = {
  manager: null,
  team: null,
  assists: null,
  assistants: { added: [], gone: [] },
  leads: { added: [], gone: [] },
};
const at = new Date("2026-11-11T02:00:00Z");
const happened: RecordLine = {
  act: "manager.changed",
  at,
  by: { name: "周岚" },
  of: null,
  from: null,
  to: null,
  team: null,
  holds: true,
};
const many = Array.from({ length: 12 }, (_, i) => `Rep ${i + 1}`);

export const samples: readonly Sample<RightsMessages>[] = [
  {
    name: "another manager",
    view: (t) => newsCard({ ...nothing, manager: { now: "陈静", before: "王磊" } }, t),
  },
  {
    name: "a first manager, a team and an assistant",
    view: (t) =>
      newsCard(
        {
          ...nothing,
          team: { now: "华东", before: null },
          manager: { now: "陈静", before: null },
          assistants: { added: ["Anna Weber"], gone: [] },
        },
        t,
      ),
  },
  {
    name: "no manager any more",
    view: (t) =>
      newsCard(
        {
          ...nothing,
          team: { now: null, before: "华东" },
          manager: { now: null, before: "王磊" },
          assistants: { added: [], gone: ["Anna Weber", "Maya Collins"] },
        },
        t,
      ),
  },
  {
    name: "whom a manager leads",
    view: (t) =>
      newsCard({ ...nothing, leads: { added: ["林晓", "陈静"], gone: ["Renke Petersen"] } }, t),
  },
  {
    name: "a manager of many",
    view: (t) => newsCard({ ...nothing, leads: { added: many, gone: [] } }, t),
  },
  {
    name: "a manager of one less",
    view: (t) => newsCard({ ...nothing, leads: { added: [], gone: ["林晓"] } }, t),
  },
  {
    name: "the team's assistant",
    view: (t) => newsCard({ ...nothing, assists: { now: "华东", before: null } }, t),
  },
  {
    name: "an assistant no more",
    view: (t) => newsCard({ ...nothing, assists: { now: null, before: "华东" } }, t),
  },
  { name: "all as before", view: (t) => asBeforeCard(t) },
  {
    name: "record",
    view: (t) =>
      recordCard(
        [
          { ...happened, from: "王磊", to: "陈静" },
          { ...happened, of: "林晓" },
          { ...happened, of: "林晓", holds: false },
          { ...happened, act: "team.changed", by: "you", to: "华东" },
          { ...happened, act: "assistant.changed", team: "华东" },
          { ...happened, act: "assistant.changed", holds: false },
          { ...happened, act: "team.led", team: "华东" },
          { ...happened, act: "team.led", team: "华东", holds: false },
          { ...happened, act: "admin.granted", by: "platform" },
          { ...happened, act: "admin.lost", by: { name: null } },
          { ...happened, act: "accounts.joined", by: "you" },
          { ...happened, act: "accounts.refused", by: "you" },
          { ...happened, act: "accounts.parted", by: "you" },
          { ...happened, act: "letter.revived", by: "operator" },
          { ...happened, act: "letter.dropped" },
          { ...happened, act: "read" },
        ],
        "15",
        t,
      ),
  },
  {
    name: "record of the organisation",
    view: (t) =>
      recordCard(
        (
          [
            "installation.founded",
            "installation.asked",
            "installation.joined",
            "installation.refused",
          ] as const
        ).map((act) => ({ ...happened, act, by: "platform" as const })),
        null,
        t,
      ),
  },
  { name: "record without anything", view: (t) => recordCard([], null, t) },
];
