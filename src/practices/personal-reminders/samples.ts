// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import type { PersonalReminderMessages } from "./messages/en.ts";
import type { PersonalReminder, PersonalReminderId } from "./model.ts";
import { dueCard, keptCard, listCard } from "./reminder-card.ts";

const now = new Date("2026-11-11T07:00:00Z");
const reminder = (n: number, text: string, at: string): PersonalReminder => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as PersonalReminderId,
  text,
  dueAt: new Date(at),
});
const call = reminder(1, "跟进华山 call Acme", "2026-11-12T07:00:00Z");
const over = reminder(2, "send the quote", "2026-11-10T01:00:00Z");
const many = Array.from({ length: 12 }, (_, at) =>
  reminder(at + 3, `客户 ${at + 1}`, "2026-11-20T01:00:00Z"),
);

export const samples: readonly Sample<PersonalReminderMessages>[] = [
  { name: "kept", view: (t) => keptCard(call, null, t) },
  { name: "kept without an hour", view: (t) => keptCard(call, "hour", t) },
  { name: "kept for tomorrow", view: (t) => keptCard(call, "tomorrow", t) },
  { name: "due", view: (t) => dueCard(call, t) },
  { name: "list", view: (t) => listCard([over, call], now, t) },
  { name: "a long list", view: (t) => listCard(many, now, t) },
  { name: "nothing kept", view: (t) => listCard([], now, t) },
];
