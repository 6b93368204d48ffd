import type { TableWords } from "~/domain/exchange/table-words";
import type { HouseholdSale } from "~/domain/orders/household-sale";
import type { StatementCsvWords } from "~/domain/settlement/statement-csv.server";
import type { Taking } from "~/domain/stalls/types";

type Cell = string | number;

/** What the tables are called, in the reader's language, and how their rows read. */
export type ArchiveWords = {
  readMe: string;
  salesHead: string[];
  saleCells: (sale: HouseholdSale) => Cell[];
  takingsHead: string[];
  takingCells: (taking: Taking) => Cell[];
  table: TableWords;
  statement: StatementCsvWords;
};
