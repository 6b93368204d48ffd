export type Output = { write: (text: string) => void; isTerminal: boolean };

const BAR_WIDTH = 30;

/** Shows how much is done: a bar that moves on a terminal, a line for each tenth elsewhere. */
export function createProgressOutput(output: Output, title: string): (done: number) => void {
  let shown = -1;
  return (done) => {
    const percent = Math.floor(Math.min(1, Math.max(0, done)) * 100);
    const step = output.isTerminal ? percent : percent - (percent % 10);
    if (step <= shown) return;
    shown = step;
    if (!output.isTerminal) {
      output.write(`${title} ${step} %\n`);
      return;
    }
    const filled = Math.round((step * BAR_WIDTH) / 100);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    output.write(`\r${title} ${bar} ${step} %${step === 100 ? "\n" : ""}`);
  };
}
