import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { formatPhone } from "~/domain/identity/phone";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate, type LocalDate } from "~/platform/period";
import { unreachable } from "~/platform/invariant";
import { contractItemsVnd, contractLineVnd, type ContractTerms } from "./contract-terms";

/** Who sells and who buys, as the text names them. */
export type ContractParties = {
  seller: {
    name: string;
    /** Null: none is stated. */
    taxCode: string | null;
    representative: string;
    phone: string;
    address: string;
  };
  buyer: {
    name: string;
    /** Blank: none was given. */
    taxCode: string;
    representative: string;
    title: string;
    phone: string;
    address: string;
  };
};

/** The words at the head: the State's, and what this is. */
const TITLE_LINES = 5;

/** Which wording below a text was made from; a change of any sentence is a new one. */
const CONTRACT_WORDING = 1;

/**
 * The whole contract as plain text, in Vietnamese: what both confirm, byte for byte. Laws: the Civil Code 91/2015/QH13, the
 * Commercial Law 36/2005/QH11 (article 292: no penalty unless agreed; 302: damages), the Law on Electronic
 * Transactions 20/2023/QH15 and the Law on E-Commerce 122/2025/QH15. Lines end with `\n`.
 */
export function contractText(
  { seller, buyer }: ContractParties,
  terms: ContractTerms,
  { code, version, offeredOn }: { code: string; version: number; offeredOn: LocalDate },
): string {
  const lines = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    "HỢP ĐỒNG MUA BÁN HÀNG HÓA",
    "(hợp đồng điện tử)",
    "",
    `Số: ${code}, bản ${version}, lập ngày ${formatDate(offeredOn)}`,
    `Mẫu lời văn: ${CONTRACT_WORDING}`,
    "",
    "Căn cứ Bộ luật Dân sự số 91/2015/QH13, Luật Thương mại số 36/2005/QH11, Luật Giao dịch điện tử số 20/2023/QH15 và Luật Thương mại điện tử số 122/2025/QH15;",
    "Theo nhu cầu và khả năng của hai bên, hai bên thỏa thuận như sau.",
    "",
    "BÊN BÁN (Bên A)",
    `Tên: ${seller.name}`,
    ...(seller.taxCode === null ? [] : [`Mã số thuế: ${seller.taxCode}`]),
    `Người đại diện: ${seller.representative}`,
    `Địa chỉ: ${seller.address}`,
    `Điện thoại: ${formatPhone(seller.phone)}`,
    "",
    "BÊN MUA (Bên B)",
    `Tên: ${buyer.name}`,
    ...(buyer.taxCode === "" ? [] : [`Mã số thuế: ${buyer.taxCode}`]),
    `Người đại diện: ${buyer.representative}${buyer.title === "" ? "" : `, chức vụ: ${buyer.title}`}`,
    `Địa chỉ nhận hàng: ${buyer.address}`,
    `Điện thoại: ${formatPhone(buyer.phone)}`,
    "",
    ...goods(terms),
    ...delivery(terms),
    ...payment(terms),
    ...fixedArticles(),
    ...lastArticles(terms),
  ];
  return `${lines.join("\n")}\n`;
}

function goods(terms: ContractTerms): string[] {
  const hasAlcohol = terms.lines.some((line) => isAlcohol(line.ocopSet));
  return [
    "Điều 1. Hàng hóa và giá",
    ...terms.lines.map(
      (line, i) =>
        `${i + 1}. ${line.productName} (${line.packLabel}): ${formatInteger(line.quantity, "vi")} x ${formatVnd(line.unitPriceVnd, "vi")} = ${formatVnd(contractLineVnd(line), "vi")}`,
    ),
    `Tổng tiền hàng: ${formatVnd(contractItemsVnd(terms.lines), "vi")}.`,
    "Giá trên đã gồm mọi khoản phải trả cho hàng, kể cả thuế nếu có; cước giao theo Điều 2. Hóa đơn do Bên A lập theo quy định về thuế.",
    ...(hasAlcohol
      ? [
          "Hàng có rượu, bia: Bên B cam kết người đặt và người nhận hàng đủ 18 tuổi, và có giấy phép theo quy định nếu mua để bán lại.",
        ]
      : []),
    "",
  ];
}

function delivery(terms: ContractTerms): string[] {
  const shipping =
    terms.shippingVnd === 0
      ? "Bên A chịu cước giao hàng."
      : `Cước giao hàng: ${formatVnd(terms.shippingVnd, "vi")} mỗi đợt, Bên B trả.`;
  return [
    "Điều 2. Giao hàng",
    `Bên A giao đủ hàng đến địa chỉ nhận hàng của Bên B chậm nhất là hết ngày ${formatDate(terms.deliverBy)}, ${terms.deliveriesMax === 1 ? "trong một đợt" : `nhiều nhất trong ${terms.deliveriesMax} đợt`}. Mỗi đợt là một đơn hàng trên sàn, ghi rõ số lượng.`,
    shipping,
    "Quá ngày đó mà chưa giao đủ thì phần còn lại chỉ được giao tiếp khi hai bên xác nhận một hợp đồng khác.",
    "",
  ];
}

function payment(terms: ContractTerms): string[] {
  return ["Điều 3. Thanh toán", paymentSentence(terms), ""];
}

function paymentSentence({ method, paymentDays }: ContractTerms): string {
  switch (method) {
    case "vietqr":
      return `Bên B chuyển khoản đủ tiền của từng đợt, theo mã VietQR và nội dung chuyển khoản ghi trên đơn hàng, trong ${paymentDays} ngày kể từ khi Bên A lập đơn. Bên A gửi hàng sau khi nhận đủ tiền. Quá hạn mà chưa trả đủ thì đơn hết hiệu lực, tiền đã trả được hoàn lại và hàng của đợt đó chưa tính là đã giao.`;
    case "cod":
      return "Bên B trả đủ tiền của từng đợt khi nhận hàng.";
    default:
      return unreachable(method);
  }
}

function fixedArticles(): string[] {
  return [
    "Điều 4. Chất lượng và kiểm hàng",
    "Hàng đúng loại, đúng khối lượng, còn hạn dùng và đúng như mô tả trên trang bán của Bên A tại ngày lập bản này. Bên B kiểm hàng khi nhận. Hàng hỏng, thiếu hoặc không đúng: Bên B báo trên trang đơn hàng trong thời hạn ghi ở đó; Bên A đổi, bù hoặc trả lại tiền phần hàng ấy.",
    "",
    "Điều 5. Trách nhiệm",
    "Bên nào không làm đúng hợp đồng thì bồi thường thiệt hại thực tế cho bên kia. Hai bên không thỏa thuận phạt vi phạm.",
    "Bên gặp sự kiện bất khả kháng (thiên tai, dịch bệnh, mất mùa vì thời tiết) được miễn trách nhiệm nếu báo ngay cho bên kia; hai bên thỏa thuận lại thời hạn hoặc số lượng.",
    "",
    "Điều 6. Chấm dứt",
    "Hợp đồng chấm dứt khi đã giao đủ hàng; khi một bên báo chấm dứt trên sàn, có ghi lý do; hoặc khi đã quá ngày giao đủ 30 ngày. Đơn hàng đã lập vẫn được thực hiện. Bên chấm dứt không có lý do chính đáng thì bồi thường theo Điều 5. Người mua là người tiêu dùng vẫn có các quyền theo Luật Bảo vệ quyền lợi người tiêu dùng.",
    "",
  ];
}

function lastArticles({ extraTerms, validUntil }: ContractTerms): string[] {
  // A mark before each line: what two people type must not look like an article of the text.
  const typed = extraTerms.split("\n").filter((line) => line !== "");
  const agreed =
    typed.length === 0 ? [] : ["Điều 7. Thỏa thuận khác", ...typed.map((line) => `- ${line}`), ""];
  const next = typed.length === 0 ? 7 : 8;
  return [
    ...agreed,
    `Điều ${next}. Tranh chấp`,
    "Hai bên giải quyết bằng thương lượng, có thể nhờ Sở Công Thương hỗ trợ hòa giải; không được thì đưa ra Tòa án có thẩm quyền.",
    "",
    `Điều ${next + 1}. Hiệu lực`,
    `Bên A đã xác nhận bản này khi gửi báo giá. Hợp đồng có hiệu lực từ lúc Bên B xác nhận đúng bản này trên sàn, chậm nhất hết ngày ${formatDate(validUntil)}. Sàn lưu nguyên văn, mã băm SHA-256 của văn bản, người xác nhận, thời điểm và cách xác nhận của mỗi bên; mỗi bên xem, in và tải về bất cứ lúc nào.`,
    "Sàn là nơi lập và lưu hợp đồng, không phải một bên của hợp đồng.",
  ];
}

export type TextLineKind = "title" | "heading" | "plain";

/** How a line of the text is set on a page; its words stay as they are. */
export function textLineKind(line: string, index: number): TextLineKind {
  if (index < TITLE_LINES) return "title";
  return /^(?:Điều \d+\. |BÊN )/.test(line) ? "heading" : "plain";
}
