// Workspaces that ask to join.
import { line, said, typed, type Line } from "#src/view/line";

export const requests = () => ({
  requestTitle: (name: string): Line =>
    line`The workspace ${said(name)} asks to join us. Shall I let it in?`,
  requestWhere: (platform: string, workspace: string): Line =>
    line`Its platform is ${platform}, its id there ${typed(workspace)}.`,
  requestBy(name: string | null, account: string | null): Line {
    if (account === null) return line`Who asks was not told.`;
    return name === null
      ? line`The account ${typed(account)} asks.`
      : line`${said(name)} (${typed(account)}) asks.`;
  },
  requestMeans: (): Line =>
    line`If you let it in, its full members use me as colleagues of yours: they find you by name, praise you, and see what everybody here sees. Nobody of it becomes an admin or anybody’s manager by that; you decide it in ${typed("setup")}.`,
  requestRefusing: (): Line =>
    line`If you refuse, nothing of it is kept. Do not let in a workspace you do not know.`,
  letIn: (): Line => line`Let it in`,
  refuseIt: (): Line => line`Refuse`,
  wasLetIn: (name: string): Line => line`The workspace ${said(name)} was let in.`,
  wasRefused: (name: string): Line => line`The workspace ${said(name)} was refused.`,
  answeredBy: (name: string): Line => line`${said(name)} answered.`,
  answeredByOperator: (): Line => line`Whoever runs the bot’s machine answered.`,
  requestOver: (): Line => line`That is settled already: it was answered, or it no longer asks.`,
});

export type RequestMessages = ReturnType<typeof requests>;
