import Database from "better-sqlite3";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
  unreadableNotices,
} from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { migrateDatabase } from "~db/migrate";
import { migrationsFolder, migrateUntilBefore } from "~db/test-migrations";
import { receiveToldLine } from "~/domain/flows/receive-told-line.server";
import { bringIn, insertOfficer, rowText } from "~/domain/flows/test-statements";
import { insertTestShop } from "~/domain/flows/test-shop";
import { EVIDENCE_KINDS } from "~/domain/payments/evidence.server";
import { sealClearEvidence } from "~/domain/payments/seal-clear-evidence.server";
import { sealClearRows } from "~/domain/statements/seal-clear-rows.server";
import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { hashOfBody } from "~/domain/payments/line-hashes.server";
import { readBankNotices } from "~/domain/payments/read-bank-notices";
import { statementFilePath } from "~/domain/statements/statement-file";
import { ownerOfRow } from "~/domain/statements/owner-of-row";
import { setClock } from "~/platform/clock.server";
import { closeDatabase, databaseFile, inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { startOfDate } from "~/platform/period";
import { isSealedWithNewest, unseal } from "~/platform/seal.server";
import { MissingUploadError, readPrivateFile } from "~/platform/storage.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { resealAll } from "./reseal-all";
import { sealLeftovers } from "./seal-leftovers";

const NOON = startOfDate("2026-11-22") + 12 * 3_600_000;
const [OLD, NEW] = ["a".repeat(64), "b".repeat(64)];
// A sample: nobody's.
const NUMBER = "9704000077123456";
const NAME = "NGUYEN THI NGUOI TRA";
const ACCOUNT = "8888000012345";
let close: () => void;
let dataDir: string;

const use = (keys: string) =>
  useSettings({ DATA_DIR: dataDir, LOG_LEVEL: "error", PERSONAL_DATA_KEYS: keys });

beforeEach(async () => {
  close = openTestDatabase();
  dataDir = settings().DATA_DIR;
  use(OLD);
  setClock(NOON);
  await insertTestShop();
});
afterEach(() => {
  setClock();
  useSettings({ DATA_DIR: dataDir, LOG_LEVEL: "error" });
  close();
});

/** One transfer as each provider tells it, with who paid in fields that we do not read. */
const payer = { counterAccountNumber: NUMBER, counterAccountName: NAME };
const sepay = (change: object = {}) => ({
  id: 1,
  transactionDate: "2026-11-22 11:59:30",
  accountNumber: ACCOUNT,
  content: "chuyen tien",
  transferType: "in",
  transferAmount: 222_000,
  referenceCode: "FT1",
  description: `BankAPINotify ${NUMBER} ${NAME}`,
  ...change,
});
const payos = {
  data: {
    code: "00",
    amount: 50_000,
    description: "mua che",
    accountNumber: ACCOUNT,
    reference: "FT7",
    transactionDateTime: "2026-11-22 11:59:30",
    currency: "VND",
    paymentLinkId: "link",
    ...payer,
  },
};
const casso = {
  error: 0,
  data: {
    id: 9,
    reference: "FT1",
    description: "chuyen tien",
    amount: 222_000,
    transactionDateTime: "2026-11-22 11:59:30",
    accountNumber: ACCOUNT,
    ...payer,
  },
};

async function tell(provider: NoticeProvider, payload: object) {
  const kinds = [];
  for (const line of readBankNotices(provider, JSON.stringify(payload))) {
    kinds.push(await receiveToldLine(provider, line));
  }
  return kinds;
}

const EVIDENCE = [
  bankTransactions,
  bankTransactionSightings,
  bankTransactionConflicts,
  unreadableNotices,
];

async function tellEverything(): Promise<string> {
  expect(await tell("sepay", sepay())).toEqual(["recorded"]);
  expect(await tell("payos", payos)).toEqual(["recorded"]);
  expect(await tell("casso", casso)).toEqual(["sighting"]);
  expect(await tell("sepay", sepay({ transferAmount: 1 }))).toEqual(["conflict"]);
  expect(await tell("sepay", sepay({ transferType: "sideways" }))).toEqual(["unreadable"]);
  const line = { day: "22/11/2026 08:00:00", reference: "FT8", content: "tra tien", credit: 9_000 };
  const header = "Ngày giao dịch;Số tham chiếu;Diễn giải;Ghi nợ;Ghi có;Số dư;Đối ứng";
  return bringIn(await insertOfficer(), `${header}\n${rowText(line)};${NUMBER} ${NAME}\n`);
}

/** All bytes below DATA_DIR but the keys. */
function bytesAtRest(): string {
  return readdirSync(dataDir, { recursive: true })
    .map((name) => join(dataDir, String(name)))
    .filter((file) => statSync(file).isFile() && !file.includes("/keys/"))
    .map((file) => readFileSync(file, "latin1"))
    .join("\n");
}

/** Each body as it opens now, by its row. */
async function openAll(): Promise<Map<string, string | null>> {
  const opened = new Map<string, string | null>();
  for (const table of EVIDENCE) {
    for (const { id, sealedBody } of await reader().select().from(table)) {
      opened.set(id, unseal(sealedBody, id));
    }
  }
  for (const row of await reader().select().from(statementRows)) {
    opened.set(ownerOfRow(row), unseal(row.sealedText, ownerOfRow(row)));
  }
  return opened;
}

it("tells no number and no name of who paid, in no file", async () => {
  const importId = await tellEverything();
  const bytes = bytesAtRest();
  expect(bytes.includes("chuyen tien")).toBe(true); // memos are in clear: matching needs them
  expect(bytes.includes(NUMBER)).toBe(false);
  expect(bytes.includes(NAME)).toBe(false);
  const opened = await openAll();
  expect(opened.size).toBe(7);
  expect([...opened.values()].filter((text) => text?.includes(NUMBER) !== true)).toEqual([]);
  expect(Buffer.from(await readPrivateFile(statementFilePath(importId))).toString()).toContain(
    NUMBER,
  );
});

it("opens for its own row only", async () => {
  await tell("sepay", sepay());
  await tell("payos", payos);
  const [one, other] = await reader().select().from(bankTransactions);
  if (!one || !other) throw new Error("no lines");
  expect(() => unseal(one.sealedBody, other.id)).toThrow(/./);
});

describe("a change of keys", () => {
  it("seals everything anew, after which the old key may go", async () => {
    const importId = await tellEverything();
    const before = await openAll();
    const [sealed] = await reader().select().from(unreadableNotices);
    const oldSeal = sealed?.sealedBody ?? "none";
    expect(bytesAtRest().includes(oldSeal)).toBe(true);
    use(`${NEW},${OLD}`);
    const evidence = { sealedCount: 7, lostCount: 0 };
    expect(await resealAll()).toMatchObject({ evidence, files: { sealedCount: 1, lostCount: 0 } });
    expect(await resealAll()).toMatchObject({ evidence: { sealedCount: 0 } });
    expect(bytesAtRest().includes(oldSeal.slice(-200))).toBe(false);
    use(NEW);
    expect(await openAll()).toEqual(before);
    for (const { sealedBody } of await reader().select().from(unreadableNotices)) {
      expect(isSealedWithNewest(sealedBody)).toBe(true);
    }
    expect((await readPrivateFile(statementFilePath(importId))).length).toBeGreaterThan(0);
  });

  it("leaves what no key opens as it is, and says so", async () => {
    const importId = await tellEverything();
    use(NEW);
    expect(await resealAll()).toMatchObject({
      evidence: { sealedCount: 0, lostCount: 7 },
      files: { lostCount: 1 },
    });
    expect([...(await openAll()).values()]).toEqual(Array.from({ length: 7 }, () => null));
    await expect(readPrivateFile(statementFilePath(importId))).rejects.toThrow(MissingUploadError);
    use(OLD);
    expect([...(await openAll()).values()]).not.toContain(null);
  });
});

describe("evidence never changes", () => {
  const OTHER = {
    bank_transactions:
      "id provider provider_transaction_id bank_reference account_number direction amount_vnd balance_vnd content occurred_at received_at content_hash",
    bank_transaction_sightings:
      "id bank_transaction_id provider provider_transaction_id content_hash received_at",
    bank_transaction_conflicts: "id bank_transaction_id provider content_hash received_at",
    unreadable_notices: "id provider content_hash received_at",
    statement_rows:
      "import_id line_number kind error_code error_column position batch occurred_at direction amount_vnd balance_vnd gap_vnd content bank_reference facts_key reference_key",
  };

  it.each(Object.entries(OTHER))("in %s but for its seal", async (table, columns) => {
    await tellEverything();
    const writer = new Database(databaseFile());
    writer.pragma("foreign_keys = OFF");
    try {
      for (const column of columns.split(" ")) {
        const change = () => writer.exec(`UPDATE ${table} SET ${column} = ${column}`);
        expect(change, column).toThrow(/append-only|stands/);
      }
      const sealed = table === "statement_rows" ? "sealed_text" : "sealed_body";
      expect(() => writer.exec(`UPDATE ${table} SET ${sealed} = 'in clear'`)).toThrow("sealed");
      writer.exec(`UPDATE ${table} SET ${sealed} = 's1.0'`);
      expect(() => writer.exec(`DELETE FROM ${table}`)).toThrow(/append-only|stay/);
    } finally {
      writer.close();
    }
  });

  it("and comes in as a seal only", async () => {
    const keep = inTransaction((tx) =>
      tx.insert(unreadableNotices).values({
        id: "unr_1",
        provider: "sepay",
        sealedBody: "{}",
        contentHash: "h",
        receivedAt: 1,
      }),
    );
    await expect(keep).rejects.toThrow(/./);
    expect(await reader().select().from(unreadableNotices)).toEqual([]);
  });
});

describe("what an older release left in clear", () => {
  /** The database as it was before there were seals, with rows of which some are gone. */
  async function growOld(): Promise<void> {
    closeDatabase();
    const file = databaseFile();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    migrateUntilBefore(file, "sealed_evidence");
    const body = `'{"number":"${NUMBER}","name":"${NAME}","pad":"${"x".repeat(3_000)}"}'`;
    const writer = new Database(file);
    writer.pragma("journal_mode = WAL");
    writer.exec(`
      INSERT INTO users (id, phone, role, full_name, password_hash, created_at) SELECT 'usr_1', '0900000001', 'department_officer', 'A', '', 1;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
      INSERT INTO bank_transactions (id, provider, provider_transaction_id, account_number, direction, amount_vnd, content, occurred_at, received_at, raw_body, content_hash, status, reason)
        SELECT 'btx_' || i, 'sepay', i, '${ACCOUNT}', 'in', 1, 'memo', 1, 1, ${body}, 'h', 'ignored', 'other_account' FROM n;
      INSERT INTO bank_transaction_conflicts SELECT 'btc_1', 'btx_1', ${body}, 'h', 1;
      INSERT INTO bank_transaction_conflicts SELECT 'btc_2', 'btx_2', ${body}, 'h', 1;
      INSERT INTO bank_transaction_sightings SELECT 'bts_1', 'btx_1', 'casso', '1', ${body}, 'h', 1;
      INSERT INTO unreadable_notices SELECT 'unr_1', 'payos', ${body}, 'h', 1;
      INSERT INTO statement_imports (id, status, sha256, file_name, byte_count, delimiter, header_line, header_hash, mapping, uploaded_by_id, uploaded_at)
        VALUES ('stm_1', 'uploaded', 'h', 'f', 1, ';', 1, 'h', '{}', 'usr_1', 1);
      INSERT INTO statement_rows (import_id, line_number, kind, raw_text) VALUES ('stm_1', 1, 'skipped', ${body}), ('stm_1', 2, 'skipped', ${body});
      DELETE FROM statement_rows WHERE line_number = 2;
    `);
    writer.close();
    migrateDatabase(file, migrationsFolder);
  }

  it("is gone from the file after a start that was killed before it was written anew, too", async () => {
    await growOld();
    const killed = sealLeftovers(() => {
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    const mark = `${databaseFile()}-erasing`;
    expect(existsSync(mark)).toBe(true);
    for (const kind of EVIDENCE_KINDS) {
      while ((await inTransaction((tx) => sealClearEvidence(tx, kind))) > 0);
    }
    while ((await inTransaction(sealClearRows)) > 0);
    expect(bytesAtRest().includes(NUMBER)).toBe(true);
    await sealLeftovers(() => expect.unreachable("nothing is left to seal"));
    expect(bytesAtRest().includes(NUMBER)).toBe(false);
    expect(existsSync(mark)).toBe(false);
  });

  it("is sealed when the server begins, and gone from the file and its log", async () => {
    await growOld();
    expect(bytesAtRest().includes(NUMBER)).toBe(true);
    let told = 0;
    await sealLeftovers(() => (told += 1));
    expect(told).toBe(1);
    expect(bytesAtRest().includes(NUMBER)).toBe(false);
    const opened = await openAll();
    expect(opened.size).toBe(705);
    expect([...opened.values()].filter((text) => text?.includes(NAME) !== true)).toEqual([]);
    const [notice] = await reader().select().from(unreadableNotices);
    expect(notice?.contentHash).toBe(hashOfBody(opened.get("unr_1") ?? ""));
    const conflicts = await reader().select().from(bankTransactionConflicts);
    expect(conflicts.map(({ provider }) => provider)).toEqual([null, "sepay"]);
    expect(await reader().$count(statementImports)).toBe(1);
    await sealLeftovers(() => (told += 1));
    expect(told).toBe(1);
  });

  it("is sealed in private files by `npm run reseal`, and read until then", async () => {
    const importId = await bringIn(await insertOfficer(), `Ngày;Diễn giải;Ghi có\n22/11/2026;a;1`);
    const path = statementFilePath(importId);
    writeFileSync(join(dataDir, "private", path), NUMBER);
    expect(Buffer.from(await readPrivateFile(path)).toString()).toBe(NUMBER);
    expect(await resealAll()).toMatchObject({ files: { sealedCount: 1 } });
    expect(bytesAtRest().includes(NUMBER)).toBe(false);
    expect(Buffer.from(await readPrivateFile(path)).toString()).toBe(NUMBER);
  });
});
