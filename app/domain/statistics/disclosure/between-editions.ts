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
 * taken to be known not to have, between whichever editions. Then the changes need what any sum needs, and so does what
 * they leave to be worked out: the present value of what was told, with the changes of what was not. One cell alone is
 * never hidden.
 */
export function areHiddenBetween(
  withheld: readonly FineCell[],
  earlier: readonly EarlierCells[],
): boolean {
  const hasOrders = withheld.some(({ orders }) => orders !== null);
  return earlier.every((edition) => {
    const changedBy = (partsOf: PartsOf) => findChanged(withheld, { edition, earlier, partsOf });
    const sellers = changedBy((cell) => sellerParts(cell.sales));
    return (
      isSafeChange(changedBy((cell) => cell.sales)) &&
      (!hasOrders ||
        !edition.hasOrders ||
        isSafeChange(changedBy((cell) => cell.orders ?? NOBODY))) &&
      (!edition.hasSellers || sellers.length !== 1 || !sellers.some(({ wasTold }) => wasTold))
    );
  });
}

type PartsOf = (cell: FineCell) => Parts;
/** A cell that became another; `left`: what is to be worked out of it, when all of it was told, else the change. */
type Changed = { change: Parts; left: Parts; wasTold: boolean };

function findChanged(
  withheld: readonly FineCell[],
  between: { edition: EarlierCells; earlier: readonly EarlierCells[]; partsOf: PartsOf },
): Changed[] {
  const { edition, earlier, partsOf } = between;
  const partsIn = ({ cells }: EarlierCells, code: string) => {
    const cell = cells.get(code);
    return cell ? partsOf(cell) : NOBODY;
  };
  return withheld.flatMap((cell) => {
    const { code } = cell;
    const before = partsIn(edition, code);
    const now = partsOf(cell);
    const change = changeOf(before, now);
    if (change.size === 0) return [];
    const wasTold = earlier.some(
      (other) => !other.withheld.has(code) && changeOf(partsIn(other, code), before).size === 0,
    );
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
