/** What a document is, in the words of Vietnam's food-safety and farming rules (Decree 15/2018 and the standards' own). */
export const LOT_DOCUMENT_KINDS = [
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

/** Without one that is checked and valid a household sells no alcohol (Law on Prevention of Alcohol Harm 2019). */
export const LICENCE_KINDS = [
  "alcohol_production_licence", // Giấy phép sản xuất rượu, with which a maker sells its own
  "alcohol_retail_licence", // Giấy phép bán lẻ rượu
] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

export const DOCUMENT_KINDS = [...LOT_DOCUMENT_KINDS, ...LICENCE_KINDS] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export function isLicence(kind: DocumentKind): kind is LicenceKind {
  return (LICENCE_KINDS as readonly string[]).includes(kind);
}
