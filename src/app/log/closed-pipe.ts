// A tool whose reader has gone (`npm run demo | head`) ends without a word: there is nobody left to print for.

export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
}
