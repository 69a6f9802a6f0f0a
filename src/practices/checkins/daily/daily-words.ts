// What stands behind the verb: "on", "off", 开, 关, or words of the note. Pure.
import { normalise } from "#src/language/text";

/** Null when it is neither. */
export function readYesNo(line: string): boolean | null {
  const word = line.trim().toLowerCase();
  if (/^(?:on|yes|start|开|开启|打开|要)$/u.test(word)) return true;
  return /^(?:off|no|stop|关|关闭|不要|取消)$/u.test(word) ? false : null;
}

/** The words join the note on a line of their own; what stands in it already is not written twice. */
export function joinedNote(note: string, words: string): string {
  const known = new Set(note.split("\n").map((each) => normalise(each).trim()));
  const added = words.split("\n").filter((each) => !known.has(normalise(each).trim()));
  return [note, ...added].filter((each) => each !== "").join("\n");
}
