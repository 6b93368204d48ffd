import { foldedWordsOf } from "../search-words";
import { WordIndex } from "./word-index";

/** Below this many letters a slip makes too many other words. */
const SLIP_LENGTH_MIN = 5;

/** Things with a short name (sellers, places, kinds), found by the words of it in any order, the last perhaps only begun. */
export class NameIndex<Thing> {
  private readonly things: Thing[] = [];
  private readonly words = new WordIndex<number[]>(() => []);

  add(thing: Thing, name: string): void {
    const number = this.things.length;
    this.things.push(thing);
    for (const word of new Set(foldedWordsOf(name))) this.words.open(word).push(number);
  }

  settle(): void {
    this.words.settle();
  }

  /** At most `limit` things whose name has every term, in the order they were added; one slip is forgiven where nothing has them. */
  find(terms: readonly string[], limit: number): Thing[] {
    const exact = this.meet(terms, (term, isLast) =>
      isLast ? this.words.startingWith(term) : [term],
    );
    const found =
      exact.length > 0
        ? exact
        : this.meet(terms, (term, isLast) => [
            ...(isLast ? this.words.startingWith(term) : [term]),
            ...(term.length < SLIP_LENGTH_MIN ? [] : this.words.oneSlipFrom(term)),
          ]);
    return found.slice(0, limit).flatMap((number) => this.things[number] ?? []);
  }

  private meet(
    terms: readonly string[],
    wordsOf: (term: string, isLast: boolean) => readonly string[],
  ): number[] {
    let met: Set<number> | null = null;
    for (const [i, term] of terms.entries()) {
      const having = new Set<number>();
      for (const word of wordsOf(term, i === terms.length - 1)) {
        for (const number of this.words.get(word) ?? []) {
          if (met === null || met.has(number)) having.add(number);
        }
      }
      met = having;
    }
    return [...(met ?? [])].toSorted((a, b) => a - b);
  }
}
