// What others use of what is kept about people: the kinds of it, and the work of giving it out.
export type {
  Erasing,
  FormerMember,
  GivenTable,
  Kept,
  Outcome,
  PostedMessage,
  Request,
  RequestId,
  Topic,
  Until,
} from "./model.ts";

export { isOnlyAdmin } from "./erased/rules.ts";
export { filesOf } from "./given/files.ts";
export { erasingWords } from "./erased/erase-words.ts";
export { workOnRequest } from "./given/work.ts";
export type { ErasePorts } from "./work-parts.ts";
