// Workspaces that ask to join.
import { line, said, typed, type Line } from "#src/view/line";

export const requests = () => ({
  requestTitle: (name: string): Line => line`The workspace ${said(name)} wants to join. Let it in?`,
  requestWhere: (platform: string, workspace: string): Line =>
    line`Platform: ${platform}, ID ${typed(workspace)}.`,
  requestBy(name: string | null, account: string | null): Line {
    if (account === null) return line`The platform didn't say who asked.`;
    return name === null
      ? line`Requested by the account ${typed(account)}.`
      : line`Requested by ${said(name)} (${typed(account)}).`;
  },
  requestMeans: (): Line =>
    line`If you let it in, its full members use me just as you do here: they can find people by name, praise them, and see what everyone here sees. Nobody becomes an admin or a manager this way; you decide that in ${typed("setup")}.`,
  requestRefusing: (): Line =>
    line`If you refuse, nothing is kept. Don't let in a workspace you don't know.`,
  letIn: (): Line => line`Let it in`,
  refuseIt: (): Line => line`Refuse`,
  wasLetIn: (name: string): Line => line`The workspace ${said(name)} has joined.`,
  wasRefused: (name: string): Line => line`The workspace ${said(name)} was refused.`,
  answeredBy: (name: string): Line => line`Decided by ${said(name)}.`,
  answeredByOperator: (): Line => line`Decided by whoever runs the server.`,
  mayInstaller: (name: string): Line =>
    line`${said(name)} installed me there. May they set things up here too: teams, metrics, who sees what?`,
  installerYes: (name: string): Line => line`Yes, ${said(name)} too`,
  installerNo: (): Line => line`No, not them`,
  installerMay: (name: string): Line => line`${said(name)} may set things up too.`,
  installerComes: (name: string): Line =>
    line`${said(name)} may set things up too, from their first message to me on.`,
  installerMayNot: (name: string): Line =>
    line`${said(name)} uses me like everyone else; only admins set things up.`,
  youMaySetUp: (workspace: string, by: string): Line =>
    line`${said(workspace)} is in, and ${said(by)} lets you set things up here too`,
  youMayNot: (workspace: string): Line => line`${said(workspace)} is in: everyone there can use me`,
  youMayNotMore: (by: string): Line =>
    line`Setting up stays with the admins. If something is missing, ask ${said(by)}.`,
  requestOver: (): Line => line`This request has already been decided or withdrawn.`,
});

export type RequestMessages = ReturnType<typeof requests>;
