// Messages of an open platform of our own: created, changed, listed and looked at, within the limits when they are switched on.
import { asList, asObject, mentionedIn, problemsOfCard, textIn } from "./cards.ts";
import {
  done,
  noSuchPath,
  refuse,
  type Asked,
  type FakeLark,
  type FakeMessage,
  type FakeOptions,
  type Reply,
} from "./company.ts";
import { parsed } from "./parsed.ts";

export interface Messages {
  /** What the routes below im/v1 answer; null for every other route. */
  answer(asked: Asked, route: string): Reply | null;
  limitRates(): void;
}

export function createMessages(fake: FakeLark, options: FakeOptions): Messages {
  const changes: { at: number; id: string }[] = [];
  const sent: { at: number; chat: string }[] = [];
  let reactions = 0;
  let limited = false;

  /** https://open.feishu.cn/document/server-docs/im-v1/message/create */
  function create(asked: Asked): Reply {
    const { receive_id: receiver, msg_type: type, content, uuid } = asked.body;
    const kind = asked.query.get("receive_id_type");
    if (
      typeof receiver !== "string" ||
      typeof content !== "string" ||
      (uuid !== undefined && textIn(uuid).length > 50)
    )
      return refuse(230001, "Your request contains an invalid request parameter, ext=params");
    const wrong = wrongReceiver(kind, receiver);
    if (wrong !== null) return wrong;
    const chat = kind === "open_id" ? fake.p2p(receiver) : receiver;
    // "相同 uuid … 1 小时内至多成功发送一条消息". What the second call gets is not written down; here it gets the first message.
    const earlier =
      uuid === undefined
        ? undefined
        : fake.messages.find(
            (each) =>
              each.uuid === uuid && each.chat === chat && options.now() - each.at < 3_600_000,
          );
    if (earlier) return done({ message_id: earlier.id, chat_id: chat });
    const slow = tooFast(chat);
    if (slow !== null) return slow;
    const bytes = Buffer.byteLength(JSON.stringify(asked.body));
    if (type === "interactive" && bytes > 30 * 1024)
      return refuse(230025, `The length of the message content reaches its limit. ${bytes}`);
    if (type === "file") return sendFile(chat, content);
    const card = type === "interactive" ? checked(content) : { text: content };
    if (card === null) return refuse(230099, "Failed to create card content, ext=ErrCode: 200621");
    const made = fake.add({ chat, by: "bot", text: "" });
    fake.messages[fake.messages.indexOf(made)] = {
      ...made,
      card,
      uuid: uuid === undefined ? null : textIn(uuid),
      tells: [...new Set(mentionedIn(card))],
    };
    return done({
      message_id: made.id,
      chat_id: chat,
      msg_type: type,
      create_time: String(options.now()),
    });
  }

  function sendFile(chat: string, content: string): Reply {
    const file = fake.files.get(textIn(asObject(parsed(content))["file_key"]));
    if (file === undefined || file.message !== null)
      return refuse(
        230055,
        "The type of file upload does not match the type of message being sent.",
      );
    const made = fake.add({ chat, by: "bot", text: `📎 ${file.name}` });
    file.message = made.id;
    return done({ message_id: made.id, chat_id: chat, msg_type: "file" });
  }

  function wrongReceiver(kind: string | null, receiver: string): Reply | null {
    if (kind === "open_id") {
      const user = fake.users.get(receiver);
      if (user === undefined && [...elsewhere()].includes(receiver))
        return refuse(230038, "Cross tenant p2p chat operate forbid.");
      if (user === undefined)
        return refuse(
          230001,
          "Your request contains an invalid request parameter, ext=invalid receive_id",
        );
      if (user.resigned === true) return refuse(230013, "Bot has NO availability to this user.");
      return user.tenant === undefined
        ? null
        : refuse(230038, "Cross tenant p2p chat operate forbid.");
    }
    if (kind !== "chat_id")
      return refuse(
        230001,
        "Your request contains an invalid request parameter, ext=receive_id_type",
      );
    const group = fake.groups.get(receiver);
    if (group?.bot !== true && !receiver.startsWith("oc_p2p_"))
      return refuse(230002, "The bot can not be outside the group.");
    // "群主设置了群禁言": …/im-v1/message/create, error codes.
    return group?.muted === true
      ? refuse(230018, "These operations are NOT allowed at current group settings.")
      : null;
  }

  /** People of the same store app's other companies: "不支持跨租户". */
  const elsewhere = (): Iterable<string> =>
    options.desk === undefined
      ? []
      : fake.neighbours
          .filter((each) => each.appId === fake.appId)
          .flatMap((each) => [...each.users.keys()]);

  /** https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control and the limits on …/message/create. */
  function tooFast(chat: string): Reply | null {
    if (!limited) return null;
    const lastMinute = sent.filter((each) => options.now() - each.at < 60_000);
    const recent = lastMinute.filter((each) => options.now() - each.at < 1_000);
    if (recent.filter((each) => each.chat === chat).length >= 5)
      return refuse(230020, "This operation triggers the frequency limit.");
    if (recent.length >= 50 || lastMinute.length >= 1_000)
      return refuse(99991400, "request trigger frequency limit", 429, 1);
    sent.push({ at: options.now(), chat });
    return null;
  }

  function checked(content: string): unknown {
    const card = parsed(content);
    const problems = card === null ? ["no JSON"] : problemsOfCard(card);
    if (problems.length === 0) return card;
    fake.refusedCards.push(problems);
    return null;
  }

  function onMessage(asked: Asked, method: string, id: string, what: string): Reply {
    const message = fake.messages.find((each) => each.id === id);
    if (message === undefined) return refuse(230110, "The message has been deleted");
    if (what === "/reactions") {
      message.reactions.push(textIn(asObject(asked.body["reaction_type"])["emoji_type"]));
      return done({ reaction_id: `r_${(reactions += 1)}` });
    }
    if (what === "/reply") return reply(asked, message);
    if (method === "GET") return done({ items: [shown(message, asked)] });
    return method === "PATCH" ? patch(asked, message) : noSuchPath;
  }

  /** …/im-v1/message/reply: what answers a message of a thread stands in that thread; `reply_in_thread` begins one. */
  function reply(asked: Asked, to: FakeMessage): Reply {
    const { msg_type: type, content, uuid, reply_in_thread: begins } = asked.body;
    if (to.recalled) return refuse(230011, "The message was recalled.");
    if (typeof content !== "string" || textIn(uuid).length > 50)
      return refuse(230001, "Your request contains an invalid request parameter, ext=params");
    const earlier = fake.messages.find(
      (each) => uuid !== undefined && each.uuid === uuid && options.now() - each.at < 3_600_000,
    );
    if (earlier) return done({ message_id: earlier.id, chat_id: earlier.chat });
    const slow = tooFast(to.chat);
    if (slow !== null) return slow;
    const thread = to.thread ?? (begins === true ? `omt_${to.id}` : undefined);
    const isText = type === "text";
    const card = isText ? null : checked(content);
    if (!isText && card === null)
      return refuse(230099, "Failed to create card content, ext=ErrCode: 200621");
    const made = fake.add({
      chat: to.chat,
      by: "bot",
      text: isText ? textIn(asObject(parsed(content))["text"]) : "",
      ...(thread === undefined ? {} : { thread }),
    });
    fake.messages[fake.messages.indexOf(made)] = {
      ...made,
      card,
      uuid: uuid === undefined ? null : textIn(uuid),
    };
    return done({ message_id: made.id, chat_id: to.chat, thread_id: thread });
  }

  /** https://open.feishu.cn/document/server-docs/im-v1/message-card/patch */
  function patch(asked: Asked, message: FakeMessage): Reply {
    if (message.by !== "bot") return refuse(230017, "Bot is NOT the owner of the resource.");
    if (message.recalled) return refuse(230011, "The message was recalled.");
    if (options.now() - message.at > 14 * 24 * 3_600_000)
      return refuse(230031, "The message exceeds the time limit");
    const bytes = Buffer.byteLength(JSON.stringify(asked.body));
    if (bytes > 30 * 1024)
      return refuse(230025, `The length of the message content reaches its limit. ${bytes}`);
    const lately = changes.filter(
      (each) => each.id === message.id && options.now() - each.at < 1_000,
    );
    if (limited && lately.length >= 5)
      return refuse(230020, "This operation triggers the frequency limit.");
    const card = checked(textIn(asked.body["content"]));
    if (card === null) return refuse(230099, "Failed to create card content, ext=ErrCode: 200621");
    changes.push({ at: options.now(), id: message.id });
    fake.put(message, card);
    return done({});
  }

  /** https://open.feishu.cn/document/server-docs/im-v1/message/list */
  function list(asked: Asked): Reply {
    const chat = asked.query.get("container_id");
    if (asked.query.get("container_id_type") !== "chat")
      return refuse(230001, "ext=container_id_type");
    const size = Math.min(50, Number(asked.query.get("page_size") ?? 20));
    const start = Number(asked.query.get("page_token") ?? 0);
    const all = fake.messages.filter((each) => each.chat === chat).toReversed();
    const page = all.slice(start, start + size).map((message) => shown(message, asked));
    return done({
      items: page,
      has_more: start + size < all.length,
      page_token: String(start + size),
    });
  }

  /** Without `card_msg_content_type` a card comes back as something else than what was sent. */
  function shown(message: FakeMessage, asked: Asked): unknown {
    const asSent = asked.query.get("card_msg_content_type") === "user_card_content";
    const cardShown = asSent ? { user_dsl: JSON.stringify(message.card) } : { title: "…" };
    const content = JSON.stringify(message.card === null ? { text: message.text } : cardShown);
    return {
      message_id: message.id,
      msg_type: message.card === null ? "text" : "interactive",
      create_time: String(message.at),
      deleted: message.recalled,
      chat_id: message.chat,
      body: { content },
    };
  }

  /** https://open.feishu.cn/document/ukTMukTMukTM/uETOyYjLxkjM24SM5IjN: not in groups of topics; no notification, whoever it mentions. */
  function showOnly(asked: Asked): Reply {
    const { chat_id: chat, open_id: user, msg_type: type, card } = asked.body;
    const group = fake.groups.get(textIn(chat));
    if (group?.bot !== true) return refuse(230002, "The bot can not be outside the group.");
    if (!fake.users.has(textIn(user)) || type !== "interactive")
      return refuse(230001, "Your request contains an invalid request parameter");
    if (group.topics === true) return refuse(230054, "This operation is not supported here.");
    const text = asList(asObject(card)["elements"])
      .map((each) => textIn(asObject(asObject(each)["text"])["content"]))
      .join("\n");
    fake.shownOnly.push({
      chat: textIn(chat),
      user: textIn(user),
      text,
      after: fake.messages.length,
    });
    return done({ message_id: `om_only_${fake.shownOnly.length}` });
  }

  /** https://open.feishu.cn/document/server-docs/group/chat/get-2 */
  function chat(id: string): Reply {
    const group = fake.groups.get(id);
    if (group?.bot !== true) return refuse(232011, "Operator can NOT be out of the chat.");
    return done({ name: group.name, chat_mode: "group", chat_type: "private" });
  }

  /** https://open.feishu.cn/document/server-docs/group/chat-member/get: people only, by pages of at most 100. */
  function members(asked: Asked, id: string): Reply {
    const group = fake.groups.get(id);
    if (group?.bot !== true) return refuse(232011, "Operator can NOT be out of the chat.");
    const size = Number(asked.query.get("page_size") ?? 20);
    if (size < 1 || size > 100) return refuse(232001, "Your request contains invalid parameters");
    const all = group.members ?? [];
    const start = Number(asked.query.get("page_token") ?? 0);
    const more = start + size < all.length;
    return done({
      items: all.slice(start, start + size).map((each) => ({
        member_id_type: "open_id",
        member_id: each,
        name: fake.users.get(each)?.name ?? "",
      })),
      member_total: all.length,
      has_more: more,
      ...(more ? { page_token: String(start + size) } : {}),
    });
  }

  return {
    answer(asked, route) {
      if (route === "POST /open-apis/im/v1/messages") return create(asked);
      if (route === "GET /open-apis/im/v1/messages") return list(asked);
      if (route === "POST /open-apis/ephemeral/v1/send") return showOnly(asked);
      const message =
        /^(POST|PATCH|GET) \/open-apis\/im\/v1\/messages\/([^/]+)(\/reactions|\/reply)?$/.exec(
          route,
        );
      if (message) return onMessage(asked, message[1]!, message[2]!, message[3] ?? "");
      const group = /^GET \/open-apis\/im\/v1\/chats\/([^/]+)(\/members)?$/.exec(route);
      if (!group) return null;
      return group[2] === undefined ? chat(group[1]!) : members(asked, group[1]!);
    },
    limitRates: () => void (limited = true),
  };
}
