// What Slack's refusals mean for a delivery. Error names: the methods' own pages under docs.slack.dev/reference/methods, and
// platforms.md A10. What is not listed is about this one message.
import { entryOf } from "#src/language/lookup";
import { webApi } from "@slack/bolt";
import type { PostResult } from "#src/ports/chat/chat";

type Meaning = "person" | "installation" | "later" | "unknown";

const meanings: Readonly<Record<string, Meaning>> = {
  // Whom or where it goes to cannot be written to.
  channel_not_found: "person",
  user_not_found: "person",
  users_not_found: "person",
  user_not_visible: "person",
  user_disabled: "person",
  users_list_not_supplied: "person",
  cannot_dm_bot: "person",
  is_inactive: "person",
  messages_tab_disabled: "person",
  not_in_channel: "person",
  is_archived: "person",
  restricted_action: "person",
  restricted_action_read_only_channel: "person",
  restricted_action_thread_only_channel: "person",
  restricted_action_non_threadable_channel: "person",
  channel_type_not_supported: "person",
  // Org-wide: a workspace of the Enterprise that the app was not added to.
  team_access_not_granted: "person",
  // The installation itself was refused: nothing goes out through it until it is back.
  invalid_auth: "installation",
  not_authed: "installation",
  account_inactive: "installation",
  token_revoked: "installation",
  token_expired: "installation",
  missing_scope: "installation",
  no_permission: "installation",
  org_login_required: "installation",
  ekm_access_denied: "installation",
  access_denied: "installation",
  // Nothing was done.
  ratelimited: "later",
  rate_limited: "later",
  message_limit_exceeded: "later",
  service_unavailable: "later",
  team_added_to_org: "later",
  // It may have partly happened.
  fatal_error: "unknown",
  internal_error: "unknown",
  request_timeout: "unknown",
};

const laterMs = 30_000;
/**
 * What Slack did not answer it may still do: our own call is given up after eight seconds, and Slack has been seen to take ten. Longer
 * than any request of its own lives; whoever looked earlier would find nothing and send it twice.
 */
const slowestMs = 30_000;
/** Refused before anything was sent. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** The name Slack gave its refusal; null where it is no refusal of Slack's. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

/** For the log: what was caught, and the name of the refusal where it is one. */
export const caught = (error: unknown): { readonly error: unknown; readonly refused?: string } => {
  const refused = refusalOf(error);
  return refused === null ? { error } : { error, refused };
};

/** Whether Slack does not let the bot in by this token, as opposed to not answering just now. */
export function isTokenRefused(error: unknown): boolean {
  const result = resultOf(error);
  return result.result === "final" && result.stops === "installation";
}

export function resultOf(error: unknown): PostResult {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { result: "later", afterMs: Math.max(1, error.retryAfter) * 1_000 };
  if (error instanceof webApi.WebAPIPlatformError)
    return refused(error.data.error, whyOf(error.data));
  if (error instanceof webApi.WebAPIRequestError && neverSent.has(codeOf(error.original)))
    return { result: "later", afterMs: laterMs };
  return { result: "unknown", afterMs: slowestMs };
}

function refused(name: string, why: string): PostResult {
  const meaning = entryOf(meanings, name);
  if (meaning === "later") return { result: "later", afterMs: laterMs };
  if (meaning === "unknown") return { result: "unknown" };
  return { result: "final", stops: meaning ?? "content", why };
}

/** Slack names the scope that is missing: an admin can mend that. */
function whyOf(data: { readonly error: string }): string {
  const needed = neededOf(data);
  return needed === null ? data.error : `missing_scope ${needed}`;
}

function neededOf(data: { readonly error: string }): string | null {
  const needed = "needed" in data ? data.needed : undefined;
  return data.error === "missing_scope" && typeof needed === "string" ? needed : null;
}

/** The scope a call was refused for; null when it was for something else. */
export const scopeMissing = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? neededOf(error.data) : null;

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ("code" in at) return String(at.code);
  return "";
}
