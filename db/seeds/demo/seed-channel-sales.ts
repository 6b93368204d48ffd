import type { Channel, ChannelMethod, Grade } from "../../../app/domain/statistics/channel-lists";
import { vnd } from "../../../app/platform/money";
import { addMonths, monthOf } from "../../../app/platform/period";
import { channelSales } from "../../schema/statistics-channels";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const SAMPLE_SOURCE = "Số mẫu để dùng thử, không phải số liệu của sàn";
const MILLION = 1_000_000;

type SampleSale = {
  /** Of the record; each has an id that is the same everywhere. */
  number: number;
  vintage: number;
  channel: Channel;
  method: ChannelMethod;
  grade: Grade;
  /** Months before this one, the last one complete being 1. */
  monthsBack: { first: number; last: number };
  millions: number;
};

/** Invented. The first was corrected once; the quarter is shown at its last month. */
const SALES: readonly SampleSale[] = [
  {
    number: 1,
    vintage: 1,
    channel: "postmart",
    method: "tax_data",
    grade: "B",
    monthsBack: { first: 1, last: 1 },
    millions: 7_350,
  },
  {
    number: 1,
    vintage: 2,
    channel: "postmart",
    method: "tax_data",
    grade: "B",
    monthsBack: { first: 1, last: 1 },
    millions: 7_840,
  },
  {
    number: 2,
    vintage: 1,
    channel: "postmart",
    method: "tax_data",
    grade: "B",
    monthsBack: { first: 2, last: 2 },
    millions: 6_920,
  },
  {
    number: 3,
    vintage: 1,
    channel: "shopee",
    method: "market_data",
    grade: "D",
    monthsBack: { first: 3, last: 1 },
    millions: 96_400,
  },
  {
    number: 4,
    vintage: 1,
    channel: "tiktok_shop",
    method: "tax_data",
    grade: "B",
    monthsBack: { first: 1, last: 1 },
    millions: 41_250,
  },
  {
    number: 5,
    vintage: 1,
    channel: "own_site",
    method: "survey",
    grade: "C",
    monthsBack: { first: 1, last: 1 },
    millions: 3_180,
  },
];

/** What was sold on other channels in the last months, as the department would have compiled it. */
export function seedChannelSales({ connection, day }: SampleWriter, enteredById: string): void {
  const insert = prepareInsert(connection, channelSales);
  const thisMonth = monthOf(daysBefore(day, 1)); // on its first day nothing of it has happened yet
  for (const sale of SALES) {
    const { number, vintage, channel, method, grade, monthsBack, millions } = sale;
    const lastMonth = addMonths(thisMonth, -monthsBack.last);
    const receivedOn = `${addMonths(lastMonth, 1)}-01`;
    insert({
      id: `chs_${"0".repeat(30)}${number}${vintage}`,
      recordId: `chs_${"0".repeat(30)}${number}1`,
      vintage,
      firstMonth: addMonths(thisMonth, -monthsBack.first),
      lastMonth,
      channel,
      channelName: "",
      channelKey: channel,
      kind: "goods",
      amountVnd: vnd(millions * MILLION),
      method,
      grade,
      source: SAMPLE_SOURCE,
      receivedOn,
      fileId: null,
      withdrawnReason: null,
      enteredById,
      enteredAt: momentOf(receivedOn, vintage - 1),
      isSample: true,
    });
  }
}
