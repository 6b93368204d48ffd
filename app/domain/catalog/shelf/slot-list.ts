import { SlotSet } from "./slot-set";

const FIRST_ROOM = 4;
/** Where one slot in so many is a member, a set takes less room than a list, and joins others much faster. */
const DENSE = 32;

/**
 * Slots that have a word, put in rising order: four bytes each while they are few among all slots, then one bit
 * for every slot.
 */
export class SlotList {
  private slots = new Uint32Array(FIRST_ROOM);
  private length = 0;
  private dense: SlotSet | null = null;

  push(slot: number): void {
    if (this.dense) this.dense.add(slot);
    else this.append(slot);
  }

  addTo(set: SlotSet): void {
    if (this.dense) set.addAll(this.dense);
    else for (let i = 0; i < this.length; i += 1) set.add(this.slots[i] ?? 0);
  }

  /** How many of its slots are in the set. */
  countIn(set: SlotSet): number {
    if (this.dense) return this.dense.sizeWith(set);
    let count = 0;
    for (let i = 0; i < this.length; i += 1) if (set.has(this.slots[i] ?? 0)) count += 1;
    return count;
  }

  private append(slot: number): void {
    // The same word may stand in a name twice.
    if (this.length > 0 && this.slots[this.length - 1] === slot) return;
    if (this.length < this.slots.length) {
      this.slots[this.length] = slot;
      this.length += 1;
      return;
    }
    // Full: the moment to become roomier or dense.
    if (this.length > FIRST_ROOM && this.length * DENSE > slot) {
      const dense = new SlotSet();
      this.addTo(dense);
      dense.add(slot);
      this.dense = dense;
      this.slots = new Uint32Array(0);
      return;
    }
    const roomier = new Uint32Array(this.length * 2);
    roomier.set(this.slots);
    this.slots = roomier;
    this.append(slot);
  }
}
