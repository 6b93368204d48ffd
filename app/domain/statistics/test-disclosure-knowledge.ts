import type { DisclosedMonth, PublicMonth } from "./disclosed-month";
import type { FigureCode } from "./figure-codes";

export type TestSale = {
  householdId: string;
  communeCode: string;
  ocopSet: number;
  stars: number;
  method: string;
  channel: string;
  itemsVnd: number;
  returnedVnd: number;
};
export type TestOrder = {
  householdId: string;
  communeCode: string;
  method: string;
  channel: string;
  orderCount: number;
  shippingVnd: number;
};
export type TestRows = { sales: readonly TestSale[]; orders: readonly TestOrder[] };

export type Shares = Map<string, { size: number; net: number }>;
/**
 * Something that is published, withheld, or (`isLatent`) part of what is published without being published itself.
 * `least`: what the attacker takes it to be at least; of a cell that is named, more than nothing.
 */
export type Quantity = {
  name: string;
  shares: Shares;
  value: number;
  published: number | null;
  isLatent: boolean;
  least: number;
};

const isWeb = (row: { channel: string }) => row.channel === "web";
const isCash = (row: { method: string }) => row.method === "cod";
const not =
  <Row>(test: (row: Row) => boolean) =>
  (row: Row) =>
    !test(row);

export function sharesOf<Row extends { householdId: string }>(
  rows: readonly Row[],
  of: (row: Row) => readonly [size: number, net: number],
): Shares {
  const shares: Shares = new Map();
  for (const row of rows) {
    const [size, net] = of(row);
    const before = shares.get(row.householdId) ?? { size: 0, net: 0 };
    shares.set(row.householdId, { size: before.size + size, net: before.net + net });
  }
  return shares;
}

const kept = (rows: readonly TestSale[]) =>
  sharesOf(rows, (row) => [row.itemsVnd, row.itemsVnd - row.returnedVnd]);
const counted = (rows: readonly TestOrder[]) =>
  sharesOf(rows, (row) => [row.orderCount, row.orderCount]);
const sellers = (rows: readonly TestSale[]): Shares =>
  new Map(
    [...new Set(rows.filter((row) => row.itemsVnd > 0).map((row) => row.householdId))].map((id) => [
      id,
      { size: 1, net: 1 },
    ]),
  );

/** The rule of the law, written a second time. */
export function passes(shares: Shares): boolean {
  const all = [...shares.values()];
  const isSpread = (amounts: number[]) => {
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    return amounts.every((amount) => amount * 100 <= sum * 85);
  };
  return (
    all.filter(({ size }) => size > 0).length >= 3 &&
    isSpread(all.map(({ size }) => size)) &&
    isSpread(all.map(({ net }) => Math.abs(net)))
  );
}

export const isNobody = (shares: Shares) =>
  [...shares.values()].every(({ size, net }) => size === 0 && net === 0);

/** A share over a known whole tells its part. */
function isTold(figures: DisclosedMonth["figures"], code: FigureCode): boolean {
  const share = `share_${code.replace("sales_", "")}`;
  return (
    figures[code] === "open" ||
    Object.entries(figures).some(([name, one]) => name === share && one === "open")
  );
}

export type Published = { month: PublicMonth; figures: DisclosedMonth["figures"] };

const CELL_CODES = {
  commune: (row: { communeCode: string }) => row.communeCode,
  set: (row: TestSale) => String(row.ocopSet),
  stars: (row: TestSale) => String(row.stars),
  method: (row: { method: string }) => row.method,
};

/** Everything that can be spoken of, and how it is summed. */
export type Knowledge = {
  quantities: Map<string, Quantity>;
  sums: (readonly [string, readonly string[]])[];
  /** What is nothing but a sum: its secrets are the withheld ones of its parts, which are looked at themselves. */
  definitions: Map<string, readonly string[]>;
};

type Saying = { published?: number | null; isLatent?: boolean; least?: number };

export function knowledgeOf({ sales, orders }: TestRows, published: Published): Knowledge {
  const web = sales.filter(isWeb);
  const cameBack = web.some(({ returnedVnd }) => returnedVnd !== 0);
  const nothingCameBack = published.figures.returned === "open" && !cameBack;
  const knowledge: Knowledge = {
    quantities: new Map(),
    sums: [...FIGURE_SUMS],
    definitions: new Map<string, readonly string[]>(DEFINITIONS),
  };
  const rows = {
    sales,
    orders,
    web,
    goods: web.filter((row) => row.ocopSet !== 26),
    services: web.filter((row) => row.ocopSet === 26),
    webOrders: orders.filter(isWeb),
    nothingCameBack,
  };
  knowFigures(knowledge, rows, published);
  for (const dimension of ["commune", "set", "stars", "method"] as const) {
    if (!published.month.withheldDimensions.includes(dimension)) {
      knowCells(knowledge, rows, { dimension, month: published.month });
    }
  }
  return knowledge;
}

type Rows = TestRows & {
  web: TestSale[];
  goods: TestSale[];
  services: TestSale[];
  webOrders: TestOrder[];
  nothingCameBack: boolean;
};

const DEFINITIONS = [
  ["sales_goods_services", ["sales_goods", "services"]],
  ["cashless_value", ["goods_cashless", "services_cashless"]],
  ["cash_value", ["goods_cash", "services_cash"]],
] as const;
const FIGURE_SUMS = [
  ...DEFINITIONS,
  ["sales_goods_services", ["cashless_value", "cash_value"]],
  ["sales_goods", ["goods_cashless", "goods_cash"]],
  ["services", ["services_cashless", "services_cash"]],
  ["orders", ["cashless_orders", "cash_orders"]],
] as const;

function valueOf(shares: Shares): number {
  return [...shares.values()].reduce((sum, { net }) => sum + net, 0);
}

function sayerOf({ quantities }: Knowledge) {
  return (name: string, shares: Shares, say: Saying = {}) => {
    const value = valueOf(shares);
    const { published = null, isLatent = false, least = 0 } = say;
    if (published !== null && published !== value) throw new Error(`${name} is published wrong`);
    quantities.set(name, { name, shares, value, published, isLatent, least });
  };
}

function knowFigures(knowledge: Knowledge, rows: Rows, { figures, month }: Published) {
  const { sales, orders, web, goods, services, webOrders } = rows;
  const say = sayerOf(knowledge);
  const least = rows.nothingCameBack ? 0 : -Infinity;
  const figure = (code: FigureCode, shares: Shares, atLeast = 0) => {
    const published = isTold(figures, code) ? valueOf(shares) : null;
    // A share of nobody may be withheld with its whole; that it is a zero is no secret.
    const isLatent = code.startsWith("cashless") && isNobody(shares);
    say(code, shares, { published, least: atLeast, isLatent });
  };
  figure("sales_goods", kept(goods), least);
  figure("services", kept(services), least);
  figure("sales_goods_services", kept(web), least);
  figure("cashless_value", kept(web.filter(not(isCash))), least);
  const returned = sharesOf(web, (row) => [row.returnedVnd, row.returnedVnd]);
  figure("returned", returned);
  const shipping = sharesOf(orders, (row) => [0, row.shippingVnd]);
  for (const share of shipping.values()) share.size = Math.abs(share.net);
  figure("shipping", shipping, -Infinity);
  figure("orders", counted(webOrders));
  figure("cashless_orders", counted(webOrders.filter(not(isCash))));
  for (const channel of ["assisted", "wholesale"] as const) {
    const own = sales.filter((row) => row.channel === channel);
    figure(channel, kept(own), -Infinity);
    figure(`${channel}_orders`, counted(orders.filter((row) => row.channel === channel)));
  }
  const latent = { isLatent: true, least };
  say("cash_value", kept(web.filter(isCash)), latent);
  say("goods_cashless", kept(goods.filter(not(isCash))), latent);
  say("goods_cash", kept(goods.filter(isCash)), latent);
  say("services_cashless", kept(services.filter(not(isCash))), latent);
  say("services_cash", kept(services.filter(isCash)), latent);
  say("cash_orders", counted(webOrders.filter(isCash)), { isLatent: true });
  say("total sellers", sellers(goods), { published: month.total.sellerCount });
}

function knowCells(
  knowledge: Knowledge,
  { goods, webOrders, nothingCameBack }: Rows,
  { dimension, month }: { dimension: keyof typeof CELL_CODES; month: PublicMonth },
) {
  const say = sayerOf(knowledge);
  const cells = month.cells.filter((cell) => cell.dimension === dimension);
  // Without goods there is nothing to break down, and no order count either.
  if (cells.length === 0) return;
  const hasOrders = dimension === "commune" || dimension === "method";
  for (const { code, disclosure, salesVnd, sellerCount, orderCount } of cells) {
    const name = `${dimension} ${code}`;
    const own = goods.filter((row) => CELL_CODES[dimension](row) === code);
    const named = disclosure === "withheld" ? 1 : 0;
    const least = nothingCameBack ? named : -Infinity;
    say(`${name} sales`, kept(own), { published: salesVnd, least });
    say(`${name} sellers`, sellers(own), { published: sellerCount, least: named });
    if (!hasOrders) continue;
    const codeOf = CELL_CODES[dimension];
    const orders = counted(webOrders.filter((row) => codeOf(row) === code));
    say(`${name} orders`, orders, { published: orderCount, least: named });
  }
  const every = (what: string, of: typeof cells = cells) =>
    of.map(({ code }) => `${dimension} ${code} ${what}`);
  const { sums } = knowledge;
  sums.push(["sales_goods", every("sales")]);
  if (dimension === "commune") sums.push(["total sellers", every("sellers")]);
  if (hasOrders) sums.push(["orders", every("orders")]);
  if (dimension !== "method") return;
  const cash = cells.filter(({ code }) => code === "cod");
  const cashless = cells.filter(({ code }) => code !== "cod");
  for (const [whole, parts] of [
    ["goods_cash", every("sales", cash)],
    ["goods_cashless", every("sales", cashless)],
    ["cash_orders", every("orders", cash)],
    ["cashless_orders", every("orders", cashless)],
  ] as const) {
    sums.push([whole, parts]);
    knowledge.definitions.set(whole, parts);
  }
}
