// Files people drop into a chat with the bot. What they are called and where they are comes with the message; they are fetched later.
import type { Incoming } from "#src/bot/declare/incoming";
import { isTableName } from "#src/ports/tables";
import type { z } from "zod";
import type { Answerer } from "../send/answer.ts";
import { identity, platform, type Slack } from "../slack.ts";
import { saidKey } from "../door/changed-message.ts";
import type { messageEvent } from "../door/parse.ts";

type Message = z.infer<typeof messageEvent>;
type Dropped = NonNullable<Extract<Incoming, { kind: "said" }>["file"]>;

const mostFiles = 5;

/** Of a message with words only what may be a table: a picture beside them is none of ours. */
export function filesIn({ files = [] }: Message, words: string): readonly Dropped[] {
  const all = files.map(({ id, name, size, url_private_download: url }): Dropped => ({
    ref: url ?? id,
    name: name ?? id,
    bytes: size ?? null,
  }));
  return (words.trim() === "" ? all : all.filter(({ name }) => isTableName(name))).slice(
    0,
    mostFiles,
  );
}

/** Each is an act of its own. */
export async function hearFiles(
  slack: Slack,
  answerer: Answerer,
  { workspace, received }: { readonly workspace: string; readonly received: () => void },
  {
    user,
    channel,
    ts,
    isOwn,
    asked,
    files,
  }: Pick<Message, "user" | "channel" | "ts"> & {
    readonly isOwn: boolean;
    readonly asked: Parameters<Answerer["finishLater"]>[0];
    readonly files: readonly Dropped[];
  },
): Promise<void> {
  const begun = [];
  for (const [n, file] of files.entries()) {
    const dedupeKey = `${saidKey(workspace, channel, ts)}${n === 0 ? "" : `:${n}`}`;
    const work = await slack.bot().accept({
      kind: "said",
      dedupeKey,
      from: identity(workspace, user),
      text: "",
      file,
      ...(isOwn ? {} : { place: { platform, workspace, channel }, addressed: true as const }),
    });
    if (work !== null) begun.push({ dedupeKey, work });
  }
  received();
  for (const { dedupeKey, work } of begun) {
    const outcome = await work();
    await answerer.orLog("slack.answer_failed", () =>
      answerer.finishLater(asked, dedupeKey, outcome),
    );
  }
}
