/** What a document is, in the words of Vietnam's food-safety and farming rules (Decree 15/2018 and the standards' own). */
export const DOCUMENT_KINDS = [
  "food_safety_certificate", // Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm
  "food_safety_commitment", // Bản cam kết, which small primary producers sign at the commune instead
  "self_declaration", // Bản tự công bố sản phẩm
  "vietgap",
  "globalgap",
  "organic",
  "haccp",
  "test_report", // Phiếu kết quả kiểm nghiệm
  "quarantine", // Giấy chứng nhận kiểm dịch
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
