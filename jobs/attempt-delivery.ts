// One attempt at one delivery: its words are found, it is looked for where an earlier attempt may have arrived, and it is posted.
import type { Bot } from "#src/bot/api";
import type { Chat, OutgoingMessage, PostResult } from "#src/ports/chat/chat";
import { inTime } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Claimed, Content } from "#src/ports/delivery/outbox";

const longestPostMs = 120_000;
const triesToRead = 4;
export const mayHaveArrived = "it may have arrived, and here nobody may look";

/** Nothing was sent: its content could not be read. */
interface NotTried {
  readonly result: "not tried";
}

/** Whether an earlier attempt arrived is not to be asked just now. */
interface NotLooked {
  readonly result: "not looked";
  readonly afterMs: number;
}

export type Attempted = PostResult | NotTried | NotLooked;

export interface AttemptPorts {
  readonly chatOf: (platform: string) => Chat | undefined;
  /** Whether the claim still holds, by this process's own clock. */
  readonly isHeld: (id: string) => boolean;
  readonly bot: Pick<Bot, "toTell">;
  readonly logger: Logger;
}

export async function attemptDelivery(
  ports: AttemptPorts,
  each: Claimed,
  contents: () => Promise<ReadonlyMap<string, Content>>,
): Promise<Attempted> {
  const { chatOf, isHeld, logger } = ports;
  const chat = chatOf(each.to.platform);
  if (!chat) return { result: "final", stops: "content", why: `no chat for ${each.to.platform}` };
  let content: Content | undefined;
  try {
    content = (await contents()).get(each.id);
  } catch (error) {
    logger.error({ delivery: each.id, error }, "content not read");
    return { result: "not tried" };
  }
  // Written and deleted together with its head, so where it is missing something is wrong with the reading (a connection that broke): read again.
  if (!content)
    return each.attempt < triesToRead
      ? { result: "not tried" }
      : { result: "final", stops: "content", why: "its content is gone" };
  try {
    // A platform that never answers must not keep a hand for ever: what became of it is unknown then.
    const message = await withTold(ports, each, content);
    const posted = post(each, message, chat, isHeld);
    const withFiles = posted.then((result) => putFiles(each, message, result, chat, logger));
    return await inTime(withFiles, longestPostMs, { result: "unknown" });
  } catch (error) {
    logger.error({ delivery: each.id, error }, "post failed");
    return { result: "unknown" };
  }
}

/** Where it cannot be found out whom it may tell it is posted all the same, with names in plain words. */
async function withTold(
  { bot, logger }: AttemptPorts,
  each: Claimed,
  content: Content,
): Promise<OutgoingMessage> {
  const message = { deliveryId: each.id, ...content };
  if (!("channel" in each.to)) return message;
  try {
    return { ...message, told: await bot.toTell(each, content.cards) };
  } catch (error) {
    logger.error({ delivery: each.id, error }, "nobody told");
    return message;
  }
}

/** Behind a message that is there: what it brings along. Where the chat takes no files, the message says what there is to know. */
async function putFiles(
  each: Claimed,
  message: OutgoingMessage,
  posted: PostResult | NotLooked,
  chat: Chat,
  logger: Logger,
): Promise<PostResult | NotLooked> {
  const { to } = each;
  if (posted.result !== "sent" || each.edits !== null || !("user" in to)) return posted;
  try {
    for (const { file } of message.cards) {
      if (!file) continue;
      const { sent } = await chat.sendFile(to, file.name, new TextEncoder().encode(file.text));
      if (sent === "there") continue;
      const cards = message.cards.map((card) =>
        card.file === file ? { ...card, context: file.otherwise } : card,
      );
      await chat.edit(to, posted.messageId, { ...message, cards });
    }
  } catch (error) {
    logger.error({ delivery: each.id, error }, "file not put");
  }
  return posted;
}

async function post(
  each: Claimed,
  message: OutgoingMessage,
  chat: Chat,
  isHeld: AttemptPorts["isHeld"],
): Promise<PostResult | NotLooked> {
  if (each.edits !== null) return chat.edit(each.to, each.edits, message);
  // After an attempt nobody heard the end of: look before sending again.
  const found = each.unsure ? await chat.find(each.to, each.id) : { found: "absent" as const };
  if (found.found === "later") return { result: "not looked", afterMs: found.afterMs };
  if (found.found === "there") return { result: "sent", messageId: found.messageId };
  if (found.found === "unknowable")
    return { result: "final", stops: "content", why: mayHaveArrived };
  // This process stood still for so long that another may have taken it: whoever has it now looks, and so it must not appear afterwards.
  if (!isHeld(each.id)) return { result: "unknown" };
  return chat.post(each.to, message);
}
