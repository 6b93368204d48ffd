import { afterEach, describe, expect, it, vi } from "vitest";
import { bankTransactionConflicts } from "~db/schema/payments";
import { transfers } from "~db/schema/settlement";
import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { databaseFile, reader, useDatabaseFile } from "~/platform/db.server";
import { settings, useSettings } from "~/platform/env.server";
import {
  AMOUNT_FIELD,
  doors,
  DUE,
  inbox,
  paymentStatus,
  post,
  SECRET,
  SECRETS,
  setUpBankDoors,
  unreadable,
  WORDS,
} from "./test-bank-doors";

/** The three doors are one in all that does not depend on the provider's JSON. */

setUpBankDoors();

const PROVIDERS = ["sepay", "payos", "casso"] as const;

describe.each(PROVIDERS)("%s", (provider) => {
  const words = WORDS[provider];

  it("a genuine notice pays its order, once however often it comes", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post(provider, words())));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await answers[0]?.json()).toEqual({ success: true });
    expect(await paymentStatus()).toBe("paid");
    expect(await inbox()).toMatchObject([{ provider, bankReference: "FT1" }]);
  });

  it("case 26, of banks: either secret is good while one replaces the other, the old one no longer after", async () => {
    const { DATA_DIR } = settings();
    const use = (secret: string) =>
      useSettings({
        DATA_DIR,
        LOG_LEVEL: "error",
        ...Object.fromEntries(Object.keys(SECRETS).map((name) => [name, secret])),
      });
    use(`newer-one-000000001, ${SECRET}`);
    expect((await post(provider, words())).status).toBe(200);
    use("newer-one-000000001");
    expect((await post(provider, words())).status).toBe(401);
    expect((await post(provider, words({ secret: "newer-one-000000001" }))).status).toBe(200);
  });

  describe("case 58: refused, and no trace left, is", () => {
    afterEach(async () => {
      expect(await inbox()).toEqual([]);
      expect(await unreadable()).toEqual([]);
      expect(await paymentStatus()).toBe("open");
    });

    it("a wrong key", async () => {
      expect((await post(provider, words({ secret: "somebody-elses" }))).status).toBe(401);
    });

    it("a missing signature", async () => {
      const { body } = words();
      const bare = JSON.stringify({ ...JSON.parse(body), signature: undefined });
      expect((await post(provider, { body: bare, headers: {} })).status).toBe(401);
      expect((await post(provider, { body: "", headers: {} })).status).toBe(401);
      expect((await post(provider, { body: "null", headers: {} })).status).toBe(401);
    });

    it("case 24, of banks: another amount under the same signature", async () => {
      const { body, headers } = words();
      const altered = body.replace(`:${DUE}`, `:${DUE}0`);
      expect(altered).not.toBe(body);
      expect((await post(provider, { body: altered, headers })).status).toBe(401);
    });

    it("case 27, of banks: anything while no secret is set", async () => {
      const { DATA_DIR } = settings();
      useSettings({ DATA_DIR, LOG_LEVEL: "error", CASSO_WEBHOOK_SECRET: " , " });
      for (const secret of [SECRET, ","]) {
        expect((await post(provider, words({ secret }))).status).toBe(401);
      }
      const headers = { Authorization: "Apikey ", "secure-token": " " };
      expect((await post(provider, { ...words(), headers })).status).toBe(401);
    });

    it("300 KB", async () => {
      const { body, headers } = words();
      const long = { body: body + " ".repeat(300 * 1024), headers };
      expect((await post(provider, long)).status).toBe(413);
    });

    it("JSON that is nested deeper than any stack", async () => {
      const deep = `${'{"data":'.repeat(20_000)}1${"}".repeat(20_000)}`;
      const body = deep.replace("{", `{"signature":"${"0".repeat(64)}",`);
      const { headers } = words();
      expect((await post(provider, { body, headers })).status).toBe(401);
    });

    it("GET", async () => {
      const answer = await doors.knock(`bank/${provider}`, { method: "GET" });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("Allow")).toBe("POST");
    });
  });

  it.each<[string, string | number | null]>([
    ["in words", String(DUE)],
    ["with a fraction", 1.5],
    ["missing", null],
  ])("case 60: an amount %s is kept for a person, once, and moves nothing", async (_, amount) => {
    const odd = () => words({ change: { [AMOUNT_FIELD[provider]]: amount } });
    expect((await post(provider, odd())).status).toBe(200);
    expect((await post(provider, odd())).status).toBe(200);
    expect(await unreadable()).toMatchObject([{ provider, body: odd().body }]);
    expect(await inbox()).toEqual([]);
  });

  it("case 54: its id with another amount changes nothing and is kept apart", async () => {
    await post(provider, words());
    const other = words({ change: { [AMOUNT_FIELD[provider]]: 1 } });
    expect((await post(provider, other)).status).toBe(200);
    expect(await inbox()).toMatchObject([{ amountVnd: DUE }]);
    expect(await reader().select().from(bankTransactionConflicts)).toHaveLength(1);
  });

  it("case 63: a full disk is no 2xx, writes nothing by halves, and the next try counts once", async () => {
    const { writer } = useDatabaseFile(databaseFile());
    const pages = Number(writer.pragma("page_count", { simple: true }));
    writer.pragma(`max_page_count = ${pages}`);
    // So long that no page has room for it.
    const long = words({ change: longMemo(provider) });
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await post(provider, long);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ success: false, error: "failed" });
    expect(String(log.mock.calls)).toMatch(/full/);
    log.mockRestore();
    expect(await inbox()).toEqual([]);
    expect(await reader().select().from(transfers)).toEqual([]);
    expect(await paymentStatus()).toBe("open");
    writer.pragma(`max_page_count = ${pages + 1_000}`);
    for (let i = 0; i < 2; i += 1) expect((await post(provider, long)).status).toBe(200);
    expect(await inbox()).toHaveLength(1);
    expect(await reader().select().from(transfers)).toHaveLength(1);
  });
});

const longMemo = (provider: NoticeProvider) => ({
  [provider === "sepay" ? "content" : "description"]: "khong ma ".repeat(200),
  filler: "x".repeat(100_000),
});
