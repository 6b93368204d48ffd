import type { CartLine } from "./cart-line";
import { lineQuantity } from "./forms";

const QUANTITY_FIELD = /^quantity\.(prd_[0-9a-f]{32})$/;

export type CartChange = {
  /** The cart as it shall be; lines with a wrong number keep the one they had. */
  lines: CartLine[];
  /** What was typed, by product, to show it again. */
  typed: Record<string, string>;
  /** Products whose number is no number of packs. */
  refused: string[];
};

/**
 * The cart after its form was sent: a number of packs for each line (0 or nothing takes the line out) and perhaps
 * one product to take out (`remove`). What the form does not mention stays; what the cart does not have is ignored.
 */
export function readCartForm(cart: readonly CartLine[], form: FormData): CartChange {
  const typed = typedQuantities(form);
  const removed = form.get("remove");
  const refused: string[] = [];
  const lines = cart.flatMap((line) => {
    const text = typed.get(line.productId);
    if (line.productId === removed || text === "" || text === "0") return [];
    if (text === undefined) return [line];
    const quantity = lineQuantity.safeParse(text);
    if (quantity.success) return [{ ...line, quantity: quantity.data }];
    refused.push(line.productId);
    return [line];
  });
  return { lines, typed: Object.fromEntries(typed), refused };
}

function typedQuantities(form: FormData): Map<string, string> {
  const typed = new Map<string, string>();
  for (const [name, value] of form) {
    const productId = QUANTITY_FIELD.exec(name)?.[1];
    if (productId !== undefined && typeof value === "string")
      typed.set(productId, value.slice(0, 20));
  }
  return typed;
}
