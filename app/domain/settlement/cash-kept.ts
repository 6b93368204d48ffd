/** What of the cash that it took at the door a household keeps: all that it earned by the order, as far as the cash goes. */
export function cashKept(order: {
  totalVnd: number;
  commissionVnd: number;
  cashVnd: number;
}): number {
  return Math.min(order.cashVnd, order.totalVnd - order.commissionVnd);
}
