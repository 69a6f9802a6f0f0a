// The code, the question whether that is really you, and what became of it.
import { button, card, softText, text, type Card } from "#src/view/card";
import { typed } from "#src/view/line";
import { joinBy, showCode } from "./actions.ts";
import type { AccountMessages } from "./messages/en.ts";
import { codeMinutes } from "./rules.ts";

export const codeCard = (code: string, t: AccountMessages): Card =>
  card({ title: t.codeTitle(), tone: "info", body: [text(typed(`${code.slice(0, 3)} ${code.slice(3)}`)), text(t.codeHow(code)), softText(t.codeHolds(codeMinutes))], sees: t.onlyYou() });

export const sureCard = (name: string, code: string, t: AccountMessages): Card =>
  card({ title: t.sureTitle(name), tone: "warning", body: [text(t.sureWhat())], buttons: [button(t.sureYes(), joinBy({ code }), "primary")], sees: t.onlyYou() });

export const joinedCard = (platforms: readonly string[], t: AccountMessages): Card => card({ title: t.joined(), tone: "good", body: [text(t.joinedWhat(platforms.length))], sees: t.onlyYou() });

export const twinCard = (name: string, t: AccountMessages): Card => card({ title: t.twinTitle(name), tone: "info", body: [softText(t.twinWhat())], buttons: [button(t.twinYes(), showCode({}))] });
