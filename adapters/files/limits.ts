// What a table may be at most; beyond it a file is refused before it costs the house anything.

/** Wider is a cell that somebody hit far out on the right, or no table. */
export const mostColumns = 256;
/** A workbook is a zip: what its parts say they unpack to, all together. */
export const mostUnpacked = 600 * 1024 * 1024;
/** Packed, it is held in memory. */
export const mostWorkbookBytes = 64 * 1024 * 1024;
/** Its shared texts are held in memory, all of them. */
export const mostSharedTexts = 6 * 1024 * 1024;
/** A page is read whole. */
export const mostPageBytes = 20 * 1024 * 1024;
/** One cell of text; Excel itself stops at 32,767. */
export const mostCharacters = 40_000;
/** A row of text that has not come to its end. */
export const mostRowCharacters = 1024 * 1024;
