const FIRST_ROOM = 1_024;

/** One small whole number (0 to 65,535) for each slot. */
export class Column {
  values = new Uint16Array(FIRST_ROOM);

  set(slot: number, value: number): void {
    if (slot >= this.values.length) {
      const roomier = new Uint16Array(Math.max(slot + 1, this.values.length * 2));
      roomier.set(this.values);
      this.values = roomier;
    }
    this.values[slot] = value;
  }

  get(slot: number): number {
    return this.values[slot] ?? 0;
  }
}
