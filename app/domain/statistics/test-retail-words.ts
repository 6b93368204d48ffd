import type { RetailWords } from "./retail-table";

/** As the catalogue has them in Vietnamese. */
export const TEST_RETAIL_WORDS: RetailWords = {
  head: {
    month: "Tháng",
    kind: "Loại số",
    amount: "Số tiền",
    unit: "Đơn vị",
    stage: "Mức độ",
    publishedOn: "Ngày công bố",
    source: "Nguồn",
  },
  kinds: {
    goods: "Doanh thu bán lẻ hàng hóa",
    goods_services: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng",
  },
  stages: { estimate: "ước tính", preliminary: "sơ bộ", final: "chính thức" },
  units: { billion: "tỷ đồng", million: "triệu đồng", dong: "đồng" },
  note: "Ví dụ",
};
