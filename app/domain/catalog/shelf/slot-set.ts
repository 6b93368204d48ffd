/**
 * A set of slots (whole numbers from 0) as one bit each: a million of them is 125 KB, and two sets are met or
 * joined in some ten thousand steps however many members they have. Grows as needed; a slot beyond is not in it.
 */
export class SlotSet {
  private bits: Uint32Array<ArrayBuffer>;

  constructor(slotCount = 0) {
    this.bits = new Uint32Array(blocksFor(slotCount));
  }

  add(slot: number): void {
    const block = slot >>> 5;
    if (block >= this.bits.length) this.grow(block + 1);
    this.bits[block] = at(this.bits, block) | (1 << (slot & 31));
  }

  delete(slot: number): void {
    const block = slot >>> 5;
    if (block < this.bits.length) this.bits[block] = at(this.bits, block) & ~(1 << (slot & 31));
  }

  has(slot: number): boolean {
    return (at(this.bits, slot >>> 5) & (1 << (slot & 31))) !== 0;
  }

  /** Takes the other's members in. */
  addAll(other: SlotSet): this {
    const theirs = other.bits;
    let { length } = theirs;
    // What grew has room to spare, which is not worth growing for.
    while (length > this.bits.length && at(theirs, length - 1) === 0) length -= 1;
    if (length > this.bits.length) this.grow(length);
    const { bits } = this;
    for (let i = 0; i < length; i += 1) bits[i] = at(bits, i) | at(theirs, i);
    return this;
  }

  /** Keeps only what the other has too. */
  keep(other: SlotSet): this {
    const { bits } = this;
    const theirs = other.bits;
    const length = Math.min(bits.length, theirs.length);
    for (let i = 0; i < length; i += 1) bits[i] = at(bits, i) & at(theirs, i);
    bits.fill(0, length);
    return this;
  }

  /** Drops what the other has. */
  drop(other: SlotSet): this {
    const { bits } = this;
    const theirs = other.bits;
    const length = Math.min(bits.length, theirs.length);
    for (let i = 0; i < length; i += 1) bits[i] = at(bits, i) & ~at(theirs, i);
    return this;
  }

  copy(): SlotSet {
    const copied = new SlotSet();
    copied.bits = this.bits.slice();
    return copied;
  }

  get size(): number {
    const { bits } = this;
    let size = 0;
    for (let i = 0; i < bits.length; i += 1) {
      const block = at(bits, i);
      if (block !== 0) size += countBits(block);
    }
    return size;
  }

  get isEmpty(): boolean {
    return this.bits.every((block) => block === 0);
  }

  /** How many members the two share. */
  sizeWith(other: SlotSet): number {
    const { bits } = this;
    const theirs = other.bits;
    const length = Math.min(bits.length, theirs.length);
    let size = 0;
    for (let i = 0; i < length; i += 1) {
      const block = at(bits, i) & at(theirs, i);
      if (block !== 0) size += countBits(block);
    }
    return size;
  }

  /** How many blocks of 32 slots it has room for. */
  get blockCount(): number {
    return this.bits.length;
  }

  /** Slots 32 x `index` and the 31 after it, the first in the lowest bit. */
  block(index: number): number {
    return at(this.bits, index);
  }

  /** At most `limit` members from the highest down, after passing over `offset` of them. */
  highest(offset: number, limit: number): number[] {
    const found: number[] = [];
    let toPass = offset;
    for (let i = this.bits.length - 1; i >= 0 && found.length < limit; i -= 1) {
      let block = at(this.bits, i);
      const count = countBits(block);
      if (count <= toPass) {
        toPass -= count;
        continue;
      }
      while (block !== 0 && found.length < limit) {
        const bit = 31 - Math.clz32(block);
        if (toPass > 0) toPass -= 1;
        else found.push((i << 5) | bit);
        block &= ~(1 << bit);
      }
    }
    return found;
  }

  private grow(blockCount: number): void {
    const bits = new Uint32Array(Math.max(blockCount, this.bits.length * 2, 32));
    bits.set(this.bits);
    this.bits = bits;
  }
}

function blocksFor(slotCount: number): number {
  return (slotCount + 31) >>> 5;
}

/** Outside the array nothing is set. */
function at(bits: Uint32Array, block: number): number {
  return bits[block] ?? 0;
}

/** How many of a block's slots are set. */
export function countBits(block: number): number {
  let n = block - ((block >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
