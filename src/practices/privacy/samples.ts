// Example views of privacy.
import type { Sample } from "#src/bot/declare/practice";
import type { PrivacyMessages } from "./messages/en.ts";
import { exportCard, whichCard } from "./given/ask-export.ts";
import {
  askCard,
  askedCard,
  decidedCard,
  declinedCard,
  declineForm,
  emptyCard,
  goneCard,
  overdueCard,
  requestCard,
} from "./erased/erase-cards.ts";
import { localDate } from "#src/calendar/local-date";
import { topics, type Erasing, type RequestId } from "./model.ts";
import { keptCard } from "./privacy-card.ts";

const dueOn = localDate("2026-12-02");
const id = "01930000-0000-7000-8000-000000000001" as RequestId;
const plan: readonly Erasing[] = topics.map((topic, n) => ({
  topic,
  deleted: n % 3 === 0 ? n + 1 : 0,
  emptied: n % 3 === 1 ? n : 0,
  kept: n % 3 === 2 ? n : 1,
}));
const at = new Date("2026-11-11T02:00:00Z");

export const samples: readonly Sample<PrivacyMessages>[] = [
  {
    name: "all there is",
    view: (t) =>
      keptCard(
        topics.map((topic, n) => ({
          topic,
          entries: n * n + 1,
          until: [
            { until: "organisation" },
            { until: "left", days: 30 },
            { until: "days", days: 400 },
          ],
        })),
        [
          { name: "周岚", at },
          { name: null, at },
        ],
        t,
      ),
  },
  {
    name: "somebody new",
    view: (t) =>
      keptCard([{ topic: "you", entries: 1, until: [{ until: "organisation" }] }], [], t),
  },
  { name: "what deleting would do", view: (t) => askCard(plan, t) },
  { name: "deletion asked for", view: (t) => askedCard({ dueOn }, t) },
  {
    name: "somebody asks for deletion",
    view: (t) => requestCard({ id, dueOn, name: "林晓" }, plan, t),
  },
  ...(["agreed", "declined", "taken back"] as const).map((how) => ({
    name: `deletion ${how}`,
    view: (t: PrivacyMessages) => decidedCard(how, "林晓", t),
  })),
  { name: "why not deleted", view: (t) => declineForm(id, "林晓", 500, t) },
  {
    name: "deletion declined to them",
    view: (t) => declinedCard("周岚", "劳动合同还在履行，业绩要留到结清。", t),
  },
  { name: "deletion not decided", view: (t) => overdueCard(["周岚", "Anna Weber"], dueOn, t) },
  { name: "last word", view: (t) => goneCard(t) },
  { name: "in place of a message", view: (t) => emptyCard(t) },
  { name: "which export", view: (t) => whichCard(t) },
  { name: "export begun", view: (t) => exportCard(null, t) },
  { name: "export under way", view: (t) => exportCard({ end: "going", done: 20, of: 44 }, t) },
  { name: "exported", view: (t) => exportCard({ end: "sent", entries: 128 }, t) },
  {
    name: "not exported, no permission",
    view: (t) => exportCard({ end: "not sent", why: "no scope" }, t),
  },
  { name: "not exported now", view: (t) => exportCard({ end: "not sent", why: "not now" }, t) },
  { name: "too much to export", view: (t) => exportCard({ end: "not sent", why: "too much" }, t) },
  { name: "export failed", view: (t) => exportCard({ end: "failed" }, t) },
];
