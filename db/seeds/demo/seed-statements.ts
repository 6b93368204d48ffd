import { createHash } from "node:crypto";
import { desc, eq, lt, and } from "drizzle-orm";
import { ownerOfRow } from "../../../app/domain/statements/owner-of-row";
import {
  formatDate,
  localDateOf,
  MINUTE_MS,
  VIETNAM_OFFSET_MS,
} from "../../../app/platform/period";
import { bankTransactions } from "../../schema/payments";
import { statementImports, statementRows } from "../../schema/statements";
import { prepareInsert } from "../insert-rows";
import { SAMPLE_ACCOUNT } from "./sample-bank";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const LINES = 14;
const TITLES = [
  "NGÂN HÀNG MẪU - SAO KÊ TÀI KHOẢN (DỮ LIỆU MẪU);;;;",
  `Số tài khoản: ${SAMPLE_ACCOUNT.accountNumber};;;;`,
];
const HEADER = "Ngày giao dịch;Số bút toán;Diễn giải;Phát sinh nợ;Phát sinh có";
const FIRST_LINE = TITLES.length + 2;

/**
 * A file that the officer brought in after an outage: all that it tells of was known already, so no money came with it.
 */
export async function seedStatements(writer: SampleWriter, officer: { id: string }): Promise<void> {
  const { connection, day, newId, seal } = writer;
  const at = momentOf(daysBefore(day, 1), 16);
  const lines = await connection.writerOrm
    .select()
    .from(bankTransactions)
    .where(and(eq(bankTransactions.direction, "in"), lt(bankTransactions.occurredAt, at)))
    .orderBy(desc(bankTransactions.occurredAt), desc(bankTransactions.id))
    .limit(LINES);
  const oldestFirst = lines.toReversed();
  const texts = oldestFirst.map((line) =>
    [bankDay(line.occurredAt), line.bankReference, line.content, "", line.amountVnd].join(";"),
  );
  const file = [...TITLES, HEADER, ...texts].join("\n");
  const id = newId("stm", at);
  prepareInsert(
    connection,
    statementImports,
  )({
    id,
    status: "imported",
    sha256: createHash("sha256").update(file).digest("hex"),
    fileName: "sao-ke-mau.csv",
    byteCount: 0, // samples have no files
    delimiter: ";",
    headerLine: TITLES.length + 1,
    headerHash: "",
    mapping: { date: 0, reference: 1, content: 2, debit: 3, credit: 4 },
    accountNumber: SAMPLE_ACCOUNT.accountNumber,
    uploadedById: officer.id,
    uploadedAt: at,
    mappedById: officer.id,
    mappedAt: at + MINUTE_MS,
    rowsReadAt: at + MINUTE_MS,
    checkedAt: at + MINUTE_MS,
    openingBalanceVnd: null,
    closingBalanceVnd: null,
    confirmedById: officer.id,
    confirmedAt: at + 2 * MINUTE_MS,
    withoutErrors: false,
    matchedVnd: 0,
    importedAt: at + 2 * MINUTE_MS,
    postedCount: 0,
    postedVnd: 0,
  });
  const insertRow = prepareInsert(connection, statementRows);
  const none = { errorCode: null, errorColumn: null, balanceVnd: null, gapVnd: null };
  for (const [i, line] of oldestFirst.entries()) {
    const place = { importId: id, lineNumber: FIRST_LINE + i };
    insertRow({
      ...place,
      kind: "line",
      sealedText: seal(texts[i] ?? "", ownerOfRow(place)),
      ...none,
      position: i + 1,
      batch: 1,
      occurredAt: line.occurredAt,
      direction: "in",
      amountVnd: line.amountVnd,
      content: line.content,
      bankReference: line.bankReference,
      factsKey: null,
      referenceKey: null,
      expected: "known",
      expectedCode: null,
      found: "known",
      bankTransactionId: line.id,
    });
  }
}

function bankDay(instant: number): string {
  const time = new Date(instant + VIETNAM_OFFSET_MS).toISOString().slice(11, 19);
  return `${formatDate(localDateOf(instant))} ${time}`;
}
