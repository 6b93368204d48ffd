import type { Month } from "~/platform/period";
import { withQuery, type Query } from "./with-query";

/** The addresses of the indicator and of months that are closed, published and revised. */
export const statisticsPaths = {
  indicator: (query?: Query) => withQuery("/department/indicator", query),
  indicatorCsv: (query?: Query) => withQuery("/department/indicator.csv", query),
  indicatorChart: (query?: Query) => withQuery("/department/indicator/chart.svg", query),
  retailTotals: (query?: Query) => withQuery("/department/retail-totals", query),
  periods: () => "/department/periods",
  period: (month: Month, query?: Query) => withQuery(`/department/periods/${month}`, query),
  periodClosure: (month: Month) => `/department/periods/${month}/closure`,
  periodPublication: (month: Month) => `/department/periods/${month}/publication`,
  edition: (month: Month, edition: number, query?: Query) =>
    withQuery(`/department/periods/${month}/editions/${edition}`, query),
  editionManifest: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/manifest.json`,
  editionRecords: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/records.ndjson`,
};
