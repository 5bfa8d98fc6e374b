/** In memory that threads share. */
const numbers32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
const numbers64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

/** What another thread was handed, as one of its class again: the same arrays. */
export const takenOver = <Item extends object>(type: { prototype: Item }, handed: Item): Item =>
  Object.setPrototypeOf(handed, type.prototype) as Item;

/**
 * Millions of texts as small numbers, in flat arrays: a Map of as many strings would need the memory of
 * the whole load. A text is known by 64 bits of hash; that two of ten million differ and are taken for one
 * has a chance of one in 300,000, and a record found by its id is compared with it all the same.
 */
export class Keys {
  private low = numbers32(1 << 16);
  private high = numbers32(1 << 16);
  /** The number and one; 0: free. */
  private slots = numbers32(1 << 16);
  size = 0;

  /** The number of a text, -1 when it has none. */
  of(text: string): number {
    hash(text);
    return this.slots[this.place(hashLow, hashHigh)]! - 1;
  }

  /** Its number, given now where it had none: 0, 1, 2 ... in the order they come. */
  put(text: string): number {
    hash(text);
    const place = this.place(hashLow, hashHigh);
    if (this.slots[place] !== 0) return this.slots[place]! - 1;
    this.low[place] = hashLow;
    this.high[place] = hashHigh;
    this.slots[place] = ++this.size;
    if (this.size > this.slots.length * 0.6) this.grow();
    return this.size - 1;
  }

  private place(low: number, high: number): number {
    const mask = this.slots.length - 1;
    let at = low & mask;
    while (this.slots[at] !== 0 && (this.low[at] !== low || this.high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { low, high, slots } = this;
    this.low = numbers32(low.length * 2);
    this.high = numbers32(low.length * 2);
    this.slots = numbers32(low.length * 2);
    for (let at = 0; at < slots.length; at++) {
      if (slots[at] === 0) continue;
      const place = this.place(low[at]!, high[at]!);
      this.low[place] = low[at]!;
      this.high[place] = high[at]!;
      this.slots[place] = slots[at]!;
    }
  }
}

let hashLow = 0;
let hashHigh = 0;

/** Two multiplicative hashes, each mixed with the other at the end (the finisher of MurmurHash3). */
function hash(text: string): void {
  let [one, other] = [0x9e3779b9, 0x7f4a7c15];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x85ebca6b);
    other = Math.imul(other ^ unit, 0xc2b2ae35);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  hashLow = one >>> 0;
  hashHigh = other >>> 0;
}

/** Whole numbers by place, as many as come. */
export class Numbers {
  private values: Uint32Array | Float64Array;
  length = 0;

  /** `large`: numbers above 2^32, up to 2^53. */
  constructor(large = false) {
    this.values = large ? numbers64(1 << 16) : numbers32(1 << 16);
  }

  /** 0 where nothing was put. */
  at(place: number): number {
    return this.values[place] ?? 0;
  }

  set(place: number, value: number): void {
    while (place >= this.values.length) {
      const larger = this.values instanceof Float64Array ? numbers64(this.values.length * 2) : numbers32(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[place] = value;
    if (place >= this.length) this.length = place + 1;
  }

  push(value: number): number {
    this.set(this.length, value);
    return this.length - 1;
  }
}

/** Lists of numbers by number, in flat arrays; the latest first. */
export class Lists {
  static takenOver(handed: Lists): Lists {
    for (const part of [handed.heads, handed.nexts, handed.values]) takenOver(Numbers, part);
    return takenOver(Lists, handed);
  }

  private heads = new Numbers();
  private nexts = new Numbers();
  private values = new Numbers();

  add(list: number, value: number): void {
    const link = this.values.push(value);
    this.nexts.set(link, this.heads.at(list));
    this.heads.set(list, link + 1);
  }

  *of(list: number): Generator<number> {
    if (list < 0) return;
    for (let link = this.heads.at(list); link !== 0; link = this.nexts.at(link - 1)) yield this.values.at(link - 1);
  }
}
