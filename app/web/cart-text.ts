const MAX_LINES = 40;

export type CartLine = {
  productId: string;
  quantity: number;
  /** What a pack cost when this buyer last saw it; absent in carts that are older than this. */
  seenVnd?: number | undefined;
};

/** The lines as a cookie and a form carry them; what it says of prices only tells what is new to the buyer. */
export function cartText(lines: readonly CartLine[]): string {
  return lines
    .slice(0, MAX_LINES)
    .map(({ productId, quantity, seenVnd }) =>
      [productId.replace(/^prd_/, ""), quantity, ...(seenVnd === undefined ? [] : [seenVnd])].join(
        ".",
      ),
    )
    .join("~");
}

/** The lines in such a text; what is no product id and quantity is left out. */
export function readCartText(text: string): CartLine[] {
  const lines = new Map<string, CartLine>();
  for (const part of text.split("~")) {
    const match = /^([0-9a-f]{32})\.([1-9]\d{0,2})(?:\.([1-9]\d{0,11}))?$/.exec(part);
    if (!match?.[1] || lines.size >= MAX_LINES) continue;
    const productId = `prd_${match[1]}`;
    const seenVnd = match[3] === undefined ? {} : { seenVnd: Number(match[3]) };
    lines.set(productId, { productId, quantity: Number(match[2]), ...seenVnd });
  }
  return [...lines.values()];
}

/** The cart with the prices that its owner saw on the page whose form this text came with. */
export function withSeenPrices(cart: readonly CartLine[], shown: string): CartLine[] {
  const seen = new Map(readCartText(shown).map((line) => [line.productId, line.seenVnd]));
  return cart.map((line) => ({ ...line, seenVnd: seen.get(line.productId) ?? line.seenVnd }));
}
