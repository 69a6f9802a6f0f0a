// What a chat or a page takes of a file; the command takes more.

export const mostFileBytes = 20 * 1024 * 1024;
export const fileLimits = { bytes: mostFileBytes, rows: 1_000_000 } as const;
