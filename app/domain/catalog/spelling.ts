const SHORTEST_WORD = 3;
const LONG_WORD = 8;

/**
 * The word of the vocabulary that a misspelt one was probably meant to be, or null: at most one slip (a letter
 * too many, missing, wrong, or two swapped), two in words of eight letters and more. Of equally near ones the
 * more frequent wins, then the one that begins with the same letter, then the alphabet.
 * @param vocabulary folded words with how many products have them
 */
export function nearestWord(word: string, vocabulary: ReadonlyMap<string, number>): string | null {
  if (word.length < SHORTEST_WORD) return null;
  const limit = word.length >= LONG_WORD ? 2 : 1;
  let best: { word: string; score: number } | null = null;
  for (const [candidate, frequency] of vocabulary) {
    if (Math.abs(candidate.length - word.length) > limit || candidate.length < 2) continue;
    const slips = countSlips(word, candidate);
    if (slips > limit) continue;
    const bonus = candidate[0] === word[0] ? 0.5 : 0;
    const score = slips - bonus - Math.min(frequency, 1_000) / 10_000;
    if (!best || score < best.score || (score === best.score && candidate < best.word)) {
      best = { word: candidate, score };
    }
  }
  return best?.word ?? null;
}

/** Optimal string alignment distance. */
function countSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
