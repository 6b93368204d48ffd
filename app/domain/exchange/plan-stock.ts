import { lotCountForm, lotFormOn, type LotForm } from "~/domain/catalog/forms";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import { parseTypedCount } from "~/domain/catalog/typed-values";
import { formatDate, type LocalDate } from "~/platform/period";
import type { RowChange, RowFault, TableColumn } from "./table-columns";
import { faultsOf, madeOnceADay, withoutEmpty } from "./form-faults";
import { packsOf } from "./table-texts";

export type LotCount = { lotCode: string; onHandCount: number; shownCount: number };
export type StockWork =
  | { kind: "none" }
  | { kind: "counts"; counts: LotCount[] }
  | { kind: "lot"; lot: LotForm & { lotId: string } };
export type StockPlan = { work: StockWork; faults: RowFault[]; changes: RowChange[] };

type Typed = Readonly<Record<TableColumn, string>>;
type Asked = { product: TableProduct; typed: Typed; lotId: string; today: LocalDate };

const newLotFormOn = madeOnceADay(lotFormOn);
const NOTHING: StockPlan = { work: { kind: "none" }, faults: [], changes: [] };

/**
 * What the count of packs in a row does. A count that is still what the table said when it was made was not touched by
 * anybody: what has been sold since stays sold. Packs of several lots are counted lot by lot on the page for that.
 */
export function planStock({ product, typed, lotId, today }: Asked): StockPlan {
  const before = packsOf(product);
  const shown = parseTypedCount(typed.shownCount) ?? before;
  const read = lotCountForm.safeParse(
    withoutEmpty({ onHandCount: typed.stockCount, shownCount: String(shown) }),
  );
  if (!read.success)
    return refuse(faultsOf(read.error, { ...typed, onHandCount: typed.stockCount }));
  const count = read.data.onHandCount;
  if (count === shown || count === before) return NOTHING;
  if (shown !== before) return refuseCount(typed, "table_stock_changed", { onHandCount: before });
  const [lot, ...others] = product.lots;
  if (!lot) return planNewLot({ typed, lotId, today });
  if (others.length > 0) return refuseCount(typed, "table_stock_by_lots");
  const { reservedCount } = lot;
  if (count < reservedCount) return refuseCount(typed, "stock_below_reserved", { reservedCount });
  return {
    work: {
      kind: "counts",
      counts: [{ lotCode: lot.code, onHandCount: count, shownCount: before }],
    },
    faults: [],
    changes: [{ column: "stockCount", before: String(before), after: String(count) }],
  };
}

/** Takes off every pack that is promised to nobody; recalled lots are not counted. */
export function planEmptying(product: TableProduct): StockPlan {
  const counts = product.lots
    .filter((lot) => lot.onHandCount > lot.reservedCount)
    .map((lot) => ({
      lotCode: lot.code,
      onHandCount: lot.reservedCount,
      shownCount: lot.onHandCount,
    }));
  if (counts.length === 0) return NOTHING;
  const left = product.lots.reduce((sum, lot) => sum + lot.reservedCount, 0);
  const change = { before: String(packsOf(product)), after: String(left) };
  return {
    work: { kind: "counts", counts },
    faults: [],
    changes: [{ column: "stockCount", ...change }],
  };
}

function planNewLot({ typed, lotId, today }: Omit<Asked, "product">): StockPlan {
  const { stockCount, madeOn, expiresOn } = typed;
  const read = newLotFormOn(today).safeParse(
    withoutEmpty({ lotId, stockCount, madeOn, expiresOn }),
  );
  if (!read.success) return refuse(faultsOf(read.error, typed));
  const days = (["madeOn", "expiresOn"] as const).flatMap((column): RowChange[] => {
    const day = read.data[column];
    return day === undefined ? [] : [{ column, before: "", after: formatDate(day) }];
  });
  const count = { column: "stockCount", before: "0", after: String(read.data.stockCount) } as const;
  return { work: { kind: "lot", lot: read.data }, faults: [], changes: [count, ...days] };
}

function refuse(faults: RowFault[]): StockPlan {
  return { ...NOTHING, faults };
}

function refuseCount(typed: Typed, code: string, detail?: RowFault["detail"]): StockPlan {
  const fault: RowFault = { column: "stockCount", code, read: typed.stockCount };
  return refuse([detail ? { ...fault, detail } : fault]);
}
