// Example views of feedback, for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import type { PersonId } from "#src/people/person";
import type { FeedbackMessages } from "./messages/en/index.ts";
import type { Feedback, FeedbackId, Request, RequestId } from "./model.ts";
import {
  draftCard,
  givenCard,
  hereCard,
  homeCard,
  mineCard,
  nudgeCard,
  receivedCard,
  requestCard,
  sentCard,
  sharedCard,
  teamCard,
  thankedCard,
} from "./feedback-card.ts";
import { feedbackForm } from "./exchange/feedback-form.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [giver, receiver, manager] = [id(1) as PersonId, id(2) as PersonId, id(3) as PersonId];
const at = new Date("2026-11-11T02:00:00Z");

const sent: Feedback = {
  id: id(10) as FeedbackId,
  kind: "change",
  from: giver,
  fromName: "Renke Petersen",
  to: receiver,
  toName: "林晓",
  request: null,
  situation: "周二在仁济医院的拜访 <!channel>",
  behaviour: "客户还没说完，你就开始报价 *twice*",
  impact: "客户后来没有再提自己的顾虑",
  next: "下次先问完三个问题再谈价格",
  question: "你当时想达到什么？",
  writtenAt: at,
  sentAt: at,
  thankedAt: null,
  sharedWith: null,
  sharedWithName: null,
};
const shown: Feedback = { ...sent, thankedAt: at, sharedWith: manager, sharedWithName: "周岚" };
const short: Feedback = { ...sent, kind: "keep", next: "", question: "" };
const draft: Feedback = {
  ...short,
  id: id(11) as FeedbackId,
  situation: "有一次",
  behaviour: "你有点懒",
  sentAt: null,
};
const request: Request = {
  id: id(20) as RequestId,
  from: giver,
  fromName: "Renke Petersen",
  to: receiver,
  toName: "林晓",
  about: "my demo on Tuesday <b>",
  askedAt: at,
};
const linxiao = { id: receiver, name: "林晓" };

export const samples: readonly Sample<FeedbackMessages>[] = [
  {
    name: "form",
    view: (t) =>
      feedbackForm({ to: linxiao, people: [], request: null, draft: null, words: {} }, t),
  },
  {
    name: "form for whom",
    view: (t) =>
      feedbackForm({ to: null, people: [linxiao], request: null, draft: null, words: {} }, t),
  },
  {
    name: "form asked for",
    view: (t) => feedbackForm({ to: linxiao, people: [], request, draft: null, words: {} }, t),
  },
  {
    name: "form asked for about nothing",
    view: (t) =>
      feedbackForm(
        {
          to: linxiao,
          people: [],
          request: { ...request, about: "" },
          draft: sent.id,
          words: sent,
        },
        t,
      ),
  },
  { name: "written in a place", view: (t) => hereCard(linxiao, null, t) },
  { name: "written in a place for nobody yet", view: (t) => hereCard(null, null, t) },
  {
    name: "draft with advice",
    view: (t) =>
      draftCard(
        draft,
        [
          { about: "situation" },
          { about: "behaviour", labels: ["懒", "态度差"] },
          { about: "next" },
        ],
        t,
      ),
  },
  { name: "sent", view: (t) => sentCard("林晓", t) },
  { name: "received", view: (t) => receivedCard(sent, manager, t) },
  { name: "received, no manager to show it to", view: (t) => receivedCard(short, null, t) },
  { name: "received, thanked and shown", view: (t) => receivedCard(shown, manager, t) },
  { name: "given", view: (t) => givenCard(shown, t) },
  { name: "shown to the manager", view: (t) => sharedCard(shown, t) },
  { name: "thanked", view: (t) => thankedCard("林晓", sent.id, t) },
  { name: "request", view: (t) => requestCard(request, t) },
  { name: "request about nothing", view: (t) => requestCard({ ...request, about: "" }, t) },
  {
    name: "my feedback",
    view: (t) =>
      mineCard(
        {
          me: receiver,
          feedback: [
            sent,
            {
              ...shown,
              id: id(12) as FeedbackId,
              from: receiver,
              fromName: "林晓",
              to: giver,
              toName: "Renke Petersen",
            },
            { ...draft, from: receiver, to: giver },
            { ...shown, to: giver, from: manager, sharedWith: receiver },
          ],
          requests: [
            request,
            { ...request, id: id(21) as RequestId, from: receiver, to: manager, toName: "周岚" },
          ],
          more: true,
        },
        t,
      ),
  },
  {
    name: "my feedback, empty",
    view: (t) => mineCard({ me: receiver, feedback: [], requests: [], more: false }, t),
  },
  { name: "on the home", view: (t) => homeCard(2, [request], 1, t) ?? sentCard("", t) },
  { name: "nudge", view: (t) => nudgeCard(linxiao, t) },
  {
    name: "team reminders",
    view: (t) =>
      teamCard(
        [
          { id: id(30), name: "华东", on: true },
          { id: id(31), name: "Europe", on: false },
        ],
        t,
      ),
  },
];
