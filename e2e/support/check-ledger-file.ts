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
      (select coalesce(sum(case when debit_account_id = 'bank' then amount_vnd else -amount_vnd end), 0)
        from transfers where 'bank' in (debit_account_id, credit_account_id) and reason <> 'opening_balance') as ledger,
      (select coalesce(sum(case when direction = 'in' then amount_vnd else -amount_vnd end), 0)
        from bank_transactions where status in ('matched', 'suspense')) as inbox`);
    if (bank["ledger"] !== bank["inbox"]) differences.push(`bank: ${JSON.stringify(bank)}`);
    const settled = numbers(`select
      (select coalesce(sum(total_vnd), 0) from orders where status = 'delivered') as orders,
      (select coalesce(sum(amount_vnd), 0) from transfers where reason = 'order_settled') as ledger`);
    if (settled["orders"] !== settled["ledger"])
      differences.push(`settled: ${JSON.stringify(settled)}`);
    const commission = numbers(`select
      (select coalesce(sum(l.commission_vnd), 0) from line_items l join orders o on o.id = l.order_id
        where o.status = 'delivered') as lines,
      (select coalesce(sum(amount_vnd), 0) from transfers where credit_account_id = 'commission'
        and reason = 'commission_taken') as ledger`);
    if (commission["lines"] !== commission["ledger"]) {
      differences.push(`commission: ${JSON.stringify(commission)}`);
    }
    const counted = numbers(`select
      (select coalesce(sum(l.total_vnd), 0) from line_items l join orders o on o.id = l.order_id
        where o.status = 'delivered') as lines,
      (select coalesce(sum(items_vnd), 0) from monthly_sales) as counted`);
    if (counted["lines"] !== counted["counted"])
      differences.push(`counted: ${JSON.stringify(counted)}`);
    const returned = numbers(`select
      (select coalesce(sum(refund_vnd), 0) from return_requests where refunded_on is not null) as requests,
      (select coalesce(sum(amount_vnd), 0) from transfers where reason = 'sale_returned') as ledger,
      (select coalesce(sum(l.refunded_count * i.unit_price_vnd), 0) from return_lines l
        join line_items i on i.id = l.line_item_id join return_requests r on r.id = l.return_request_id
        where r.refunded_on is not null) as lines,
      (select coalesce(sum(returned_vnd), 0) from monthly_sales) as counted,
      (select coalesce(sum(shipping_vnd), 0) from return_requests) as shipping`);
    if (
      returned["requests"] !== returned["ledger"] ||
      returned["lines"] !== returned["counted"] ||
      returned["requests"] !== (returned["lines"] ?? 0) + (returned["shipping"] ?? 0)
    ) {
      differences.push(`returned: ${JSON.stringify(returned)}`);
    }
    const fallen = numbers(`select
      (select coalesce(sum(o.total_vnd - o.voucher_vnd), 0) from orders o join checkouts c on c.id = o.checkout_id
        where c.method not in ('cod', 'vietqr_on_delivery') and o.status in ('cancelled', 'refused', 'lost')) as orders,
      (select coalesce(sum(amount_vnd), 0) from transfers
        where reason = 'order_refund_due' and reference_kind = 'order') as ledger`);
    if (fallen["orders"] !== fallen["ledger"])
      differences.push(`fallen: ${JSON.stringify(fallen)}`);
    const held = numbers(`select coalesce(sum(case kind
      when 'bank' then balance_vnd when 'courier' then balance_vnd when 'household_cash' then balance_vnd
      when 'household_debt' then balance_vnd else 0 end), 0) as assets, -coalesce(sum(case kind
      when 'bank' then 0 when 'courier' then 0 when 'household_cash' then 0 when 'household_debt' then 0
      else balance_vnd end), 0) as owed from account_balances`);
    if (held["assets"] !== held["owed"]) differences.push(`held: ${JSON.stringify(held)}`);
    const stock = numbers(`select count(*) as wrong from products p where p.available_count <>
      (select coalesce(sum(on_hand_count - reserved_count), 0) from lots l where l.product_id = p.id and l.recalled_at is null)`);
    if (stock["wrong"] !== 0) differences.push(`stock: ${stock["wrong"]} products`);
    const { delivered = 0 } = numbers(
      "select count(*) as delivered from orders where status = 'delivered'",
    );
    return { differences, deliveredOrders: delivered };
  } finally {
    database.close();
  }
}
