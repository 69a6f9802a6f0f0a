// `export` 导出数据: all figures one may see, as a file in one's own chat.
import { committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { NumberContext } from "../context.ts";
import type { DropId } from "../dropped/model.ts";

export async function exportFigures(_input: unknown, context: NumberContext): Promise<Answer> {
  const { stores, person, now, account } = context;
  if (account === null) throw new Refusal(context.t.file.over());
  const from = { platform: "", workspace: "", user: account };
  const id = context.newId() as DropId;
  const name = `pacer-${context.today}.csv`;
  if (!(await stores.drops.addExport({ id, person: person.id, from, name, at: now })))
    throw new Refusal(context.t.file.exportUnderWay());
  return committed(toast(context.t.file.collecting()));
}
