/** Objects of one kind by their id, in the order in which they were made; past the cap the oldest goes. */
export class Shelf<T extends { id: string }> {
  private readonly things = new Map<string, T>();

  constructor(private readonly cap: number) {}

  put(thing: T): T {
    this.things.set(thing.id, thing);
    if (this.things.size > this.cap) {
      const oldest = this.things.keys().next();
      if (!oldest.done) this.things.delete(oldest.value);
    }
    return thing;
  }

  find(id: string): T | undefined {
    return this.things.get(id);
  }

  newestFirst(): T[] {
    return [...this.things.values()].toReversed();
  }

  clear(): void {
    this.things.clear();
  }

  get size(): number {
    return this.things.size;
  }
}
