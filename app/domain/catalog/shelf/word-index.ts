import { hasOneSlip } from "../spelling";

/**
 * Words with what has them. `Holder` is up to the user: a list of slots, the numbers of households.
 * Finds a word, all words that begin like it, and all that are one slip away from it.
 */
export class WordIndex<Holder> {
  private readonly holders = new Map<string, Holder>();
  private sorted: string[] | null = null;
  /** Words by what is left of them when one letter is taken out; made when first asked for. */
  private shortened: Map<string, string[]> | null = null;

  constructor(private readonly newHolder: () => Holder) {}

  /** The holder of a word, a new one where there was none. */
  open(word: string): Holder {
    const known = this.holders.get(word);
    if (known !== undefined) return known;
    const holder = this.newHolder();
    this.holders.set(word, holder);
    this.sorted = null;
    if (this.shortened) addShortened(this.shortened, word);
    return holder;
  }

  get(word: string): Holder | undefined {
    return this.holders.get(word);
  }

  settle(): void {
    this.sorted ??= [...this.holders.keys()].toSorted();
    this.shortened ??= this.shortenAll();
  }

  /** The words that begin with `start`, itself among them. */
  startingWith(start: string): string[] {
    this.sorted ??= [...this.holders.keys()].toSorted();
    const first = lowerBound(this.sorted, start);
    let end = first;
    while (this.sorted[end]?.startsWith(start)) end += 1;
    return this.sorted.slice(first, end);
  }

  /** The words that one letter too many, missing, wrong or swapped with its neighbour makes of this one. */
  oneSlipFrom(word: string): string[] {
    this.shortened ??= this.shortenAll();
    const near = new Set<string>();
    for (const rest of [word, ...shortenedBy1(word)]) {
      for (const candidate of this.shortened.get(rest) ?? []) near.add(candidate);
    }
    near.delete(word);
    return [...near].filter((candidate) => hasOneSlip(word, candidate));
  }

  private shortenAll(): Map<string, string[]> {
    const shortened = new Map<string, string[]>();
    for (const word of this.holders.keys()) addShortened(shortened, word);
    return shortened;
  }
}

function addShortened(shortened: Map<string, string[]>, word: string): void {
  for (const rest of [word, ...shortenedBy1(word)]) {
    const words = shortened.get(rest);
    if (words) words.push(word);
    else shortened.set(rest, [word]);
  }
}

function shortenedBy1(word: string): Set<string> {
  const rests = new Set<string>();
  for (let i = 0; i < word.length; i += 1) rests.add(word.slice(0, i) + word.slice(i + 1));
  return rests;
}

function lowerBound(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
