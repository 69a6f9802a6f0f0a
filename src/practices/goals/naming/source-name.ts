// What a source of figures is called where a sentence names it.
import type { Locale } from "#src/language/text";
import { line, said, type Line } from "#src/view/line";

/** Files that somebody brought; every other source is called as whoever set it up named it. */
export const filesSource = "files";

const files: Readonly<Record<Locale, string>> = { en: "files", zh: "文件" };

export const sourceName = (source: string, locale: Locale): Line =>
  source === filesSource ? line`${files[locale]}` : line`${said(source)}`;
