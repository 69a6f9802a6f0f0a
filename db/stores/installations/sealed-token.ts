// The token of an installation, sealed and bound to its row.
import type { OrganisationId } from "#src/people/person";
import type { Installation, InstallationKey } from "#src/ports/chat/installations";
import type { Secrets } from "#src/ports/process/secrets";
import { openOrNull } from "../../seal.ts";
import type { installation } from "../../schema/kernel.ts";
import { fromJson } from "../columns.ts";

export type InstallationRow = typeof installation.$inferSelect;

const rowOf = ({ platform, workspace }: InstallationKey): string =>
  `installation.token ${platform} ${workspace}`;

export interface SealedTokens {
  readonly seal: (key: InstallationKey, token: string) => string;
  /** Null where another key than this one sealed it. */
  readonly unseal: (key: InstallationKey, sealed: string) => string | null;
  /** One whose token another key sealed counts as none, and serves again when that key is back. */
  readonly open: (row: InstallationRow) => Installation | null;
  readonly isUnopened: (row: InstallationRow) => boolean;
}

export function createSealedTokens(secrets: Secrets): SealedTokens {
  const unseal = (key: InstallationKey, sealed: string): string | null =>
    openOrNull(secrets, sealed, rowOf(key));
  return {
    seal: (key, token) => secrets.seal(token, rowOf(key)),
    unseal,
    open(row) {
      const token = row.token === null ? null : unseal(row, row.token);
      return token === null ? null : withToken(row, token);
    },
    isUnopened: (row) => row.token !== null && unseal(row, row.token) === null,
  };
}

/** As it is spoken with: `token` is the opened one. */
export function withToken(row: InstallationRow, token: string): Installation {
  const { platform, workspace, organisationId, name, botUser, scopes, installedBy } = row;
  return {
    platform,
    workspace,
    organisation: organisationId as OrganisationId,
    name,
    token,
    botUser: botUser ?? "",
    scopes: fromJson<string[]>(scopes),
    installedBy,
  };
}
