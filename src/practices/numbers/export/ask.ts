// `export` 导出数据: all figures one may see, as a file in one's own chat.
import { committed, nothing, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { NumberContext } from "../context.ts";
import { noticeOf } from "../dropped/drop-file.ts";
import type { Drop, DropId } from "../dropped/model.ts";

export async function exportFigures(_input: unknown, context: NumberContext): Promise<Answer> {
  const { stores, person, now, account } = context;
  if (account === null) throw new Refusal(context.t.file.over());
  const from = { platform: "", workspace: "", user: account };
  const id = context.newId() as DropId;
  const name = `pacer-${context.today}.csv`;
  if (!(await stores.drops.addExport({ id, person: person.id, from, name, at: now })))
    throw new Refusal(context.t.file.exportUnderWay());
  const begun: Drop = {
    id,
    way: "out",
    person: person.id,
    from,
    ref: "",
    name,
    bytes: 0,
    at: now,
    state: "work",
    said: {},
    found: null,
    readRows: 0,
    version: 0,
  };
  return committed(nothing(), noticeOf(begun, [], context));
}
