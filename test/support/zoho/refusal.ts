// A refusal as Zoho CRM words it: {code, details, message, status}. Codes and messages: https://github.com/zoho/crm-oas v8.0 (record.json,
// coql.json); which status goes with which: the "Possible Errors" of each page below https://www.zoho.com/crm/developer/docs/api/v8/.
import type { Answer } from "#test/support/crm/served";

const messages = {
  AUTHENTICATION_FAILURE: [401, "Authentication failed"],
  INVALID_TOKEN: [401, "invalid oauth token"],
  OAUTH_SCOPE_MISMATCH: [401, "invalid oauth scope to access this URL"],
  NO_PERMISSION: [403, "permission denied"],
  INVALID_URL_PATTERN: [404, "Please check if the URL trying to access is a correct one"],
  INVALID_REQUEST_METHOD: [400, "The http request method type is not a valid one"],
  INVALID_HOST: [400, "the host given seems to be invalid"],
  INVALID_MODULE: [400, "The module name given seems to be invalid"],
  INVALID_DATA: [400, "invalid data"],
  REQUIRED_PARAM_MISSING: [400, "One of the expected parameter is missing"],
  MANDATORY_NOT_FOUND: [400, "required field not found"],
  SYNTAX_ERROR: [400, "missing clause or error in parsing"],
  INVALID_QUERY: [400, "invalid query formed"],
  LIMIT_EXCEEDED: [400, "limit is exceeded"],
  DUPLICATE_DATA: [400, "duplicate data"],
  INVALID_ALIAS: [400, "invalid alias"],
  DUPLICATE_ALIAS: [400, "duplicate alias"],
  // Documented as 429 without Retry-After (3.7 of our notes); its wording is nobody's.
  TOO_MANY_REQUESTS: [429, "too many requests"],
  INTERNAL_ERROR: [500, "Internal server error occurred."],
} as const;

export type ZohoCode = keyof typeof messages;

export function refuse(code: ZohoCode, details: Readonly<Record<string, unknown>> = {}): Answer {
  const [status, message] = messages[code];
  return { status, body: { code, details, message, status: "error" }, refused: code };
}

/** Thrown where a query is read; what it stands for is answered. */
export class ZohoRefusal extends Error {
  readonly answer: Answer;
  constructor(code: ZohoCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.answer = refuse(code, details);
  }
}
