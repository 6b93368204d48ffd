/** What an order brings its household: all of it, less commission and what is kept back for the State. */
export function earnedOf(order: {
  totalVnd: number;
  commissionVnd: number;
  vatVnd: number;
  pitVnd: number;
}): number {
  return order.totalVnd - order.commissionVnd - order.vatVnd - order.pitVnd;
}

/** What of the cash that it took at the door a household keeps: all that it earned by the order, as far as the cash goes. */
export function cashKept(order: {
  totalVnd: number;
  commissionVnd: number;
  vatVnd: number;
  pitVnd: number;
  cashVnd: number;
}): number {
  return Math.min(order.cashVnd, earnedOf(order));
}
