import type { Language } from "~/platform/language";
import type { Month } from "~/platform/period";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The public figures, the department's, what goes into them, and the months that are closed and published. */
export const indicatorPaths = {
  statistics: (language: Language) => inLanguage(language, "/statistics"),
  statisticsBreakdown: (language: Language) => inLanguage(language, "/statistics/breakdown.csv"),
  statisticsMethod: (language: Language, version?: number) =>
    inLanguage(language, "/statistics/method") + (version ? `#version-${version}` : ""),
  statisticsChart: (language: Language, query?: Query) =>
    inLanguage(language, "/statistics/chart.svg", query),
  statisticsMap: (language: Language, query?: Query) =>
    inLanguage(language, "/statistics/map.svg", query),
  indicator: (query?: Query) => withQuery("/department/indicator", query),
  indicatorCsv: (query?: Query) => withQuery("/department/indicator.csv", query),
  indicatorChart: (query?: Query) => withQuery("/department/indicator/chart.svg", query),
  /** Which boundaries the maps of communes have. */
  communeMap: (query?: Query) => withQuery("/department/indicator/map", query),
  communeMapFile: (shapesId: string) => `/department/indicator/map/${shapesId}`,
  communeMapDrawing: (shapesId: string, query?: Query) =>
    withQuery(`/department/indicator/map/${shapesId}/drawing.svg`, query),
  /** The orders behind a figure; the query is `recordsFields`. */
  records: (query?: Query) => withQuery("/department/indicator/orders", query),
  recordsCsv: (query?: Query) => withQuery("/department/indicator/orders.csv", query),
  retailTotals: (query?: Query) => withQuery("/department/retail-totals", query),
  retailTable: () => "/department/retail-totals/import",
  retailImport: (importId: string) => `/department/retail-totals/import/${importId}`,
  retailColumns: (importId: string) => `/department/retail-totals/import/${importId}/columns`,
  retailTemplate: (format: "xlsx" | "csv") => `/department/retail-totals/template/mau.${format}`,
  otherChannels: (query?: Query) => withQuery("/department/other-channels", query),
  newChannelSale: (query?: Query) => withQuery("/department/other-channels/new", query),
  channelSale: (recordId: string, query?: Query) =>
    withQuery(`/department/other-channels/${recordId}`, query),
  channelCorrection: (recordId: string) => `/department/other-channels/${recordId}/correction`,
  channelWithdrawal: (recordId: string) => `/department/other-channels/${recordId}/withdrawal`,
  /** The file behind a figure. */
  sourceFile: (fileId: string) => `/department/source-files/${fileId}`,
  /** Communes by the part of their target that they have reached; `year` and `to` in the query. */
  publicRanking: (language: Language, query?: Query) =>
    inLanguage(language, "/statistics/ranking", query),
  publicRankingCsv: (language: Language, query?: Query) =>
    inLanguage(language, "/statistics/ranking.csv", query),
  /** What the department's programmes have come to; `year` in the query. */
  programme: (query?: Query) => withQuery("/department/programme", query),
  communeRanking: (query?: Query) => withQuery("/department/ranking", query),
  communeRankingCsv: (query?: Query) => withQuery("/department/ranking.csv", query),
  /** What communes and the province are asked for; `year` in the query. */
  targets: (query?: Query) => withQuery("/department/targets", query),
  targetEntry: (query?: Query) => withQuery("/department/targets/entry", query),
  /** Of a commune, by its code, or of the province. */
  targetsOf: (place: string, query?: Query) => withQuery(`/department/targets/${place}`, query),
  targetWithdrawal: (place: string, query?: Query) =>
    withQuery(`/department/targets/${place}/withdrawal`, query),
  periods: (query?: Query) => withQuery("/department/periods", query),
  period: (month: Month, query?: Query) => withQuery(`/department/periods/${month}`, query),
  periodClosure: (month: Month) => `/department/periods/${month}/closure`,
  periodRecount: (month: Month) => `/department/periods/${month}/recount`,
  periodPublication: (month: Month) => `/department/periods/${month}/publication`,
  chainCheck: (query?: Query) => withQuery("/department/periods/check", query),
  releaseCalendar: (query?: Query) => withQuery("/department/periods/calendar", query),
  release: (month: Month, query?: Query) =>
    withQuery(`/department/periods/${month}/release`, query),
  releaseWithdrawal: (month: Month) => `/department/periods/${month}/release/withdrawal`,
  edition: (month: Month, edition: number, query?: Query) =>
    withQuery(`/department/periods/${month}/editions/${edition}`, query),
  editionMap: (month: Month, edition: number, query?: Query) =>
    withQuery(`/department/periods/${month}/editions/${edition}/map.svg`, query),
  editionCheck: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/check`,
  editionReport: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/report`,
  editionManifest: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/manifest.json`,
  editionRecords: (month: Month, edition: number) =>
    `/department/periods/${month}/editions/${edition}/records.ndjson`,
} as const;
