// Where no message goes out any more, and messages of which nobody knows whether they arrived.
import { entryOf } from "#src/language/lookup";
import { line, said, typed, type Line } from "#src/view/line";

/** Why a workspace takes no messages, where a platform's own word for it is known. */
const reasons: Readonly<Record<string, string>> = {
  "the app was removed": "the app was removed",
  "the app was switched off": "the app was switched off",
  "the platform switched the app off": "the platform switched the app off",
  "its token was revoked": "the app's token was revoked",
  token_revoked: "the app's token was revoked",
  invalid_auth: "the app's token is not accepted",
  account_inactive: "the app's account is inactive",
};

export const disconnected = () => ({
  workspaceStopped: (name: string, why: string): Line =>
    line`Messages to ${said(name)} have stopped: ${entryOf(reasons, why) ?? typed(why)}.`,
  workspaceMend: (): Line => line`They are kept, and go out once the app is installed again.`,
  placeStopped: (name: string): Line =>
    line`I can't post in ${said(name)} any more: I was removed, or the channel was archived or restricted.`,
  placeMend: (): Line => line`Invite me back, or choose another channel for the team.`,
  choosePlaces: (): Line => line`Choose a channel`,
  mayHaveArrived: (name: string): Line =>
    line`A message to ${said(name)} may not have arrived, and I can't check. Send it again?`,
  sendAgain: (): Line => line`Send again`,
  letGo: (): Line => line`Leave it`,
  sentAgain: (): Line => line`Sent again.`,
  leftAlone: (): Line => line`OK, I won't send it again.`,
});

export type DisconnectedMessages = ReturnType<typeof disconnected>;
