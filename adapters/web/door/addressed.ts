// Where others read along, the bot is spoken to by its name in front, or by a slash as other chats know it.

/** The words without the name, and whether it stood there. */
export function readAddressed(
  text: string,
  names: readonly string[],
): { readonly text: string; readonly addressed?: true } {
  const trimmed = text.trimStart();
  const slash = /^[/／](?=\S)/u.exec(trimmed);
  if (slash) return { text: trimmed.slice(slash[0].length), addressed: true };
  const lower = trimmed.toLowerCase();
  const name = names.find(
    (each) => /^[@＠]/u.test(trimmed) && lower.startsWith(each.toLowerCase(), 1),
  );
  if (name === undefined) return { text };
  const rest = trimmed.slice(1 + name.length);
  // @Pacers is somebody else; a Chinese name needs no space behind it.
  if (
    /[\p{L}\p{N}]$/u.test(name) &&
    !/\p{Script=Han}$/u.test(name) &&
    /^[\p{Script=Latin}\p{N}]/u.test(rest)
  )
    return { text };
  return { text: rest.replace(/^[\s,，:：]+/u, ""), addressed: true };
}
