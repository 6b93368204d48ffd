import { createHmac } from "node:crypto";

/** How providers sign, written apart from the product's code on purpose; and the examples that they published. */

type Fields = Readonly<Record<string, string | number | null>>;

export function payosSignature(data: Fields, secret: string): string {
  const pairs = Object.entries(data).map(([key, value]) => [key, value ?? ""] as const);
  pairs.sort((one, other) => (one[0] > other[0] ? 1 : -1));
  const text = pairs.map(([key, value]) => `${key}=${value}`).join("&");
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** @param data as it is, without anything nested */
export function cassoSignature(data: Fields, secret: string, atMs: number): string {
  const keys = Object.keys(data).toSorted();
  const flat = keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(data[key])}`).join(",");
  const text = `${atMs}.{"data":{${flat}},"error":0}`;
  return `t=${atMs},v1=${createHmac("sha512", secret).update(text).digest("hex")}`;
}

/** payos.vn/docs, «Kiểm tra dữ liệu với signature». */
export const PAYOS_EXAMPLE = {
  secret: "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675",
  body: {
    code: "00",
    desc: "success",
    success: true,
    data: {
      orderCode: 123,
      amount: 3000,
      description: "VQRIO123",
      accountNumber: "12345678",
      reference: "TF230204212323",
      transactionDateTime: "2023-02-04 18:25:00",
      currency: "VND",
      paymentLinkId: "124c33293c43417ab7879e14c8d9eb18",
      code: "00",
      desc: "Thành công",
      counterAccountBankId: "",
      counterAccountBankName: "",
      counterAccountName: "",
      counterAccountNumber: "",
      virtualAccountName: "",
      virtualAccountNumber: "",
    },
    signature: "412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03",
  },
} as const;

/** Casso's example of a receiver of version 2, in PHP, with key, header and body. */
export const CASSO_EXAMPLE = {
  secret: "mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs",
  atMs: 1_727_948_258_788,
  header:
    "t=1727948258788,v1=ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7dde0868fc667faea8e224900fa7904e7c88dfa098032fb2d6b6996856e8b7ff3",
  body: {
    error: 0,
    data: {
      id: 0,
      reference: "MA_GIAO_DICH_THU_NGHIEM",
      description: "giao dich thu nghiem",
      amount: 599000,
      runningBalance: 25000000,
      transactionDateTime: "2024-10-03 15:06:37",
      accountNumber: "88888888",
      bankName: "VPBank",
      bankAbbreviation: "VPB",
      virtualAccountNumber: "",
      virtualAccountName: "",
      counterAccountName: "NGUYEN VAN A",
      counterAccountNumber: "8888888888",
      counterAccountBankId: "970415",
      counterAccountBankName: "VietinBank",
    },
  },
} as const;
