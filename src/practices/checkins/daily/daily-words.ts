// "on", "off", 开, 关: what stands behind the verb. Pure.

/** Null when it is neither. */
export function readYesNo(line: string): boolean | null {
  const word = line.trim().toLowerCase();
  if (/^(?:on|yes|start|开|开启|打开|要)$/u.test(word)) return true;
  return /^(?:off|no|stop|关|关闭|不要|取消)$/u.test(word) ? false : null;
}
