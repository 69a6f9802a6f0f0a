// How a status is said in words: 正常 因为下周到账, at risk: the tender moved, figures.
import type { Judgement } from "../model.ts";

export interface SaidJudgement {
  /** `figures`: what was said before is taken back. Null: nothing said yet. */
  readonly judgement: Judgement | "figures" | null;
  readonly reason: string;
}

const words: readonly (readonly [Judgement | "figures", RegExp])[] = [
  ["on-track", /^(?:on[ -]?track|正常)/i],
  ["at-risk", /^(?:at[ -]risk|有风险|风险)/i],
  ["off-track", /^(?:off[ -]?track|behind|落后)/i],
  ["figures", /^(?:by (?:the )?figures|figures|clear|以数据为准|看数据|取消)$/i],
];
const because =
  /^[\s:：,，;；。.-]*(?:(?:because(?: of)?|since|as|因为|由于|原因是?)(?=[\s:：\p{Script=Han}]|$))?[\s:：,，]*/iu;

/** Null where no status is named. */
export function readJudgement(line: string): SaidJudgement | null {
  const text = line.trim();
  if (text === "") return { judgement: null, reason: "" };
  for (const [judgement, named] of words) {
    const found = named.exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length);
    // A word of its own: `on trackside` names none.
    if (/^[a-z]/i.test(rest)) continue;
    return { judgement, reason: rest.replace(because, "").trim() };
  }
  return null;
}
