// Who sees what from now on; and the record of what was changed about somebody.
import { say } from "#src/bot/declare/actions";
import { button, card, rows, softText, text, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import { showOlder } from "./actions.ts";
import type { RightsMessages } from "./messages/en/index.ts";
import type { RecordLine } from "./model.ts";

interface NamedTurn {
  readonly before: string | null;
  readonly now: string | null;
}

interface NamedMoved {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export interface NamedNews {
  readonly manager: NamedTurn | null;
  readonly team: NamedTurn | null;
  readonly assists: NamedTurn | null;
  readonly assistants: NamedMoved;
  readonly leads: NamedMoved;
}

export function newsCard(
  { manager, team, assists, assistants, leads }: NamedNews,
  t: RightsMessages,
): Card {
  const lines: (Line | false | null)[] = [
    team && t.teamNow(team.now),
    manager &&
      (manager.now === null
        ? t.noManager(manager.before)
        : t.managerNow(manager.now, manager.before)),
    assistants.added.length > 0 && t.assistantsNow(assistants.added),
    assistants.gone.length > 0 && t.assistantsGone(assistants.gone),
    assists && t.assistsNow(assists.now, assists.before),
    leads.added.length + leads.gone.length > 0 && t.leadsNow(leads.added, leads.gone),
  ];
  return card({
    title: t.newsTitle(),
    tone: "info",
    body: lines.map((each) => (each ? text(each) : undefined)),
    buttons: [button(t.toRecord(), say({ text: t.recordWords() }), "quiet")],
    sees: t.onlyYou(),
  });
}

export const asBeforeCard = (t: RightsMessages): Card =>
  card({
    title: t.asBefore(),
    tone: "info",
    buttons: [button(t.toRecord(), say({ text: t.recordWords() }), "quiet")],
    sees: t.onlyYou(),
  });

export function recordCard(
  lines: readonly RecordLine[],
  older: string | null,
  t: RightsMessages,
): Card {
  return card({
    title: t.recordTitle(),
    body: [
      lines.length === 0
        ? text(t.recordEmpty())
        : rows(
            lines.map((each) => ({
              line: t.recorded(each),
              soft: t.recordedBy(each.at, each.by),
            })),
          ),
      softText(t.recordKept()),
    ],
    buttons: [older === null ? undefined : button(t.older(), showOlder({ before: older }))],
    sees: t.onlyYou(),
  });
}
