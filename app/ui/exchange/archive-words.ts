import type { ArchiveWords } from "~/domain/flows/archive-words";
import { householdArchiveWords } from "~/web/household-archive-words";
import type { Translate } from "~/web/i18n";
import { statementCsvWords } from "~/web/statement-csv-words";
import { tableWords } from "./table-words";

/** Of a household's archive, in the reader's language. */
export function archiveWords(t: Translate): ArchiveWords {
  return { ...householdArchiveWords(t), table: tableWords(t), statement: statementCsvWords(t) };
}
