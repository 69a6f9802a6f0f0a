// The manager's week as the gallery shows it: at the hour of the summary, and after the last deadline.
import type { Sample } from "#src/bot/declare/practice";
import type { CheckinMessages } from "../messages/en/index.ts";
import { chaseCard, chasedCard } from "./chase.ts";
import { digestCard, type DigestData } from "./checkin-card.ts";

export const digestSamples = (summary: DigestData): readonly Sample<CheckinMessages>[] => [
  { name: "summary", view: (t) => digestCard(summary, "summary", t) },
  { name: "a manager reminds", view: (t) => chaseCard("周岚", t) },
  {
    name: "whom a reminder reached",
    view: (t) =>
      chasedCard(
        {
          now: ["林晓", "王磊"],
          later: [
            { name: "Renke Petersen", at: new Date("2026-11-16T08:00:00Z"), zone: "Asia/Shanghai" },
          ],
          already: ["陈静"],
          full: ["Maya Collins"],
          paused: ["Anna Weber"],
        },
        t,
      ),
  },
  {
    name: "summary whose rest follows in a year nobody knows yet",
    view: (t) =>
      digestCard({ ...summary, followsIn: 2027, excused: [], blockers: [] }, "summary", t),
  },
  {
    name: "summary, the rest",
    view: (t) =>
      digestCard({ ...summary, waiting: [], excused: [], blockers: [], rest: true }, "summary", t),
  },
];
