// What a tool says of an error to whoever runs it: the sentence that was written for them, else which error it was. What people typed is
// in neither, and what doctor prints is asked for in public.
import { LarkSettingWrong } from "#adapters/lark/index";
import { refusalOf } from "#adapters/slack/send/errors";
import { SlackSettingWrong } from "#adapters/slack/index";
import { BackupRefused, DatabaseUnreachable, FolderTaken, MigrationRefused } from "#db/client";
import { SettingWrong } from "#src/config";
import { SealBroken } from "#src/ports/process/secrets";
import { headsOf } from "./reduce-error.ts";

const sentences = [
  SettingWrong,
  LarkSettingWrong,
  SlackSettingWrong,
  FolderTaken,
  MigrationRefused,
  DatabaseUnreachable,
  SealBroken,
  BackupRefused,
];

/** Whether its message is a sentence for the operator. */
export const isSentence = (error: unknown): error is Error =>
  sentences.some((each) => error instanceof each);

/** Node's own sentence about what was typed behind the command. */
const isAboutArguments = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");

export function reasonOf(error: unknown): string {
  if (isSentence(error) || isAboutArguments(error)) return error.message;
  const refused = refusalOf(error);
  return refused === null ? headsOf(error) : `An API error occurred: ${refused}`;
}
