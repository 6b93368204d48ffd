import { listHouseholdPhotos } from "~/domain/catalog/queries-household-data.server";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { listKeptPhotosOf } from "~/domain/compliance/queries-household-data.server";
import { readKeptPhoto } from "~/domain/compliance/read-kept-photo.server";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import { tableOf } from "~/domain/exchange/table-file";
import type { TableWords } from "~/domain/exchange/table-words";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { householdSales } from "~/domain/orders/queries-household-sales.server";
import { firstStatementMonth, loadStatement } from "~/domain/settlement/queries-statement.server";
import { statementCsv, type StatementCsvWords } from "~/domain/settlement/statement-csv.server";
import { householdTakings } from "~/domain/stalls/queries-household-data.server";
import { now } from "~/platform/clock.server";
import { csvTexts } from "~/platform/csv-texts.server";
import { reader } from "~/platform/db.server";
import { localDateOf, monthOf, monthsUntil, type Month } from "~/platform/period";
import { MissingUploadError, readUpload } from "~/platform/storage.server";
import type { ZipPart } from "~/platform/zip-stream.server";
import type { ArchiveWords } from "./archive-words";

/** Books are kept for ten years (Accounting Law 88/2015, art. 41). */
const MONTHS_MAX = 120;
/** Some gigabytes: whoever has more asks the department. */
const PHOTOS_MAX = 5_000;

/** The files of an archive of all that the market knows of a household; `facts` are those of `loadHouseholdExport`. */
export async function householdArchive(
  householdId: string,
  facts: object,
  words: ArchiveWords,
): Promise<ZipPart[]> {
  return [
    { path: "doc-truoc.txt", content: () => whole(() => `\uFEFF${words.readMe}\r\n`) },
    { path: "thong-tin.json", content: () => whole(() => JSON.stringify(facts, null, 2)) },
    { path: "san-pham.csv", content: () => whole(() => productsCsv(householdId, words.table)) },
    {
      path: "don-hang.csv",
      content: () => csvTexts(words.salesHead, householdSales(householdId), words.saleCells),
    },
    {
      path: "so-sap-cho.csv",
      content: () => csvTexts(words.takingsHead, householdTakings(householdId), words.takingCells),
    },
    ...(await statementMonths(householdId)).map((month) => ({
      path: `sao-ke/${month}.csv`,
      content: () => whole(() => statementText(householdId, month, words.statement)),
    })),
    ...(await listHouseholdPhotos(householdId, PHOTOS_MAX)).map(({ name, upload }) => ({
      path: `anh/${name}`,
      content: () => whole(() => photoBytes(upload)),
    })),
    ...(await listKeptPhotosOf(householdId, PHOTOS_MAX)).map(({ name, keptId, photoId }) => ({
      path: `anh-da-go/${name}`,
      content: () => whole(async () => (await readKeptPhoto(keptId, photoId)) ?? new Uint8Array()),
    })),
  ];
}

async function* whole<Piece>(make: () => Promise<Piece> | Piece): AsyncGenerator<Piece> {
  yield await make();
}

async function productsCsv(householdId: string, words: TableWords): Promise<string> {
  const products = await listTableProducts(reader(), { householdId, limit: MAX_TABLE_ROWS });
  return writeCsv(tableOf(products, words));
}

async function statementMonths(householdId: string): Promise<Month[]> {
  const first = await firstStatementMonth(householdId);
  const all = monthsUntil(monthOf(localDateOf(now())), MONTHS_MAX);
  return first === null ? [] : all.filter((month) => month >= first);
}

async function statementText(
  householdId: string,
  month: Month,
  words: StatementCsvWords,
): Promise<string> {
  const statement = await loadStatement(householdId, month);
  return statement === null ? "" : statementCsv(statement, words);
}

/** Empty where the file was lost: one lost photo must not keep a household from all the rest. */
async function photoBytes(upload: string): Promise<Uint8Array> {
  return readUpload(upload).catch((error: unknown) => {
    if (error instanceof MissingUploadError) return new Uint8Array();
    throw error;
  });
}
