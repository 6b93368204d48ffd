import { discloseMonth, type Dimension, type DisclosedMonth } from "./disclosed-month";

/** What one seller sold in one finest cell of a test month; what is not said is the same for all. */
export type Sold = {
  seller: string;
  commune?: string;
  set?: number;
  stars?: number;
  method?: string;
  channel?: string;
  sold: number;
  back?: number;
  orders?: number;
  shipping?: number;
};

export function rowsOf(all: readonly Sold[]) {
  const whose = ({ seller, commune = "c1", method = "cod", channel = "web" }: Sold) => ({
    householdId: seller,
    communeCode: commune,
    method,
    channel,
  });
  return {
    sales: all.map((one) => ({
      ...whose(one),
      ocopSet: one.set ?? 4,
      stars: one.stars ?? 3,
      itemsVnd: one.sold,
      returnedVnd: one.back ?? 0,
    })),
    orders: all.map((one) => ({
      ...whose(one),
      orderCount: one.orders ?? (one.sold > 0 ? 2 : 0),
      shippingVnd: one.shipping ?? 0,
    })),
  };
}

/** So many sellers in one commune, each with this much. */
export function sellersIn(commune: string, count: number, sold: number): Sold[] {
  return Array.from({ length: count }, (_, i) => ({ seller: `${commune}-${i}`, commune, sold }));
}

export function disclose(all: readonly Sold[], already: readonly string[] = []): DisclosedMonth {
  return discloseMonth(rowsOf(all), { withheld: new Set(already), published: [] });
}

/** `c1 open`, `c2 small`: what became of each cell. */
export function fatesOf(month: DisclosedMonth, dimension: Dimension): string[] {
  return month.cells
    .filter((cell) => cell.dimension === dimension)
    .map(({ code, disclosure }) => `${code} ${disclosure}`);
}
