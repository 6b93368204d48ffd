import { formatBillions } from "~/domain/statistics/billions";
import type { ChannelSale } from "~/domain/statistics/channel-records";
import { formatDate } from "~/platform/period";

/** The fields of the form, as texts. */
export type TypedChannelSale = Record<
  | "formId"
  | "channel"
  | "channelName"
  | "firstMonth"
  | "lastMonth"
  | "kind"
  | "amount"
  | "method"
  | "grade"
  | "source"
  | "receivedOn",
  string
>;

/** A figure as somebody would have typed it, to be corrected; amounts are typed the Vietnamese way in every language. */
export function typedChannelSale(sale: ChannelSale, formId: string): TypedChannelSale {
  const { channel, channelName, firstMonth, lastMonth, kind, method, grade, source } = sale;
  return {
    formId,
    channel,
    channelName,
    firstMonth,
    lastMonth,
    kind,
    amount: formatBillions(sale.amountVnd, "vi"),
    method,
    grade,
    source,
    receivedOn: formatDate(sale.receivedOn),
  };
}
