// What is wrong with a source, in English.
import { line, said, type Line } from "#src/view/line";
import type { Trouble } from "../../model.ts";

/** `named`: what is named; `then`: when it goes on. Empty where there is none. */
export type TroubleWords = Readonly<Record<Trouble["kind"], (named: string, then: string) => Line>>;

export const troublesEn: TroubleWords = {
  "not-entered": () =>
    line`Its settings are not entered yet: send me “sign in”, and enter them on your page under CRM.`,
  "wrong-centre": (named) =>
    line`These credentials belong to another data centre than ${said(named)}.`,
  "wrong-secret": () => line`The CRM does not know the app's id or secret.`,
  revoked: () =>
    line`The access that was given is used up or was taken back: it has to be given anew.`,
  "wrong-user": () => line`The user it is read as is not there, or was stopped.`,
  "app-stopped": () => line`The app is switched off in the CRM.`,
  "address-refused": (named) =>
    named === ""
      ? line`Our address is not on the CRM's white list.`
      : line`Our address ${said(named)} is not on the CRM's white list.`,
  "no-quota": () =>
    line`No calls were bought for the CRM's interface: nothing is asked until they are. Then press Test.`,
  "quota-used": (_named, then) => line`Today's calls are used up; the next pull is ${then}.`,
  "slow-down": (_named, then) => line`The CRM asks us to be slower; it goes on ${then}.`,
  "scope-missing": (named) => line`The access lacks the scope ${said(named)}.`,
  "not-allowed": (named) => line`The user it is read as may not read ${said(named)}.`,
  "no-such": (named) => line`${said(named)} is not in the CRM any more. Choose again what counts.`,
  unreachable: () => line`The CRM cannot be reached. I keep trying.`,
  down: () => line`The CRM says that it is out of order. I keep trying.`,
  "not-understood": (named) =>
    line`The CRM answered something I do not understand: ${said(named)}.`,
  "other-organisation": (named) =>
    line`The account is of another organisation now (${said(named)}). Nothing was read: switch it off and on if that is meant.`,
  shrunk: (named) =>
    line`More than half of what I know is not there any more (${said(named)}). Nothing was taken out: can the user it is read as still see everything? If it is right, press Pull everything.`,
  failed: () => line`Something went wrong here; the log has the cause. I keep trying.`,
};
