// Frames of WebSocket as a platform's side of a test reads them.
/** A frame of the client, whose payload is masked; null while it is not whole. */
export function readFrame(
  bytes: Buffer,
): { readonly opcode: number; readonly payload: Buffer; readonly length: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes[1]! & 0x7f;
  const start = 2 + (bytesOfSize[short] ?? 0);
  if (bytes.length < start + 4) return null;
  const length = start + 4 + sizeIn(bytes, short);
  if (bytes.length < length) return null;
  const mask = bytes.subarray(start, start + 4);
  return {
    opcode: bytes[0]! & 0x0f,
    payload: Buffer.from(bytes.subarray(start + 4, length).map((byte, i) => byte ^ mask[i % 4]!)),
    length,
  };
}

/** What does not fit into seven bits stands in two bytes or eight after them. */
const bytesOfSize: Readonly<Record<number, number>> = { 126: 2, 127: 8 };

function sizeIn(bytes: Buffer, short: number): number {
  if (short === 126) return bytes.readUInt16BE(2);
  return short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
}
