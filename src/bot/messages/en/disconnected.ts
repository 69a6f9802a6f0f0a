// Where no message goes out any more, and messages of which nobody knows whether they arrived.
import { entryOf } from "#src/language/lookup";
import { line, said, typed, type Line } from "#src/view/line";

/** Why a workspace takes no messages, where a platform's own word for it is known. */
const reasons: Readonly<Record<string, string>> = {
  "the app was removed": "the app was removed there",
  "the app was switched off": "the app was switched off there",
  "the platform switched the app off": "the platform switched the app off",
  "its token was revoked": "the app's token was revoked",
  token_revoked: "the app's token was revoked",
  invalid_auth: "the app's token is not accepted",
  account_inactive: "the app's account is inactive",
};

export const disconnected = () => ({
  workspaceStopped: (name: string, why: string): Line =>
    line`Nothing goes out to ${said(name)} any more: ${entryOf(reasons, why) ?? typed(why)}.`,
  workspaceMend: (): Line =>
    line`What is to be said there waits. Once the app is installed there again, it goes out.`,
  placeStopped: (name: string): Line =>
    line`Nothing can be posted in ${said(name)} any more: I am not in it, or it was archived.`,
  placeMend: (): Line => line`Invite me there again, or choose another place for the team.`,
  choosePlaces: (): Line => line`Choose a place`,
  mayHaveArrived: (name: string): Line =>
    line`A message to ${said(name)} may have arrived or not; I cannot look. Shall I send it again?`,
  sendAgain: (): Line => line`Send it again`,
  letGo: (): Line => line`Leave it`,
  sentAgain: (): Line => line`It goes out again.`,
  leftAlone: (): Line => line`Left as it is.`,
});

export type DisconnectedMessages = ReturnType<typeof disconnected>;
