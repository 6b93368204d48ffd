/** What the hosted page says, in the two languages of the shop. */

export type Language = "vi" | "en";

type Text = Record<Language, string>;

export const TEXTS = {
  standIn: {
    vi: "Trang thanh toán thử. Đây không phải là Stripe, không trừ tiền của ai.",
    en: "A payment page for tests. This is not Stripe, and nobody is charged.",
  },
  neverRealCard: {
    vi: "Chỉ dùng số thẻ thử. Đừng nhập số thẻ thật.",
    en: "Use test card numbers only. Never type the number of a real card.",
  },
  title: { vi: "Thanh toán bằng thẻ", en: "Pay by card" },
  total: { vi: "Tổng cộng", en: "Total" },
  cardNumber: { vi: "Số thẻ", en: "Card number" },
  expiry: { vi: "Ngày hết hạn (tháng/năm)", en: "Expiry date (month/year)" },
  cvc: { vi: "Mã bảo mật (CVC)", en: "Security code (CVC)" },
  name: { vi: "Tên trên thẻ (không bắt buộc)", en: "Name on card (optional)" },
  email: { vi: "Email (không bắt buộc)", en: "Email (optional)" },
  pay: { vi: "Thanh toán", en: "Pay" },
  back: { vi: "Quay lại", en: "Back" },
  testCards: { vi: "Thẻ thử", en: "Test cards" },
  testCardsHint: {
    vi: "Bấm một dòng để thanh toán bằng thẻ đó.",
    en: "Press one to pay with that card.",
  },
  verifyTitle: { vi: "Xác thực 3-D Secure", en: "3-D Secure verification" },
  verifyText: {
    vi: "Ở đây ngân hàng của bạn sẽ hỏi mã xác thực. Trang thử chỉ hỏi kết quả.",
    en: "Here your bank would ask for a code. This test page asks for the result only.",
  },
  verifyDone: { vi: "Xác thực thành công", en: "Complete authentication" },
  verifyFailed: { vi: "Xác thực thất bại", en: "Fail authentication" },
  expired: { vi: "Phiên thanh toán này đã hết hạn.", en: "This payment session has expired." },
  complete: { vi: "Phiên thanh toán này đã hoàn tất.", en: "This payment session is complete." },
  toShop: { vi: "Về cửa hàng", en: "Back to the shop" },
  notFound: { vi: "Không có phiên thanh toán này.", en: "There is no such payment session." },
  pageGone: { vi: "Không tìm thấy", en: "Not found" },
} satisfies Record<string, Text>;

/** Why a card was refused, by Stripe's decline code, else its error code. */
const REFUSALS: Record<string, Text> = {
  generic_decline: {
    vi: "Thẻ bị từ chối. Hãy dùng thẻ khác.",
    en: "Your card was declined. Use another card.",
  },
  insufficient_funds: {
    vi: "Thẻ không đủ tiền. Hãy dùng thẻ khác.",
    en: "Your card has insufficient funds. Use another card.",
  },
  lost_card: {
    vi: "Thẻ bị từ chối. Hãy dùng thẻ khác.",
    en: "Your card was declined. Use another card.",
  },
  stolen_card: {
    vi: "Thẻ bị từ chối. Hãy dùng thẻ khác.",
    en: "Your card was declined. Use another card.",
  },
  expired_card: { vi: "Thẻ đã hết hạn.", en: "Your card has expired." },
  incorrect_cvc: {
    vi: "Mã bảo mật của thẻ không đúng.",
    en: "Your card's security code is incorrect.",
  },
  processing_error: {
    vi: "Có lỗi khi xử lý thẻ. Hãy thử lại sau ít phút.",
    en: "An error occurred while processing your card. Try again in a little bit.",
  },
  payment_intent_authentication_failure: {
    vi: "Không xác thực được thẻ. Hãy dùng thẻ khác hoặc thử lại.",
    en: "We are unable to authenticate your card. Use another card, or try again.",
  },
  unknown_card: {
    vi: "Đây không phải số thẻ thử. Hãy chọn một thẻ trong danh sách bên dưới.",
    en: "This is not a test card number. Choose one of the list below.",
  },
  incomplete_expiry: {
    vi: "Hãy nhập tháng và năm hết hạn, ví dụ 12/34.",
    en: "Enter the month and year of expiry, such as 12/34.",
  },
  past_expiry: { vi: "Ngày hết hạn đã qua.", en: "The expiry date is in the past." },
  incomplete_cvc: {
    vi: "Hãy nhập mã bảo mật, 3 chữ số.",
    en: "Enter the security code, 3 digits.",
  },
};

const CARDS: Record<string, Text> = {
  approve: { vi: "Được chấp nhận", en: "Approved" },
  decline: { vi: "Bị từ chối", en: "Declined" },
  insufficient: { vi: "Không đủ tiền", en: "Insufficient funds" },
  verify: { vi: "Cần xác thực 3-D Secure", en: "3-D Secure required" },
  dispute: { vi: "Được chấp nhận, sau đó bị khiếu nại", en: "Approved, then disputed" },
  refund_pending: { vi: "Hoàn tiền chậm", en: "Refunds take a while" },
  refund_fails: { vi: "Hoàn tiền thất bại về sau", en: "Refunds fail later" },
  delayed_success: {
    vi: "Chờ xử lý, thành công về sau (không có ở Stripe)",
    en: "Pending, succeeds later (not Stripe's)",
  },
  delayed_failure: {
    vi: "Chờ xử lý, thất bại về sau (không có ở Stripe)",
    en: "Pending, fails later (not Stripe's)",
  },
};

export function refusalText(code: string, language: Language): string {
  return (REFUSALS[code] ?? REFUSALS["generic_decline"])?.[language] ?? code;
}

export function cardText(listedAs: string, language: Language): string {
  return CARDS[listedAs]?.[language] ?? listedAs;
}

/** Decides between the session's own language and the browser's. */
export function languageOf(locale: string | null, acceptLanguage: string | undefined): Language {
  if (locale === "vi" || locale === "en") return locale;
  return /^\s*vi\b/i.test(acceptLanguage ?? "") ? "vi" : "en";
}

export function dong(amount: number, language: Language): string {
  const number = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-US").format(amount);
  return language === "vi" ? `${number} đ` : `₫${number}`;
}
