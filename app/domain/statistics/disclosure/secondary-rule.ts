import { areHiddenBetween, type EarlierCells } from "./between-editions";
import type { FineCell } from "./fine-cells";
import { mergeParts, netOf, NOBODY, sellerCountOf, sizeOf, type Parts } from "./parts";
import { isSafe } from "./primary-rule";

export type SecondaryAsk = {
  cells: readonly FineCell[];
  /** Codes that are withheld already, for their own sake or from an earlier edition. */
  withheld: ReadonlySet<string>;
  /** What public editions of the month told of these cells. */
  earlier: readonly EarlierCells[];
  /** Cells to leave open if they can be. */
  isSpared: (code: string) => boolean;
};

/**
 * What has to be withheld in one breakdown whose total is known, so that nothing withheld can be had by subtraction; null
 * when only withholding all of it, the list of its codes too, does. What is withheld together is known (total less what
 * is open), so that it has to pass the primary rule itself, is never one cell alone, leaves room for each cell (`hasRoom`), and
 * is hidden from who has the earlier editions (`areHiddenBetween`).
 * Chosen: the smallest cell that makes it pass; else the smallest ones until it passes, and of these the largest
 * that turn out not to be needed are given back. Equal cells by their code. Costs 3 n looks at n cells.
 */
export function chooseWithheld(ask: SecondaryAsk): ReadonlySet<string> | null {
  const { cells, withheld, earlier, isSpared } = ask;
  if (withheld.size === 0) return withheld;
  const start = cells.filter(({ code }) => withheld.has(code));
  const isEnough = (chosen: readonly FineCell[]) =>
    isSafeTogether(chosen) && areHiddenBetween(chosen, earlier);
  if (isEnough(start)) return withheld;
  const open = cells.filter(({ code }) => !withheld.has(code)).toSorted(bySize);
  const sparing = open.filter(({ code }) => !isSpared(code));
  const added =
    addSmallest({ start, open: sparing, isEnough }) ?? addSmallest({ start, open, isEnough });
  return added && new Set([...withheld, ...added.map(({ code }) => code)]);
}

type Adding = {
  start: readonly FineCell[];
  open: readonly FineCell[];
  isEnough: (chosen: readonly FineCell[]) => boolean;
};

function addSmallest({ start, open, isEnough }: Adding): readonly FineCell[] | null {
  const alone = open.find((cell) => isEnough([...start, cell]));
  if (alone) return [alone];
  const count = open.findIndex((_, i) => isEnough([...start, ...open.slice(0, i + 1)]));
  if (count < 0) return null;
  let added = open.slice(0, count + 1);
  for (const cell of added.toReversed()) {
    const fewer = added.filter((one) => one !== cell);
    if (isEnough([...start, ...fewer])) added = fewer;
  }
  return added;
}

function bySize(a: FineCell, b: FineCell): number {
  const difference = sizeOf(a.sales) - sizeOf(b.sales);
  return difference === 0 ? (a.code < b.code ? -1 : 1) : difference;
}

function isSafeTogether(cells: readonly FineCell[]): boolean {
  if (cells.length < 2) return false;
  const sales = mergeParts(cells.map((cell) => cell.sales));
  if (!isSafe(sales)) return false;
  const orders = mergeParts(cells.map((cell) => cell.orders ?? NOBODY));
  const hasOrders = cells.some((cell) => cell.orders !== null);
  return (!hasOrders || isSafe(orders)) && hasRoom(cells, { sales, orders, hasOrders });
}

/**
 * A cell that is named has something in it. If the withheld cells shared just one đồng, one order or one seller each,
 * their sum would tell every one of them.
 */
function hasRoom(
  cells: readonly FineCell[],
  together: { sales: Parts; orders: Parts; hasOrders: boolean },
): boolean {
  const sellers = cells.reduce((sum, cell) => sum + sellerCountOf(cell.sales), 0);
  return (
    sizeOf(together.sales) > cells.length &&
    sellers > cells.length &&
    (!together.hasOrders || netOf(together.orders) > cells.length)
  );
}
