import { afterEach, beforeEach, expect, it } from "vitest";
import { payees } from "~db/schema/settlement-payees";
import { inTransaction, reader } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import { isSealedWithNewest } from "~/platform/seal.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { enterPayee } from "./enter-payee.server";
import { openPayee } from "./open-payee.server";
import { resealPayees } from "./reseal-payees.server";

const [OLD, NEW] = ["a".repeat(64), "b".repeat(64)];
const ACCOUNT = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
let close: () => void;
let dataDir: string;

const use = (keys: string) =>
  useSettings({ DATA_DIR: dataDir, LOG_LEVEL: "error", PERSONAL_DATA_KEYS: keys });

beforeEach(() => {
  close = openTestDatabase();
  dataDir = settings().DATA_DIR;
  use(OLD);
});
afterEach(() => {
  useSettings({ DATA_DIR: dataDir, LOG_LEVEL: "error" });
  close();
});

it("changes the key of every account, so that the old one can go", async () => {
  const owners = Array.from({ length: 501 }, (_, i) => `chk_${String(i).padStart(4, "0")}`);
  await inTransaction(async (tx) => {
    for (const ownerId of owners) {
      await enterPayee(tx, { ownerId, account: ACCOUNT, enteredById: null, actorId: null });
    }
  });
  use(`${NEW},${OLD}`);
  const first = await inTransaction((tx) => resealPayees(tx, ""));
  expect(first).toEqual({ sealedCount: 500, lostCount: 0, after: "chk_0499" });
  const last = await inTransaction((tx) => resealPayees(tx, first.after ?? ""));
  expect(last).toEqual({ sealedCount: 1, lostCount: 0, after: null });
  use(NEW);
  for (const row of await reader().select().from(payees)) {
    expect(isSealedWithNewest(row.sealedAccount)).toBe(true);
    expect(openPayee(row.ownerId, row)).toEqual(ACCOUNT);
  }
});

it("leaves what no key opens as it is, and says how much of it there is", async () => {
  await inTransaction((tx) =>
    enterPayee(tx, { ownerId: "chk_1", account: ACCOUNT, enteredById: null, actorId: null }),
  );
  use(NEW);
  expect(await inTransaction((tx) => resealPayees(tx, ""))).toMatchObject({ lostCount: 1 });
  use(OLD);
  const [row] = await reader().select().from(payees);
  expect(row && openPayee("chk_1", row)).toEqual(ACCOUNT);
});
