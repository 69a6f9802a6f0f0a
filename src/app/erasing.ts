// What is done in chats when somebody is erased, wherever one of these is spoken to.
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat/chat";
import { erasingWords, type ErasePorts } from "#src/practices/privacy/api";

export function erasingIn(chats: readonly Chat[], language: Language): ErasePorts {
  const chatAt = (platform: string): Chat | undefined =>
    chats.find((each) => each.platform === platform);
  return {
    ...erasingWords(language),
    edit: ({ to, messageId }, message) => chatAt(to.platform)?.edit(to, messageId, message) ?? null,
    post: (to, message) => chatAt(to.platform)?.post(to, message) ?? null,
  };
}
