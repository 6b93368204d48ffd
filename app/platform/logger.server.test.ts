import { afterAll, beforeAll, expect, it } from "vitest";
import { unreadableNotices } from "~db/schema/payments";
import { inTransaction } from "./db.server";
import { errorFields } from "./logger.server";
import { openTestDatabase } from "./test-database.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

it("case 76: of a query that failed the log gets the reason, and none of its values", async () => {
  const row = { id: "unr_1", provider: "payos" as const, contentHash: "h", receivedAt: 1 };
  const sealedBody = "s1.9704111122223333";
  const keepTwice = inTransaction(async (tx) => {
    await tx.insert(unreadableNotices).values({ ...row, sealedBody });
    await tx.insert(unreadableNotices).values({ ...row, sealedBody });
  });
  const thrown: unknown = await keepTwice.catch((error: unknown) => error);
  const logged = JSON.stringify(errorFields(thrown));
  expect(logged).not.toContain("9704111122223333");
  expect(logged).toContain("UNIQUE constraint failed");
});
