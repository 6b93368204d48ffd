import Database from "better-sqlite3";
import {
  buildOrderReference,
  ORDER_REFERENCE_SYMBOLS,
} from "../../app/domain/payments/order-reference";

const YEAR_MS = 365 * 86_400_000;
const SYMBOLS = ORDER_REFERENCE_SYMBOLS.length;
/** Odd, so that numbers in a row give references all over the alphabet, each another. */
const SPREAD = 7_919;
/** More than the copies that are made, for numbers whose reference is taken. */
const FAR = 200_000_000;

type Copied = {
  table: string;
  /** The checkout that row `t` belongs to. */
  checkout: string;
  /** Columns that name the row itself and others that are copied with it. */
  ids: readonly string[];
  /** What is different in copy `n` at `at`; of each row `m` counts the copies when there are several. */
  change: Record<string, string>;
  times?: number;
};

const CHECKOUT_OF_ORDER = "(select o.checkout_id from orders o where o.id = t.order_id)";

/** Everything that a checkout writes, as it stands when its orders are delivered, as most are after a year. */
const COPIED: readonly Copied[] = [
  {
    table: "checkouts",
    checkout: "t.id",
    ids: ["id"],
    change: {
      code: "code_of(n)",
      submission_key: "lower(hex(randomblob(16)))",
      buyer_phone: `printf('09%08d', n * ${SPREAD} % 100000000)`,
      status: "'accepted'",
      placed_at: "at",
    },
  },
  {
    table: "orders",
    checkout: "t.checkout_id",
    ids: ["id", "checkout_id"],
    change: {
      code: "code_of(n) || substr(t.code, 10)",
      status: "'delivered'",
      clock_at: "null",
      placed_at: "at",
      confirmed_at: "at",
      shipped_at: "at",
      delivered_at: "at",
      delivered_on: "date(at / 1000, 'unixepoch')",
    },
  },
  { table: "line_items", checkout: CHECKOUT_OF_ORDER, ids: ["id", "order_id"], change: {} },
  {
    table: "order_events",
    checkout: CHECKOUT_OF_ORDER,
    ids: ["id", "order_id"],
    times: 4,
    change: {
      to_status:
        "case m when 0 then 'placed' when 1 then 'confirmed' when 2 then 'shipped' else 'delivered' end",
      occurred_at: "at",
    },
  },
  {
    table: "payments",
    checkout: "t.checkout_id",
    ids: ["id", "checkout_id"],
    change: {
      reference: "code_of(n)",
      opened_at: "at",
      status: "iif(t.status = 'open', 'paid', t.status)",
      captured_vnd: "iif(t.status = 'open', t.due_vnd, 0)",
      paid_at: "iif(t.status = 'open', at, null)",
    },
  },
  {
    table: "stock_reservations",
    checkout:
      "(select o.checkout_id from line_items l join orders o on o.id = l.order_id where l.id = t.line_item_id)",
    ids: ["id", "line_item_id"],
    change: { status: "'consumed'", created_at: "at" },
  },
  {
    table: "audit_entries",
    checkout: "t.subject_id",
    ids: ["id", "subject_id"],
    times: 4,
    change: { occurred_at: "at" },
  },
];

/** What the statistics read of an order. */
const COUNTED: readonly Copied[] = [
  ...COPIED.filter(({ table }) => ["checkouts", "orders", "line_items"].includes(table)),
  {
    table: "return_requests",
    checkout: CHECKOUT_OF_ORDER,
    ids: ["id", "order_id"],
    change: {
      code: "code_of(n) || substr(t.code, 7)",
      refunded_on: "iif(t.refunded_on is null, null, date(at / 1000, 'unixepoch'))",
    },
  },
  {
    table: "return_lines",
    checkout: `(select o.checkout_id from return_requests r join orders o on o.id = r.order_id
      where r.id = t.return_request_id)`,
    ids: ["id", "return_request_id", "line_item_id"],
    change: {},
  },
];

/**
 * Fills the file with so many orders of the past year: copies of the checkouts that are in it, spread over the
 * indexes as real ones are (ids by time, references and keys anywhere). Answers how many orders there are.
 * @param isForCounting only what the statistics read, where tens of millions are wanted
 */
export function growOrders(file: string, orderCount: number, isForCounting = false): number {
  const copiedTables = isForCounting ? COUNTED : COPIED;
  const database = new Database(file);
  try {
    database.pragma("journal_mode = DELETE"); // a log would hold all of it a second time
    database.pragma("synchronous = OFF");
    database.pragma("cache_size = -524288");
    const taken = new Set(database.prepare("select code from checkouts").pluck().all());
    database.function("code_of", { deterministic: true }, (n) => {
      const code = codeOf(Number(n));
      return taken.has(code) ? codeOf(Number(n) + FAR) : code;
    });
    const count = (table: string) =>
      database.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
    const templates = count("checkouts");
    const copies = Math.ceil(((orderCount - count("orders")) / count("orders")) * templates);
    const startAt = Date.now() - YEAR_MS;
    database.transaction(() => {
      database.exec(
        `create temp table template_numbers as select id, row_number() over (order by id) - 1 as k from checkouts`,
      );
      for (const copied of copiedTables) {
        database.exec(
          `create temp table template_${copied.table} as
           select p.k, t.* from ${copied.table} t join template_numbers p on p.id = ${copied.checkout};
           create index temp.template_${copied.table}_k on template_${copied.table}(k)`,
        );
      }
      // One index after another is made faster than all row by row.
      const indexes = indexesOf(database, copiedTables);
      for (const { name } of indexes) database.exec(`drop index ${name}`);
      for (const copied of copiedTables) {
        database
          .prepare(copySql(database, copied))
          .run({ copies, templates, startAt, stepMs: Math.floor(YEAR_MS / copies) });
      }
      for (const { sql } of indexes) database.exec(sql);
      database.exec("delete from notice_feed"); // of last year's orders everybody has heard
    })();
    database.pragma("journal_mode = WAL");
    return count("orders");
  } finally {
    database.close();
  }
}

function indexesOf(database: Database.Database, copied: readonly Copied[]) {
  return database
    .prepare<[string], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
       and tbl_name in (select value from json_each(?))`,
    )
    .all(JSON.stringify(copied.map(({ table }) => table)));
}

function copySql(database: Database.Database, { table, ids, change, times = 1 }: Copied): string {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[];
  const values = columns.map(({ name }) => {
    if (!ids.includes(name)) return change[name] ?? `t.${name}`;
    // 32 digits as in `newId`: the time, then what makes it another.
    const row = name === "id" ? "m" : "0";
    return `substr(t.${name}, 1, 4) || printf('%012x%08x%x', at, n, ${row}) || substr(t.${name}, -11)`;
  });
  // A cross join keeps its order: copy after copy, as time went.
  return `with recursive
      copy(n, at) as (select 0, @startAt union all select n + 1, at + @stepMs from copy where n + 1 < @copies),
      row(m) as (select 0 union all select m + 1 from row where m + 1 < ${times})
    insert into ${table} (${columns.map(({ name }) => name).join(", ")})
    select ${values.join(", ")}
    from copy cross join template_${table} t cross join row where t.k = n % @templates`;
}

function codeOf(n: number): string {
  let left = (n * SPREAD) % SYMBOLS ** 6;
  const indexes = Array.from({ length: 6 }, () => {
    const index = left % SYMBOLS;
    left = Math.floor(left / SYMBOLS);
    return index;
  });
  return buildOrderReference(indexes);
}
