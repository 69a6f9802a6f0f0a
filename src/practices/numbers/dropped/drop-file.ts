// Somebody dropped a file: it is taken to be read outside the act, and its message says how far that is. Then they decide.
import {
  ask,
  committed,
  correct,
  nothing,
  replace,
  toast,
  type Answer,
} from "#src/bot/declare/answer";
import type { Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { DroppedBy } from "#src/ports/chat/files";
import { isTableName, type Encoding } from "#src/ports/tables";
import type { FormValues } from "#src/view/form";
import type { NumberContext } from "../context.ts";
import { columnsForm, saidInForm } from "./columns-form.ts";
import { fileCard } from "./file-card.ts";
import { mostFileBytes } from "./limits.ts";
import { chatOf, type Drop, type DropId, type Said } from "./model.ts";

const standingOf = (id: DropId): string => `numbers.file-${id}`;

export async function takeFile(file: DroppedBy, context: NumberContext): Promise<Answer> {
  const { t, stores, now, person } = context;
  if (context.place !== null) throw new Refusal(t.file.dropInOwnChat());
  if (!isTableName(file.name)) throw new Refusal(t.file.notATable(file.name));
  if (file.bytes === 0) throw new Refusal(t.file.why({ problem: "empty" }));
  if (file.bytes !== null && file.bytes > mostFileBytes)
    throw new Refusal(t.file.why({ problem: "too big", most: mostFileBytes }));
  const drop = { ...file, id: context.newId() as DropId, person: person.id, at: now };
  if (!(await stores.drops.add(drop))) throw new Refusal(t.file.underWay(file.name));
  const begun: Drop = {
    ...drop,
    way: "in",
    state: "work",
    said: {},
    found: null,
    readRows: 0,
    version: 0,
  };
  return committed(nothing(), noticeOf(begun, [], context));
}

/** In the chat where it was dropped, and at once: they wait for it. */
export function noticeOf(
  drop: Drop,
  metrics: Parameters<typeof fileCard>[1]["metrics"],
  context: NumberContext,
): Notice {
  return {
    ...context.notify(
      context.person,
      `file-${drop.id}-${String(drop.version)}`,
      (t) => fileCard(drop, { metrics, locale: context.person.locale }, t),
      standingOf(drop.id),
    ),
    asks: true,
    atOnce: true,
    through: chatOf(drop),
  };
}

/** What the messages of their files do not say yet. */
export async function tellOfFiles(context: NumberContext): Promise<readonly Notice[]> {
  const drops = await context.stores.drops.tell(context.person.id);
  if (drops.length === 0) return [];
  const metrics = await context.stores.setup.metrics();
  return drops.map((drop) => noticeOf(drop, metrics, context));
}

interface Asked {
  readonly drop: DropId;
}

async function ownDrop({ drop: id }: Asked, context: NumberContext): Promise<Drop> {
  const drop = await context.stores.drops.drop(id);
  if (drop?.person !== context.person.id) throw new Refusal(context.house.oldCard());
  if (drop.state !== "waits") throw new Refusal(context.t.file.over());
  return drop;
}

/** There is something to do again; its message says so. */
async function goOn(drop: Drop, said: Said, context: NumberContext): Promise<Answer> {
  if (!(await context.stores.drops.say(drop.id, said))) throw new Refusal(context.t.file.over());
  const { reading, storing } = context.t.file;
  return committed(
    toast(said.store === undefined ? reading(drop.name) : storing(drop.name)),
    noticeOf({ ...drop, said, state: "work", readRows: 0, version: drop.version + 1 }, [], context),
  );
}

export async function storeRows(
  asked: Asked & { readonly rows: "all" | "good" },
  context: NumberContext,
): Promise<Answer> {
  const drop = await ownDrop(asked, context);
  return goOn(drop, { ...drop.said, store: asked.rows }, context);
}

export async function readInEncoding(
  asked: Asked & { readonly encoding: Encoding },
  context: NumberContext,
): Promise<Answer> {
  const drop = await ownDrop(asked, context);
  return goOn(drop, { ...drop.said, encoding: asked.encoding }, context);
}

export async function leaveIt(asked: Asked, context: NumberContext): Promise<Answer> {
  const drop = await ownDrop(asked, context);
  await context.stores.drops.leave(drop.id, { end: "left" });
  const left: Drop = { ...drop, state: "ended", found: { end: "left" } };
  return committed(
    replace(fileCard(left, { metrics: [], locale: context.person.locale }, context.t)),
  );
}

export async function askForColumns(asked: Asked, context: NumberContext): Promise<Answer> {
  const drop = await ownDrop(asked, context);
  const metrics = await context.stores.setup.metrics();
  const shown = columnsForm(drop, { metrics, locale: context.person.locale }, context.t);
  if (shown === null) throw new Refusal(context.t.file.over());
  return ask(shown);
}

export async function columnsSaid(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: NumberContext,
): Promise<Answer> {
  const drop = await ownDrop(payload, context);
  const metrics = await context.stores.setup.metrics();
  const said = saidInForm(drop, values, metrics, context);
  return "errors" in said ? correct(said.errors) : goOn(drop, said.said, context);
}
