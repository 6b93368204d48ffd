/** Shows a step of the start: a bar on a terminal, a few plain lines elsewhere. */
export function createProgress(title: string) {
  const startedAt = Date.now();
  let lastPercent = -1;
  return {
    /** @param done part done, 0 to 1 */
    show(done: number) {
      const percent = Math.floor(Math.min(1, Math.max(0, done)) * 100);
      if (percent === lastPercent) return;
      lastPercent = percent;
      if (!process.stdout.isTTY) return;
      const filled = Math.round(percent / 4);
      const bar = "█".repeat(filled) + "░".repeat(25 - filled);
      process.stdout.write(`\r${title} ${bar} ${percent} %`);
    },
    finish() {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      const line = `${title} ... done in ${seconds} s`;
      process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${line}\n` : `${line}\n`);
    },
  };
}
