import { ALL_CODES, codesOfKeys, fineCellsOf, type Dimension, type FineCell } from "./fine-cells";
import type { SortedRows } from "./sorted-rows";
import { changeOf, mergeParts, NOBODY, sellerParts, type Parts } from "./parts";
import { isSafe } from "./primary-rule";

/** An edition of the month that is public: what stood behind it, and the keys of what it withheld. */
export type PublicEdition = {
  sorted: Pick<SortedRows, "goods" | "countedOrders">;
  withheld: ReadonlySet<string>;
};

/** The cells of a public edition that stand in one published sum. A code that is not among them was nothing. */
export type EarlierCells = {
  cells: ReadonlyMap<string, FineCell>;
  withheld: ReadonlySet<string>;
  hasOrders: boolean;
  /** Their sellers are in one cell each, so that those of all cells are known too. */
  hasSellers: boolean;
};

/** What public editions told by this dimension; one that withheld the whole of it told nothing. */
export function earlierCellsOf(
  dimension: Dimension,
  editions: readonly PublicEdition[],
): EarlierCells[] {
  return editions.flatMap((edition) => {
    const withheld = codesOfKeys(dimension, edition.withheld);
    if (withheld.has(ALL_CODES)) return [];
    const cells = fineCellsOf(dimension, edition.sorted);
    const hasOrders = !edition.withheld.has("orders");
    return [
      {
        cells: new Map(cells.map((cell) => [cell.code, cell])),
        withheld,
        hasOrders,
        hasSellers: dimension === "commune",
      },
    ];
  });
}

/**
 * Whether what is withheld now, having been told by a public edition (a zero too), is hidden from who subtracts that
 * edition: what both withhold together is known of both, so that the sum of its changes is. Cells that did not change are
 * taken to be known not to have. Then the changes need what any sum needs, and so does what they leave to be worked out: the
 * present value of what was told, with the changes of what was not. One cell alone is never hidden.
 */
export function areHiddenBetween(
  withheld: readonly FineCell[],
  earlier: readonly EarlierCells[],
): boolean {
  return earlier.every((edition) => {
    const sales = findChanged(withheld, edition, (cell) => cell.sales);
    const orders = findChanged(withheld, edition, (cell) => cell.orders ?? NOBODY);
    const sellers = findChanged(withheld, edition, (cell) => sellerParts(cell.sales));
    return (
      isSafeChange(sales) &&
      (!edition.hasOrders || isSafeChange(orders)) &&
      (!edition.hasSellers || sellers.length !== 1 || !sellers.some(({ wasTold }) => wasTold))
    );
  });
}

/** A cell that became another; `left`: what is to be worked out of it, when the edition told it all of it, else the change. */
type Changed = { change: Parts; left: Parts; wasTold: boolean };

function findChanged(
  withheld: readonly FineCell[],
  edition: EarlierCells,
  partsOf: (cell: FineCell) => Parts,
): Changed[] {
  return withheld.flatMap((cell) => {
    const before = edition.cells.get(cell.code);
    const now = partsOf(cell);
    const change = changeOf(before ? partsOf(before) : NOBODY, now);
    if (change.size === 0) return [];
    const wasTold = !edition.withheld.has(cell.code);
    return [{ change, wasTold, left: wasTold ? now : change }];
  });
}

function isSafeChange(changed: readonly Changed[]): boolean {
  if (!changed.some(({ wasTold }) => wasTold)) return true;
  return (
    changed.length > 1 &&
    isSafe(mergeParts(changed.map(({ change }) => change))) &&
    isSafe(mergeParts(changed.map(({ left }) => left)))
  );
}
