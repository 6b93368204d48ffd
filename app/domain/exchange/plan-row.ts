import { isDeepStrictEqual } from "node:util";
import { staleEnglish } from "~/domain/catalog/english-words";
import {
  newProductFormOn,
  priceForm,
  productWordsForm,
  type EditedWords,
  type NewProductForm,
} from "~/domain/catalog/forms";
import { isDoubtfulPrice } from "~/domain/catalog/price-doubt";
import { isProductEditable } from "~/domain/catalog/product-status";
import type { TableProduct } from "~/domain/catalog/queries-table.server";
import type { Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { faultsOf, madeOnceADay, withoutEmpty } from "./form-faults";
import { planEmptying, planStock, type StockWork } from "./plan-stock";
import {
  DAY_COLUMNS,
  isWordColumn,
  NUMBER_COLUMNS,
  TABLE_COLUMNS,
  WRITTEN_COLUMNS,
  type Cell,
  type RowChange,
  type RowFault,
  type RowPlan,
  type TableColumn,
  type TableRow,
  type WordColumn,
} from "./table-columns";
import { saysSame, textsOf, textsOfWords, typedTextOf } from "./table-texts";

/** What is done for a row, by the commands that the forms use. */
export type RowWork =
  | { kind: "none" }
  | {
      kind: "create";
      productId: string;
      lotId: string;
      product: NewProductForm;
      words: EditedWords;
    }
  | {
      kind: "change";
      slug: string;
      words: EditedWords | null;
      priceVnd: Vnd | null;
      stock: StockWork;
    };
export type PlannedRow = { plan: RowPlan; work: RowWork };
type Typed = Record<TableColumn, string>;

const NONE: RowWork = { kind: "none" };
const newFormOn = madeOnceADay(newProductFormOn);

/** What a row of the file does to a product of the household, or to none where it makes one. */
export function planRow(
  row: TableRow,
  { product, today }: { product: TableProduct | null; today: LocalDate },
): PlannedRow {
  return product === null ? planNew(row, today) : planChange(row, product, today);
}

/** What is done to a product that the file does not have. */
export function planAbsent(product: TableProduct): PlannedRow {
  const { work: stock, changes } = planEmptying(product);
  const { id: productId, slug } = product;
  const kind = changes.length === 0 ? "unchanged" : "emptied";
  return {
    plan: { kind, productId, name: product.words.name, faults: [], changes },
    work:
      changes.length === 0 ? NONE : { kind: "change", slug, words: null, priceVnd: null, stock },
  };
}

function planNew(row: TableRow, today: LocalDate): PlannedRow {
  const typed = typedRow(row, null);
  if (typed.slug !== "") {
    const fault: RowFault = { column: "slug", code: "table_code_unknown", read: typed.slug };
    return wrong({ productId: null, name: typed.name, faults: [fault] });
  }
  const productId = row.newProductId;
  const form = withoutEmpty({ ...typed, taxClass: said(typed.taxClass), productId });
  const read = newFormOn(today).safeParse(form);
  const words = productWordsForm.safeParse(form);
  const faults = onePerColumn([
    ...cellFaults(row, null),
    ...(read.success ? [] : faultsOf(read.error, typed)),
    ...(words.success ? [] : faultsOf(words.error, typed)),
  ]);
  if (faults.length > 0 || !read.success || !words.success) {
    return wrong({ productId: null, name: typed.name, faults });
  }
  const { productId: _made, ...product } = read.data;
  const { englishStands: _asked, ...edited } = words.data;
  const shown = { ...textsOfWords(edited), priceVnd: String(product.priceVnd) };
  const changes = (["ocopSet", "packLabel", "priceVnd"] as const).map((column) => ({
    column,
    before: "",
    after: shown[column],
  }));
  const stock = { column: "stockCount", before: "", after: String(product.stockCount) } as const;
  return {
    plan: {
      kind: "new",
      productId,
      name: product.name,
      faults: [],
      changes: [...changes, stock],
    },
    work: { kind: "create", productId, lotId: row.newLotId, product, words: edited },
  };
}

function planChange(row: TableRow, product: TableProduct, today: LocalDate): PlannedRow {
  const before = textsOf(product);
  const typed = typedRow(row, before);
  const differs = WRITTEN_COLUMNS.filter(
    (column) => !saysSame(column, before[column], typed[column]),
  );
  const words = planWords(product, typed, differs.filter(isWordColumn));
  const price = differs.includes("priceVnd") ? planPrice(product, typed) : null;
  const stock = planStock({ product, typed, lotId: row.newLotId, today });
  const days = stock.work.kind === "lot" ? [] : differs.filter((one) => DAY_COLUMNS.includes(one));
  const faults = onePerColumn([
    ...cellFaults(row, before),
    ...words.faults,
    ...(price?.faults ?? []),
    ...stock.faults,
    ...days.map((column) => ({ column, code: "table_day_fixed", read: typed[column] })),
  ]);
  const { id: productId, slug } = product;
  const { name } = product.words;
  if (faults.length > 0) return wrong({ productId, name, faults });
  const changes = [...words.changes, ...(price?.changes ?? []), ...stock.changes];
  if (changes.length === 0) {
    return { plan: { kind: "unchanged", productId, name, faults, changes }, work: NONE };
  }
  return {
    plan: { kind: "changed", productId, name, faults, changes },
    work: {
      kind: "change",
      slug,
      words: words.words,
      priceVnd: price?.priceVnd ?? null,
      stock: stock.work,
    },
  };
}

type WordsPlan = { words: EditedWords | null; faults: RowFault[]; changes: RowChange[] };

function planWords(product: TableProduct, typed: Typed, differs: WordColumn[]): WordsPlan {
  const [first] = differs;
  if (first === undefined) return { words: null, faults: [], changes: [] };
  const refuse = (faults: RowFault[]): WordsPlan => ({ words: null, faults, changes: [] });
  const fault = (column: WordColumn, code: string) => ({ column, code, read: typed[column] });
  if (!isProductEditable(product.status)) return refuse([fault(first, "product_not_editable")]);
  const form = withoutEmpty({ ...typed, taxClass: said(typed.taxClass) });
  const read = productWordsForm.safeParse(form);
  if (!read.success) return refuse(faultsOf(read.error, typed));
  const { englishStands: _asked, ...words } = read.data;
  if (isDeepStrictEqual(product.words, words)) return { words: null, faults: [], changes: [] };
  const stale = staleEnglish(product.words, words);
  if (stale.length > 0) return refuse(stale.map((one) => fault(one, "table_english_outdated")));
  const [before, after] = [textsOfWords(product.words), textsOfWords(words)];
  const columns = (Object.keys(after) as WordColumn[]).filter(
    (column) => before[column] !== after[column],
  );
  const changes = columns.map((column) => ({
    column,
    before: before[column],
    after: after[column],
  }));
  return { words, faults: [], changes };
}

function planPrice(product: TableProduct, typed: Typed) {
  const read = priceForm.safeParse(withoutEmpty({ priceVnd: typed.priceVnd }));
  if (!read.success) return { priceVnd: null, faults: faultsOf(read.error, typed), changes: [] };
  const { priceVnd } = read.data;
  const [before, after] = [String(product.priceVnd), String(priceVnd)];
  const changes: RowChange[] =
    before === after
      ? []
      : [
          {
            column: "priceVnd",
            before,
            after,
            ...(isDoubtfulPrice(product, priceVnd) ? { isDoubtful: true } : {}),
          },
        ];
  return { priceVnd: before === after ? null : priceVnd, faults: [], changes };
}

/** A service is one by its set; the forms do not ask for it. */
function said(taxClass: string): string {
  return taxClass === "service" ? "" : taxClass;
}

/** What the row says of each column; one that the file does not have says what it was. */
function typedRow(row: TableRow, before: Typed | null): Typed {
  return Object.fromEntries(
    TABLE_COLUMNS.map((column) => {
      const cell = row.cells[column];
      return [column, cell ? typedTextOf(column, cell) : (before?.[column] ?? "")];
    }),
  ) as Typed;
}

/** What a spreadsheet made of a cell, where that is not what somebody wrote. */
function cellFaults(row: TableRow, before: Typed | null): RowFault[] {
  return WRITTEN_COLUMNS.flatMap((column): RowFault[] => {
    const cell = row.cells[column];
    if (!cell || saysSame(column, cell.text, before?.[column] ?? "")) return [];
    const code = cellFault(column, cell);
    return code === null ? [] : [{ column, code, read: cell.text }];
  });
}

function cellFault(column: TableColumn, { kind }: Cell): string | null {
  if (kind === "fault") return "table_formula_fault";
  if (kind === "date" && !DAY_COLUMNS.includes(column)) return "table_date_cell";
  return kind === "fraction" && NUMBER_COLUMNS.includes(column) ? "table_fraction" : null;
}

/** What a cell is comes before what its text is; the order of the table holds. */
function onePerColumn(faults: readonly RowFault[]): RowFault[] {
  const first = new Map<TableColumn, RowFault>();
  for (const fault of faults) if (!first.has(fault.column)) first.set(fault.column, fault);
  return TABLE_COLUMNS.flatMap((column) => first.get(column) ?? []);
}

function wrong(of: Pick<RowPlan, "productId" | "name" | "faults">): PlannedRow {
  return { plan: { kind: "wrong", ...of, changes: [] }, work: NONE };
}
