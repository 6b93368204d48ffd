/** Below it the provider's fixed fee eats the sale, and its own least amount is near; above it it takes no charge. */
const CARD_LEAST_VND = 20_000;
const CARD_MOST_VND = 99_999_999;

export function isCardAmount(amountVnd: number): boolean {
  return amountVnd >= CARD_LEAST_VND && amountVnd <= CARD_MOST_VND;
}
