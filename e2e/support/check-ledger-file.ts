import Database from "better-sqlite3";
import { join } from "node:path";

/** Checks a shop's database in plain SQL, apart from the product's own code; answers what does not add up. */
export function checkLedgerFile(dataDir: string): {
  differences: string[];
  deliveredOrders: number;
} {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  const numbers = (sql: string) => database.prepare(sql).get() as Record<string, number>;
  try {
    const differences: string[] = [];
    const bank = numbers(`select
      (select coalesce(sum(amount_vnd), 0) from transfers where debit_account_id = 'bank') as ledger,
      (select coalesce(sum(amount_vnd), 0) from bank_transactions where status in ('matched', 'suspense')) as inbox`);
    if (bank["ledger"] !== bank["inbox"]) differences.push(`bank: ${JSON.stringify(bank)}`);
    const settled = numbers(`select
      (select coalesce(sum(total_vnd), 0) from orders where status = 'delivered') as orders,
      (select coalesce(sum(amount_vnd), 0) from transfers where reason = 'order_settled') as ledger`);
    if (settled["orders"] !== settled["ledger"])
      differences.push(`settled: ${JSON.stringify(settled)}`);
    const commission = numbers(`select
      (select coalesce(sum(l.commission_vnd), 0) from line_items l join orders o on o.id = l.order_id
        where o.status = 'delivered') as lines,
      (select coalesce(sum(amount_vnd), 0) from transfers where credit_account_id = 'commission') as ledger`);
    if (commission["lines"] !== commission["ledger"]) {
      differences.push(`commission: ${JSON.stringify(commission)}`);
    }
    const counted = numbers(`select
      (select coalesce(sum(l.total_vnd), 0) from line_items l join orders o on o.id = l.order_id
        where o.status = 'delivered') as lines,
      (select coalesce(sum(items_vnd), 0) from monthly_sales) as counted`);
    if (counted["lines"] !== counted["counted"])
      differences.push(`counted: ${JSON.stringify(counted)}`);
    const stock = numbers(`select count(*) as wrong from products p where p.available_count <>
      (select coalesce(sum(on_hand_count - reserved_count), 0) from lots l where l.product_id = p.id)`);
    if (stock["wrong"] !== 0) differences.push(`stock: ${stock["wrong"]} products`);
    const { delivered = 0 } = numbers(
      "select count(*) as delivered from orders where status = 'delivered'",
    );
    return { differences, deliveredOrders: delivered };
  } finally {
    database.close();
  }
}
