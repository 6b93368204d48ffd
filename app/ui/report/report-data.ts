import type { ChannelMonth } from "~/domain/statistics/channel-records";
import type { MethodUse } from "~/domain/statistics/method-versions";
import type { MonthlyReport } from "~/domain/statistics/types-periods";

/** What is on the sheet. */
export type ReportData = Omit<MonthlyReport, "methods"> & {
  methods: MethodUse[];
  channels: ChannelMonth;
  communeNames: Readonly<Record<string, string>>;
  /** With its kind: `Tỉnh Tuyên Quang`. */
  province: string;
};
