/** How firm the statistics office's figure is; every vintage is kept. */
export const RETAIL_STAGES = [
  "estimate", // ước tính
  "preliminary", // sơ bộ
  "final", // chính thức
] as const;
export type RetailStage = (typeof RETAIL_STAGES)[number];

/** Two denominators that are never mixed; each is part of its share's name. */
export const RETAIL_KINDS = [
  "goods", // doanh thu bán lẻ hàng hóa
  "goods_services", // tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng
] as const;
export type RetailKind = (typeof RETAIL_KINDS)[number];
