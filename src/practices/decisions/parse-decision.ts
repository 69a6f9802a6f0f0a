// A decision as it is typed: what, why, whose number it is to move, and the day to look at it again, in whatever order.
import type { LocalDate } from "#src/calendar/local-date";
import { codePattern } from "#src/bot/declare/arguments";
import { findDate } from "#src/language/dates/dates";

export interface ReadDecision {
  readonly what: string;
  /** "" where it was not said. */
  readonly why: string;
  /** The 7 of G7. */
  readonly goal: number | null;
  readonly lookOn: LocalDate | null;
}

const because =
  /[\s,，;；。]*(?:\bbecause\b|\bsince we\b|\bso that\b|因为|原因是|理由是|为了)[\s:：]*/iu;
/** Only what stands behind such words is a day to look again: "from 1 December" belongs to what was decided. */
const lookAgain =
  /[\s,，;；。]*(?:(?:and )?(?:look|check|review)(?: at it| it)?(?: again)? (?:on|by|in)?|again on)\s*(?<en>[^,;]{1,30})$|[\s,，;；。]*(?<zh>[^\s,，;；。]{1,16}?)(?:再看|复盘|回头看|再评估)(?:一下|效果|结果)?[。.!！]*$/iu;

export function readDecision(typed: string, today: LocalDate): ReadDecision {
  let rest = typed.trim();
  const code = [...rest.matchAll(codePattern("G", "giu"))].at(-1);
  if (code) rest = `${rest.slice(0, code.index)} ${rest.slice(code.index + code[0].length)}`.trim();
  const look = lookAgain.exec(rest);
  const said = (look?.groups?.["en"] ?? look?.groups?.["zh"] ?? "").trim();
  const found = said === "" ? null : findDate(said, { today, lean: "future" });
  const isDay = found !== null && "date" in found && found.start === 0 && found.end === said.length;
  const lookOn = isDay ? found.date : null;
  if (look && isDay) rest = rest.slice(0, look.index);
  const why = because.exec(rest);
  return {
    what: clean(why ? rest.slice(0, why.index) : rest),
    why: clean(why ? rest.slice(why.index + why[0].length) : ""),
    goal: code?.[1] === undefined ? null : Number(code[1]),
    lookOn,
  };
}

const clean = (text: string): string => text.replace(/^[\s,，;；:：]+|[\s,，;；]+$/gu, "");
