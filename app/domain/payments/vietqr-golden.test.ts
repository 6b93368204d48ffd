import { describe, expect, test } from "vitest";
import { QRPay } from "vietnam-qr-pay";
import { encodeVietQr } from "./vietqr-encode";
import { parseVietQr } from "./vietqr-parse";

const napas = (bankBin: string, accountNumber: string, accountKind = "account") => ({
  scheme: "napas",
  bankBin,
  accountNumber,
  accountKind,
});

// Strings printed by NAPAS or made by banks, and two computed apart from this code (design: domain, C2).
const GOLDEN: readonly (readonly [name: string, text: string, reads: object])[] = [
  [
    "NAPAS static account",
    "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
    { initiation: "static", payee: napas("970403", "0011012345678"), amountVnd: null, memo: null },
  ],
  [
    "NAPAS static card",
    "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52",
    { payee: napas("970403", "9704031101234567", "card") },
  ],
  [
    "NAPAS dynamic account",
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
    {
      initiation: "dynamic",
      amountVnd: 180_000,
      billNumber: "NPS6869",
      memo: "thanh toan don hang",
    },
  ],
  [
    "NAPAS dynamic card",
    "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203",
    {
      initiation: "dynamic",
      payee: napas("970403", "9704031101234567", "card"),
      amountVnd: 180_000,
    },
  ],
  [
    "ACB static",
    "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
    { payee: napas("970416", "257678859") },
  ],
  [
    "ACB dynamic 10000",
    "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
    { amountVnd: 10_000, memo: "Chuyen tien" },
  ],
  [
    "ACB dynamic 1000",
    "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8",
    { amountVnd: 1_000 },
  ],
  [
    "Techcombank, checksum with a leading zero",
    "00020101021138580010A000000727012800069704070114190304136010180208QRIBFTTA53037045802VN63040283",
    { payee: napas("970407", "19030413601018") },
  ],
  [
    "MB, checksum in lower case",
    "00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479db",
    { payee: napas("970422", "0352350917") },
  ],
  [
    "VietinBank",
    "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C",
    { payee: napas("970415", "0011001932418"), amountVnd: 120_000, memo: "ung ho lu lut" },
  ],
  [
    "MoMo",
    "00020101021138620010A000000727013200069710250118PSP1234567890000000208QRIBFTTA53037045802VN62190515MOMOW2W123456786304821F",
    { payee: napas("971025", "PSP123456789000000"), reference: "MOMOW2W12345678" },
  ],
  [
    "ZaloPay",
    "00020101021138620010A00000072701320006970454011899ZP24009M072482670208QRIBFTTA53037045802VN6304073C",
    { payee: napas("970454", "99ZP24009M07248267") },
  ],
  [
    "VNPAY with an amount",
    "00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES62600312CPSHN ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685",
    {
      initiation: "static",
      payee: { scheme: "vnpay", merchantId: "0105313144" },
      amountVnd: 21_090_000,
      merchantName: "CELLPHONES",
      storeLabel: "CPSHN ONLINE",
      reference: "02190806161312785",
      terminalLabel: "ONLHN",
      memo: "CellphoneS",
    },
  ],
  [
    "VNPAY static",
    "00020101021126280010A000000775011001087990425204597753037045802VN5909MYPHAMHER6005HANOI62260311MY PHAM HER0707MPHER0163041C50",
    {
      initiation: "static",
      payee: { scheme: "vnpay", merchantId: "0108799042" },
      amountVnd: null,
      merchantName: "MYPHAMHER",
      merchantCity: "HANOI",
    },
  ],
  [
    "computed, Agribank",
    "00020101021238570010A00000072701270006970405011388880000123450208QRIBFTTA530370454061850005802VN62130809OCOP7K3M96304A591",
    { payee: napas("970405", "8888000012345"), amountVnd: 185_000, memo: "OCOP7K3M9" },
  ],
  [
    "computed, Sacombank",
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62130809OCOP7K3M96304E21A",
    { payee: napas("970403", "0011012345678"), amountVnd: 180_000, memo: "OCOP7K3M9" },
  ],
];

describe("case 43: genuine strings", () => {
  test.each(GOLDEN)("reads %s", (_name, text, reads) => {
    expect(parseVietQr(text)).toMatchObject({ ok: true, value: reads });
  });

  test.each(GOLDEN)("and so does vietnam-qr-pay: %s", (_name, text) => {
    const theirs = new QRPay(text);
    const ours = parseVietQr(text);
    if (!ours.ok) throw new Error(ours.code);
    expect(theirs.isValid).toBe(true);
    expect(String(ours.value.amountVnd ?? undefined)).toBe(String(theirs.amount));
    expect(ours.value.memo ?? undefined).toBe(theirs.additionalData.purpose);
    if (ours.value.payee.scheme === "vnpay")
      expect(ours.value.payee.merchantId).toBe(theirs.merchant.id);
    else expect(ours.value.payee.accountNumber).toBe(theirs.consumer.bankNumber);
  });

  test.each(GOLDEN)("with any one character changed is refused: %s", (_name, text) => {
    for (let i = 0; i < text.length; i += 1) {
      const here = text.charAt(i);
      const others = new Set([
        "0",
        "1",
        "2",
        "7",
        "9",
        "A",
        "F",
        "Z",
        "a",
        "f",
        " ",
        "\u0000",
        "é",
        swapCase(here),
        String.fromCharCode(here.charCodeAt(0) ^ 1),
      ]);
      others.delete(here);
      for (const other of others) {
        const damaged = text.slice(0, i) + other + text.slice(i + 1);
        // The one letter of a checksum in its other case is the same checksum, read to the same thing.
        const isSameChecksum = i >= text.length - 4 && other.toUpperCase() === here.toUpperCase();
        if (isSameChecksum && codeOf(damaged) === "accepted")
          expect(parseVietQr(damaged)).toEqual(parseVietQr(text));
        else expect(codeOf(damaged), `${i}: ${other}`).not.toBe("accepted");
      }
    }
  });

  test("in a hundred thousand, with any character anywhere set to another, are refused", () => {
    let seed = 20_261_126;
    const whole = (max: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0; // Knuth's and Lewis's generator
      return (seed >>> 8) % max;
    };
    for (let i = 0; i < 100_000; i += 1) {
      const text = GOLDEN[i % GOLDEN.length]?.[1] ?? "";
      const at = whole(text.length);
      const other = String.fromCharCode(whole(10) === 0 ? whole(0xffff) : 32 + whole(95));
      const here = text.charAt(at);
      if (other === here) continue;
      if (at >= text.length - 4 && other.toUpperCase() === here.toUpperCase()) continue; // one checksum in either case
      const damaged = text.slice(0, at) + other + text.slice(at + 1);
      if (parseVietQr(damaged).ok) expect.fail(`accepted: ${damaged}`);
    }
  });

  test.each(GOLDEN)(
    "with a character lost, doubled or swapped with its neighbour is refused: %s",
    (_name, text) => {
      for (let i = 0; i < text.length; i += 1) {
        expect(codeOf(text.slice(0, i) + text.slice(i + 1))).not.toBe("accepted");
        expect(codeOf(text.slice(0, i) + text.charAt(i) + text.slice(i))).not.toBe("accepted");
        const swapped = text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2);
        if (swapped !== text) expect(codeOf(swapped)).not.toBe("accepted");
      }
    },
  );
});

describe("the encoder", () => {
  /** What our encoder writes for what our parser read; empty when it refuses. */
  function rebuilt(text: string): string {
    const parsed = parseVietQr(text);
    if (!parsed.ok || parsed.value.payee.scheme !== "napas") return "";
    const { bankBin, accountNumber } = parsed.value.payee;
    const amountVnd = parsed.value.amountVnd ?? undefined;
    const encoded = encodeVietQr({
      bankBin,
      accountNumber,
      amountVnd,
      memo: parsed.value.memo ?? undefined,
    });
    return encoded.ok ? encoded.value : "";
  }

  test("rebuilds exactly those that pay into an account and say nothing it has no field for", () => {
    const names = GOLDEN.filter(([, text]) => rebuilt(text) === text).map(([name]) => name);
    expect(names).toEqual([
      "NAPAS static account",
      "ACB static",
      "ACB dynamic 10000",
      "ACB dynamic 1000",
      "Techcombank, checksum with a leading zero",
      "VietinBank",
      "ZaloPay",
      "computed, Agribank",
      "computed, Sacombank",
    ]);
  });

  test("rebuilds MB's with its checksum in upper case", () => {
    const text = GOLDEN.find(([name]) => name.startsWith("MB"))?.[1] ?? "";
    expect(rebuilt(text)).toBe(text.slice(0, -4) + text.slice(-4).toUpperCase());
  });
});

function codeOf(text: string): string {
  const parsed = parseVietQr(text);
  return parsed.ok ? "accepted" : parsed.code;
}

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
