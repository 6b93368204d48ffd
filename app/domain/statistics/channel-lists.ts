/** Where the province's sellers sell besides Chợ Phiên, as the department compiles it. */
export const CHANNELS = [
  "postmart", // buudien.vn since 2025
  "shopee",
  "tiktok_shop",
  "lazada",
  "own_site", // all the sellers' own sites together
  "other", // with a name
] as const;
export type Channel = (typeof CHANNELS)[number];

/** How the department came by a figure. */
export const CHANNEL_METHODS = [
  "floor_report", // báo cáo của sàn
  "tax_data", // số liệu thuế
  "survey", // khảo sát
  "market_data", // công ty dữ liệu thị trường
  "estimate", // Sở ước tính
] as const;
export type ChannelMethod = (typeof CHANNEL_METHODS)[number];

/** How far a figure can be defended, the best first. */
export const GRADES = [
  "A", // the floor's own signed report for the province
  "B", // administrative data
  "C", // a survey with a stated sample
  "D", // an estimate
] as const;
export type Grade = (typeof GRADES)[number];
