import type { LoaderFunctionArgs } from "@remix-run/node";
import { listHouseholdPhotos } from "~/domain/catalog/queries-household-data.server";
import { listTableProducts } from "~/domain/catalog/queries-table.server";
import { MAX_TABLE_ROWS } from "~/domain/exchange/table-columns";
import { tableOf } from "~/domain/exchange/table-file";
import { writeCsv } from "~/domain/exchange/write-csv.server";
import { exportHousehold } from "~/domain/flows/export-household.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { householdSales } from "~/domain/orders/queries-household-sales.server";
import { firstStatementMonth, loadStatement } from "~/domain/settlement/queries-statement.server";
import { statementCsv } from "~/domain/settlement/statement-csv.server";
import { householdTakings } from "~/domain/stalls/queries-household-data.server";
import { now } from "~/platform/clock.server";
import { csvTexts } from "~/platform/csv-texts.server";
import { reader } from "~/platform/db.server";
import { HOUR_MS, localDateOf, monthOf, monthsUntil, type Month } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { MissingUploadError, readUpload } from "~/platform/storage.server";
import { zipStream, type ZipPart } from "~/platform/zip-stream.server";
import { tableWords } from "~/ui/exchange/table-words";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { householdArchiveWords } from "~/web/household-archive-words";
import { notFound, orNotFound, tooManyRequests } from "~/web/http-errors";
import { translatorFor, type Translate } from "~/web/i18n";
import { statementCsvWords } from "~/web/statement-csv-words";

/** Books are kept for ten years (Accounting Law 88/2015, art. 41). */
const MONTHS_MAX = 120;
/** Some gigabytes: whoever has more asks the department. */
const PHOTOS_MAX = 5_000;

// All of a household is read anew each time.
const perPerson = createRateLimit({ limit: 6, windowMs: HOUR_MS });

/** Everything that the market knows of a household, as one archive of tables that open in Excel, sent while it is read. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope, language, user } = await requirePermission(args, "household.export");
  const { id, slug } = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const waitMs = perPerson.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const facts = await exportHousehold(actor, scope, id);
  if (!facts.ok) throw notFound();
  const t = translatorFor(language);
  const words = householdArchiveWords(t);
  const parts: ZipPart[] = [
    { path: "doc-truoc.txt", content: () => whole(() => `\uFEFF${words.readMe}\r\n`) },
    { path: "thong-tin.json", content: () => whole(() => JSON.stringify(facts.value, null, 2)) },
    { path: "san-pham.csv", content: () => whole(() => productsCsv(id, t)) },
    {
      path: "don-hang.csv",
      content: () => csvTexts(words.salesHead, householdSales(id), words.saleCells),
    },
    {
      path: "so-sap-cho.csv",
      content: () => csvTexts(words.takingsHead, householdTakings(id), words.takingCells),
    },
    ...(await statementMonths(id)).map((month) => ({
      path: `sao-ke/${month}.csv`,
      content: () => whole(() => statementText(id, month, t)),
    })),
    ...(await listHouseholdPhotos(id, PHOTOS_MAX)).map(({ name, upload }) => ({
      path: `anh/${name}`,
      content: () => whole(() => photoBytes(upload)),
    })),
  ];
  return new Response(zipStream(parts), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${slug}-${localDateOf(now())}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* whole<Piece>(make: () => Promise<Piece> | Piece): AsyncGenerator<Piece> {
  yield await make();
}

async function productsCsv(householdId: string, t: Translate): Promise<string> {
  const products = await listTableProducts(reader(), { householdId, limit: MAX_TABLE_ROWS });
  return writeCsv(tableOf(products, tableWords(t)));
}

async function statementMonths(householdId: string): Promise<Month[]> {
  const first = await firstStatementMonth(householdId);
  const all = monthsUntil(monthOf(localDateOf(now())), MONTHS_MAX);
  return first === null ? [] : all.filter((month) => month >= first);
}

async function statementText(householdId: string, month: Month, t: Translate): Promise<string> {
  const statement = await loadStatement(householdId, month);
  return statement === null ? "" : statementCsv(statement, statementCsvWords(t));
}

/** Empty where the file was lost: one lost photo must not keep a household from all the rest. */
async function photoBytes(upload: string): Promise<Uint8Array> {
  return readUpload(upload).catch((error: unknown) => {
    if (error instanceof MissingUploadError) return new Uint8Array();
    throw error;
  });
}
