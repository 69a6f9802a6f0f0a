// Personal reminders as they are kept, come, and are listed.
import { button, card, quote, rows, softText, type Card } from "#src/view/card";
import { said, toLine } from "#src/view/line";
import { cancel, markDone, putToTomorrow } from "./actions.ts";
import type { PersonalReminderMessages } from "./messages/en.ts";
import type { PersonalReminder } from "./model.ts";

const mostShown = 10;

export const keptCard = (
  { id, text, dueAt }: PersonalReminder,
  taken: "hour" | "tomorrow" | null,
  t: PersonalReminderMessages,
): Card =>
  card({
    title: t.kept(dueAt),
    tone: "good",
    body: [quote(said(text)), taken === null ? undefined : softText(t.taken(taken))],
    buttons: [button(t.cancel(), cancel({ id, listed: false }), "quiet")],
    sees: t.onlyYou(),
  });

export const dueCard = ({ id, text }: PersonalReminder, t: PersonalReminderMessages): Card =>
  card({
    title: t.due(),
    tone: "info",
    body: [quote(said(text))],
    buttons: [
      button(t.done(), markDone({ id }), "primary"),
      button(t.putOff(), putToTomorrow({ id })),
    ],
    sees: t.onlyYou(),
  });

/** What has come and was not answered can be done; what lies ahead can be called off. */
export function listCard(
  open: readonly PersonalReminder[],
  now: Date,
  t: PersonalReminderMessages,
): Card {
  const more = open.length - mostShown;
  return card({
    title: open.length === 0 ? t.nothingKept() : t.title(open.length),
    body: [
      open.length === 0
        ? undefined
        : rows(
            open.slice(0, mostShown).map(({ id, text, dueAt }) => ({
              line: toLine(said(text)),
              soft: dueAt > now ? t.comes(dueAt) : t.came(dueAt),
              buttons: [
                dueAt > now
                  ? button(t.cancel(), cancel({ id, listed: true }), "quiet")
                  : button(t.done(), markDone({ id }), "quiet"),
              ],
            })),
          ),
      more > 0 ? softText(t.more(more)) : undefined,
      softText(t.howTo()),
    ],
    sees: t.onlyYou(),
  });
}
