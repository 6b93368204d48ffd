import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlcohol, isService } from "../../../app/domain/catalog/ocop-sets";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "../../../app/domain/identity/demo-sign-ins";
import { isPassword } from "../../../app/domain/identity/passwords.server";
import {
  mayMoveOrder,
  type OrderMover,
  type OrderStatus,
} from "../../../app/domain/orders/order-status";
import type { PaymentMethod } from "../../../app/domain/orders/payment-methods";
import { findReferences } from "../../../app/domain/payments/find-references";
import { isOrderReference } from "../../../app/domain/payments/order-reference";
import { parseSepayNotice } from "../../../app/domain/payments/sepay-notice";
import { recountRating } from "../../../app/domain/reviews/recount-rating.server";
import { checkLedger } from "../../../app/domain/settlement/check-ledger.server";
import { checkEdition } from "../../../app/domain/statistics/check-edition.server";
import { listPeriods } from "../../../app/domain/statistics/queries-periods.server";
import { SYSTEM } from "../../../app/domain/audit/actor";
import { recountAll } from "../../../app/domain/flows/recount-all.server";
import { setClock } from "../../../app/platform/clock.server";
import { databaseFile, inTransaction, useDatabaseFile } from "../../../app/platform/db.server";
import { localDateOf, startOfDate } from "../../../app/platform/period";
import { seal, unseal } from "../../../app/platform/seal.server";
import { openTestDatabase } from "../../../app/platform/test-database.server";
import type { Connection } from "../../connect";
import { seedReference } from "../reference/seed-reference";
import { isSeeded, seedStateOf } from "../seed-state";
import { isObtainable } from "./seed-lots";
import { loadProvinceSample, SAMPLE_PROVINCES } from "./province-sample";
import { seedDemo } from "./seed-demo";
import { keepEdition } from "../../../app/domain/statistics/keep-edition.server";
import { snapshotOf } from "../../../app/domain/statistics/take-snapshot.server";

const TODAY = "2026-11-22";
const NOW = startOfDate(TODAY) + 10 * 3_600_000;
const ORDER_COUNT = 500;

describe.each(SAMPLE_PROVINCES)("the samples of %s", (provinceCode) => {
  let close: () => void;
  let connection: Connection;
  const progress: number[] = [];

  beforeAll(async () => {
    close = openTestDatabase({ PROVINCE: provinceCode });
    connection = useDatabaseFile(databaseFile());
    await seedReference(connection, () => undefined);
    const onProgress = (done: number) => progress.push(done);
    await seedDemo(connection, {
      provinceCode,
      orderCount: ORDER_COUNT,
      now: NOW,
      seal,
      periods: { snapshotOf, keepEdition },
      onProgress,
    });
  });
  afterAll(() => close());

  const rows = <Row = unknown[]>(sql: string, ...values: unknown[]) =>
    connection.reader.prepare<unknown[], Row>(sql).raw().all(values);
  const one = (sql: string, ...values: unknown[]) =>
    connection.reader.prepare(sql).pluck().get(values);
  const column = (sql: string) => connection.reader.prepare<[], string>(sql).pluck().all();

  it("are complete, with exactly the orders asked for", () => {
    expect(seedStateOf(connection)).toBe("demo");
    expect(isSeeded(connection)).toBe(true);
    expect(one("SELECT count(*) FROM orders")).toBe(ORDER_COUNT);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    expect(connection.reader.pragma("foreign_key_check")).toEqual([]);
    expect(connection.reader.pragma("integrity_check", { simple: true })).toBe("ok");
  });

  it("have books that are right", async () => {
    expect(await checkLedger()).toEqual([]);
  });

  it("have statistics that a rebuild makes again", async () => {
    const read = () => [
      rows("SELECT * FROM monthly_sales ORDER BY 1, 2, 3, 4, 5, 6, 7"),
      rows("SELECT * FROM monthly_sellers ORDER BY 1, 2, 3, 4, 5"),
      rows("SELECT * FROM province_sales ORDER BY 1, 2, 3, 4"),
      rows("SELECT * FROM province_orders ORDER BY 1, 2, 3"),
      rows("SELECT * FROM province_sellers ORDER BY 1, 2"),
    ];
    const kept = read();
    expect(kept[0]?.length).toBeGreaterThan(50);
    expect(await recountAll(SYSTEM)).toMatchObject({ correctedCount: 0 });
    expect(read()).toEqual(kept);
  });

  it("have months that were closed and published, with proofs that hold, and one that waits", async () => {
    setClock(NOW);
    const periods = await listPeriods();
    setClock();
    const states = periods.map(({ state }) => state);
    expect(states.slice(0, 3)).toEqual(["running", "open", "revised"]);
    expect(states.filter((state) => state === "open")).toHaveLength(1);
    for (const { month, editions, differences } of periods) {
      expect(differences, month).toEqual([]);
      for (const { edition } of editions) expect(await checkEdition(month, edition)).toEqual([]);
    }
  });

  it("have as many packs for sale as lie free in lots that have not expired", () => {
    const wrong = rows(
      `SELECT p.name FROM products p WHERE available_count <>
         (SELECT coalesce(sum(on_hand_count - reserved_count), 0) FROM lots
          WHERE product_id = p.id AND recalled_at IS NULL)`,
    );
    expect(wrong).toEqual([]);
    expect(
      rows("SELECT code FROM lots WHERE expires_on <= ? OR made_on >= ?", TODAY, TODAY),
    ).toEqual([]);
    const reserved = rows(
      `SELECT l.code FROM lots l WHERE reserved_count <>
         (SELECT coalesce(sum(quantity), 0) FROM stock_reservations WHERE lot_id = l.id AND status = 'held')`,
    );
    expect(reserved).toEqual([]);
  });

  it("have papers that are checked, only stated and refused, and one recalled lot with buyers, some told", () => {
    expect(column("SELECT DISTINCT status FROM documents").toSorted()).toEqual([
      "checked",
      "refused",
      "stated",
    ]);
    expect(one("SELECT count(*) FROM documents WHERE number NOT LIKE 'MẪU-%'")).toBe(0);
    expect(one("SELECT count(*) FROM documents WHERE lot_id IS NOT NULL")).toBeGreaterThan(0);
    const [recalled] = rows<[string, number, number]>(
      "SELECT id, product_id, recalled_at FROM lots WHERE recalled_at IS NOT NULL",
    );
    const [lotId = "", productId = "", recalledAt = 0] = recalled ?? [];
    expect(recalledAt).toBeLessThan(startOfDate(TODAY));
    expect(
      rows(
        "SELECT id FROM stock_reservations WHERE lot_id = ? AND created_at > ?",
        lotId,
        recalledAt,
      ),
    ).toEqual([]);
    expect(
      rows("SELECT id FROM stock_reservations WHERE lot_id = ?", lotId).length,
    ).toBeGreaterThan(2);
    expect(one("SELECT available_count FROM products WHERE id = ?", productId)).toBeGreaterThan(0);
    const outcomes = column("SELECT outcome FROM recall_contacts");
    expect(outcomes).toContain("told");
  });

  it("hold the packs of orders that are not shipped", () => {
    const unheld = rows(
      `SELECT o.code FROM orders o JOIN line_items l ON l.order_id = o.id
       WHERE o.status IN ('placed', 'confirmed') AND NOT EXISTS
         (SELECT 1 FROM stock_reservations r
          WHERE r.line_item_id = l.id AND r.status = 'held' AND r.quantity = l.quantity)`,
    );
    expect(unheld).toEqual([]);
  });

  it("have orders whose lives are allowed, oldest first, all before today", () => {
    type Event = [
      string,
      OrderStatus | null,
      OrderStatus,
      OrderMover,
      number,
      OrderStatus,
      PaymentMethod,
    ];
    const events = rows<Event>(
      `SELECT e.order_id, e.from_status, e.to_status, e.moved_by, e.occurred_at, o.status, c.method
       FROM order_events e JOIN orders o ON o.id = e.order_id JOIN checkouts c ON c.id = o.checkout_id
       ORDER BY e.order_id, e.id`,
    );
    const last = new Map<string, { to: OrderStatus; at: number; status: OrderStatus }>();
    for (const [orderId, from, to, by, at, status, method] of events) {
      const before = last.get(orderId);
      expect(before?.to ?? null).toBe(from);
      if (from !== null) expect(mayMoveOrder({ status: from, method }, to, by)).toBe(true);
      expect(at).toBeGreaterThanOrEqual(before?.at ?? 0);
      expect(at).toBeLessThan(startOfDate(TODAY));
      last.set(orderId, { to, at, status });
    }
    expect(last.size).toBe(ORDER_COUNT);
    expect([...last.values()].filter((one) => one.to !== one.status)).toEqual([]);
  });

  it("end in every way", () => {
    const statuses = column("SELECT DISTINCT status FROM orders");
    expect(statuses).toEqual(
      expect.arrayContaining(["delivered", "cancelled", "refused", "expired", "placed", "shipped"]),
    );
    const delivered = Number(one("SELECT count(*) FROM orders WHERE status = 'delivered'"));
    expect(delivered / ORDER_COUNT).toBeGreaterThan(0.8);
    expect(
      rows(
        `SELECT code FROM orders WHERE (status = 'delivered') <> (delivered_on IS NOT NULL)
         OR (delivered_on <> date(delivered_at / 1000 + 7 * 3600, 'unixepoch'))`,
      ),
    ).toEqual([]);
  });

  it("sum up, line by line and order by order", () => {
    const wrong = rows(
      `SELECT o.code FROM orders o WHERE items_vnd <> (SELECT sum(total_vnd) FROM line_items WHERE order_id = o.id)
         OR commission_vnd <> (SELECT sum(commission_vnd) FROM line_items WHERE order_id = o.id)
       UNION ALL
       SELECT c.code FROM checkouts c WHERE total_vnd <> (SELECT sum(total_vnd) FROM orders WHERE checkout_id = c.id)
         OR (total_vnd - (SELECT coalesce(sum(total_vnd), 0) FROM orders WHERE checkout_id = c.id
             AND c.method = 'cod' AND status IN ('cancelled', 'refused'))) NOT IN
           (SELECT CASE WHEN c.method = 'cod' AND status = 'expired' THEN 0 ELSE due_vnd END
            FROM payments WHERE checkout_id = c.id)
         OR 3 < (SELECT count(*) FROM orders WHERE checkout_id = c.id)
         OR (SELECT count(DISTINCT household_id) <> count(*) FROM orders WHERE checkout_id = c.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it("sell alcohol and stays for no cash, and fresh goods in their season only", () => {
    const lines = rows<[number, string, string, string]>(
      `SELECT l.ocop_set, c.method, l.product_name, date(c.placed_at / 1000 + 7 * 3600, 'unixepoch')
       FROM line_items l JOIN orders o ON o.id = l.order_id JOIN checkouts c ON c.id = o.checkout_id`,
    );
    const cash = lines.filter(
      ([set, method]) => method === "cod" && (isAlcohol(set) || isService(set)),
    );
    expect(cash).toEqual([]);
    const { products } = loadProvinceSample(provinceCode);
    const details = new Map(products.map((product) => [product.nameVi, product]));
    const untimely = lines.filter(([, , name, date]) => {
      const product = details.get(name);
      return product && !isObtainable(product, date);
    });
    expect(untimely).toEqual([]);
  });

  it("have references that are valid and found again in what the bank wrote", () => {
    const codes = column("SELECT code FROM checkouts");
    expect(codes.filter((code) => !isOrderReference(code))).toEqual([]);
    const lines = rows<[string, string | null, string, string, string, string, number, number]>(
      `SELECT b.content, p.reference, b.sealed_body, b.id, b.provider_transaction_id, b.account_number, b.amount_vnd, b.occurred_at
       FROM bank_transactions b LEFT JOIN payments p ON p.id = b.payment_id`,
    );
    expect(lines.length).toBeGreaterThan(100);
    for (const [content, reference, sealedBody, id, ...facts] of lines) {
      expect(findReferences(content)).toEqual(reference === null ? [] : [reference]);
      const notice = parseSepayNotice(JSON.parse(unseal(sealedBody, id) ?? ""));
      if (!notice.ok) throw new Error(notice.code);
      const { providerTransactionId, accountNumber, amountVnd, occurredAt } = notice.value;
      expect([providerTransactionId, accountNumber, amountVnd, occurredAt]).toEqual(facts);
    }
  });

  it("sell at the stars of the day, and one certificate has expired", () => {
    const wrong = rows(
      `SELECT l.product_name, l.stars FROM line_items l
       JOIN orders o ON o.id = l.order_id JOIN products p ON p.id = l.product_id
       LEFT JOIN certificates c ON c.id = p.certificate_id
         AND c.issued_on <= date(o.placed_at / 1000 + 7 * 3600, 'unixepoch')
         AND c.expires_on > date(o.placed_at / 1000 + 7 * 3600, 'unixepoch')
       WHERE l.stars <> coalesce(c.stars, 0)`,
    );
    expect(wrong).toEqual([]);
    expect(one("SELECT count(*) FROM certificates WHERE expires_on <= ?", TODAY)).toBe(1);
    expect(
      one(
        "SELECT count(*) FROM certificates WHERE expires_on > ? AND expires_on < '2027-02-20'",
        TODAY,
      ),
    ).toBe(1);
    expect(one("SELECT count(*) FROM certificates WHERE issuer_level = 'district'")).toBe(2);
    expect(
      column("SELECT status FROM certificates WHERE status <> 'confirmed' ORDER BY status"),
    ).toEqual(["sent", "sent_back"]);
    // Each that shows stars is for the product that shows it, and was confirmed.
    expect(
      one(
        `SELECT count(*) FROM products p WHERE p.certificate_id IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM certificate_products c JOIN certificate_steps s USING (certificate_id)
           WHERE c.product_id = p.id AND certificate_id = p.certificate_id AND s.step = 'confirmed')`,
      ),
    ).toBe(0);
    expect(
      column("SELECT decision_number FROM certificates WHERE decision_number NOT LIKE 'MẪU-%'"),
    ).toEqual([]);
  });

  it("let everyone on the sign-in page in", async () => {
    for (const { phone, role } of DEMO_SIGN_INS) {
      const [user] = rows<[string, string]>(
        "SELECT password_hash, role FROM users WHERE phone = ?",
        phone,
      );
      const [hash = "", storedRole] = user ?? [];
      expect(storedRole).toBe(role);
      expect(await isPassword(hash, DEMO_PASSWORD)).toBe(true);
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });

  it("give the desks something to do", () => {
    expect(one("SELECT count(*) FROM households WHERE status = 'pending'")).toBe(1);
    expect(one("SELECT count(*) FROM products WHERE status = 'awaiting_approval'")).toBe(2);
    expect(one("SELECT count(*) FROM bank_transactions WHERE status = 'suspense'")).toBe(3);
    const desk = column(
      `SELECT DISTINCT o.status FROM orders o JOIN household_members m ON m.household_id = o.household_id
       JOIN users u ON u.id = m.user_id WHERE u.phone = '0900000002'`,
    );
    expect(desk).toEqual(expect.arrayContaining(["placed", "confirmed", "shipped", "delivered"]));
    const consents = rows(
      "SELECT count(*), sum(expires_at <= ?), sum(ended_at IS NOT NULL) FROM delegations",
      NOW,
    );
    expect(consents).toEqual([[6, 1, 1]]);
    const helped = "SELECT count(DISTINCT on_behalf_of_id) FROM audit_entries";
    expect(one(helped)).toBe(4); // of six that let the helper work
    const outside = rows(
      `SELECT a.id FROM audit_entries a WHERE a.on_behalf_of_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM delegations d WHERE d.household_id = a.on_behalf_of_id AND d.agent_id = a.actor_id
           AND a.occurred_at BETWEEN d.consented_at AND coalesce(d.ended_at, d.expires_at))`,
    );
    expect(outside).toEqual([]);
  });

  it("have reviews of delivered lines only, most of them content, and questions", () => {
    const reviews = Number(one("SELECT count(*) FROM posts WHERE kind = 'review'"));
    expect(reviews).toBeGreaterThan(80);
    const average = one("SELECT avg(stars) FROM posts WHERE kind = 'review'");
    expect(average).toBeGreaterThan(4);
    expect(average).toBeLessThan(4.7);
    expect(
      rows(
        `SELECT p.id FROM posts p JOIN line_items l ON l.id = p.line_item_id JOIN orders o ON o.id = l.order_id
         WHERE o.status <> 'delivered' OR p.written_at <= o.delivered_at OR p.product_id <> l.product_id
           OR p.household_id <> o.household_id`,
      ),
    ).toEqual([]);
    for (const kind of ["review", "reply", "question", "answer"]) {
      const sql = "SELECT count(*) FROM posts WHERE kind = ? AND status = 'published'";
      expect([kind, Number(one(sql, kind)) > 0]).toEqual([kind, true]);
    }
    expect(one("SELECT count(*) FROM posts WHERE status = 'waiting'")).toBeGreaterThan(2);
    expect(rows("SELECT id FROM posts WHERE sent_at >= ?", startOfDate(TODAY))).toEqual([]);
    const open = one(
      `SELECT count(*) FROM posts p JOIN household_members m ON m.household_id = p.household_id
       JOIN users u ON u.id = m.user_id WHERE u.phone = '0900000002' AND p.kind = 'question'
         AND p.status = 'published' AND NOT EXISTS (SELECT 1 FROM posts a WHERE a.parent_id = p.id)`,
    );
    expect(open).toBeGreaterThan(0);
  });

  it("have stars that a recount makes again", async () => {
    const read = () => rows("SELECT * FROM product_ratings ORDER BY product_id");
    const kept = read();
    const ids = column("SELECT product_id FROM product_ratings");
    expect(ids.length).toBeGreaterThan(10);
    await inTransaction(async (tx) => {
      for (const id of ids) await recountRating(tx, id);
    });
    expect(read()).toEqual(kept);
  });

  it("have thirteen months of retail totals, the newest an estimate, each said to be a sample", () => {
    const latest = rows(
      `SELECT month, kind, stage FROM retail_totals r WHERE published_on =
         (SELECT max(published_on) FROM retail_totals WHERE month = r.month AND kind = r.kind)
       ORDER BY month DESC, kind`,
    );
    expect(latest).toHaveLength(26);
    expect(latest.slice(0, 4)).toEqual([
      ["2026-10", "goods", "estimate"],
      ["2026-10", "goods_services", "estimate"],
      ["2026-09", "goods", "final"],
      ["2026-09", "goods_services", "final"],
    ]);
    expect(one("SELECT count(*) FROM retail_totals")).toBe(32);
    expect(column("SELECT DISTINCT source || is_sample FROM retail_totals")).toEqual([
      "Số mẫu để dùng thử, không phải số liệu chính thức1",
    ]);
    expect(
      rows(
        `SELECT g.month FROM retail_totals g JOIN retail_totals t ON t.month = g.month AND t.stage = g.stage
         WHERE g.kind = 'goods' AND t.kind = 'goods_services' AND g.amount_vnd >= t.amount_vnd`,
      ),
    ).toEqual([]);
  });

  it("have other channels for the last month, one of them corrected and one for a quarter", () => {
    expect(
      rows(
        "SELECT channel, vintage, first_month, last_month FROM channel_sales WHERE last_month = '2026-10' ORDER BY id",
      ),
    ).toEqual([
      ["postmart", 1, "2026-10", "2026-10"],
      ["postmart", 2, "2026-10", "2026-10"],
      ["shopee", 1, "2026-08", "2026-10"],
      ["tiktok_shop", 1, "2026-10", "2026-10"],
      ["own_site", 1, "2026-10", "2026-10"],
    ]);
  });

  it("have gifts for the next Tết as their criterion says, and one more collection", () => {
    const collections = rows<[string, string, string, number]>(
      `SELECT c.slug, c.starts_on, c.ends_on, count(*) FROM collections c
       JOIN collection_products cp ON cp.collection_id = c.id GROUP BY c.id ORDER BY c.position`,
    );
    expect(collections).toHaveLength(2);
    expect(collections[0]?.slice(0, 3)).toEqual([
      "qua-tet-dinh-mui-2027",
      "2026-11-12",
      "2027-02-05",
    ]);
    for (const [slug, , , count] of collections) expect([slug, count >= 3]).toEqual([slug, true]);
    const gifts = rows<[number, string, string]>(
      `SELECT p.ocop_set, p.household_id, p.status FROM collection_products cp
       JOIN collections c ON c.id = cp.collection_id JOIN products p ON p.id = cp.product_id
       WHERE c.position = 1`,
    );
    expect(gifts.length).toBeGreaterThanOrEqual(8);
    expect(gifts.filter(([set]) => isAlcohol(set) || isService(set))).toEqual([]);
    expect(gifts.filter(([, , status]) => status !== "published")).toEqual([]);
    const perSeller = gifts.map(([, seller]) => gifts.filter(([, one]) => one === seller).length);
    expect(Math.max(...perSeller)).toBeLessThanOrEqual(2);
  });

  it("have a household whose new words wait for the department", () => {
    expect(rows("SELECT status, decided_at FROM profile_changes")).toEqual([
      ["awaiting_approval", null],
    ]);
  });

  it("have requests of authorities and people, said to be samples: overdue, due today, answered in time", () => {
    const found = rows(
      "SELECT kind, asked LIKE '%Dữ liệu mẫu%', answered_at <= answer_by, result FROM compliance_requests ORDER BY kind",
    );
    expect(found).toEqual([
      ["authority_information", 1, null, null],
      ["data_access", 1, 1, "done"],
      ["takedown", 1, null, null],
    ]);
    const [overdue, today] = rows(
      "SELECT due_at FROM compliance_requests WHERE due_at IS NOT NULL ORDER BY due_at",
    ).flat();
    expect(Number(overdue)).toBeLessThan(startOfDate(TODAY));
    expect(localDateOf(Number(today))).toBe(TODAY);
  });

  it("mark all of it as samples, with phones of the sample block", () => {
    for (const table of [
      "households",
      "products",
      "certificates",
      "checkouts",
      "posts",
      "retail_totals",
      "channel_sales",
      "collections",
    ]) {
      expect([table, one(`SELECT count(*) FROM ${table} WHERE NOT is_sample`)]).toEqual([table, 0]);
    }
    const phones = column(
      "SELECT phone FROM users UNION SELECT phone FROM households UNION SELECT buyer_phone FROM checkouts",
    );
    expect(phones.filter((phone) => !/^0900\d{6}$/.test(phone))).toEqual([]);
  });
});
