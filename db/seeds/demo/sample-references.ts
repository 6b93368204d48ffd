import {
  buildOrderReference,
  ORDER_REFERENCE_SYMBOLS,
} from "../../../app/domain/payments/order-reference";
import type { Random } from "./random";

const BASE = ORDER_REFERENCE_SYMBOLS.length;
const COUNT = BASE ** 6;

/**
 * A new order reference a call, never the same twice, without remembering any: a step that is prime to their number
 * visits all of them once. Drawn at random, among 200,000 some thirty would come twice.
 */
export function createReferences(random: Random): () => string {
  let position = random.whole(0, COUNT - 1);
  let step = random.whole(Math.floor(COUNT / 3), Math.floor(COUNT / 2));
  if (step % BASE === 0) step += 1;
  return () => {
    position = (position + step) % COUNT;
    const indexes: number[] = [];
    let rest = position;
    for (let place = 0; place < 6; place += 1) {
      indexes.push(rest % BASE);
      rest = Math.floor(rest / BASE);
    }
    return buildOrderReference(indexes);
  };
}
