import { expect, it } from "vitest";
import { vnd } from "~/platform/money";
import { DUE, PAID, place, receive, setUpTransfers, standing } from "./test-transfers";

setUpTransfers();

/** What banks, wallets and buyers were seen to make of a memo. */
const MANGLINGS: Record<string, (code: string) => string> = {
  "as it was": (code) => code,
  "lower case": (code) => code.toLowerCase(),
  "spaces inside": (code) => `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`,
  "a space between all": (code) => code.split("").join(" "),
  dots: (code) => `${code.slice(0, 4)}.${code.slice(4)}`,
  dashes: (code) => `${code.slice(0, 2)}-${code.slice(2)}`,
  "a line break inside": (code) => `${code.slice(0, 5)}\r\n${code.slice(5)}`,
  "a non-breaking space inside": (code) => `${code.slice(0, 5)}\u00a0${code.slice(5)}`,
  "a bank's number in front": (code) => `MBVCB.3278907687.${code}`,
  "a number in front without a separator": (code) => `0352350917${code}`,
  "a trace behind": (code) => `${code}-CHUYEN TIEN-OQCH0003f2Kd-MOMO0352350917MOMO`,
  "a trace behind without a separator": (code) => `${code}FT24012345678`,
  "both sides": (code) => `CT DEN:412008556910 ${code} FT24133456789; tai Napas`,
  "a name and words in front": (code) => `IBFT NGUYEN VAN A chuyen tien ${code}`,
  "diacritics around": (code) => `Đặng Ứng trả tiền trà ${code} cảm ơn`,
  "decomposed diacritics": (code) => `Trả tiền ${code} ạ`.normalize("NFD"),
  "quotes and brackets": (code) => `"(${code})"`,
  emoji: (code) => `🍵${code}🍵`,
  "the same twice": (code) => `${code} ${code.toLowerCase()}`,
};

it("case 46: there are nineteen", () => expect(Object.keys(MANGLINGS)).toHaveLength(19));

it.each(Object.entries(MANGLINGS))(
  "case 46: an exact payment with %s is matched",
  async (_, mangle) => {
    const checkout = await place();
    const { judgement } = await receive({ content: mangle(checkout.code), amountVnd: vnd(DUE) });
    expect(judgement).toEqual({ status: "matched", reason: "paid" });
    expect(await standing(checkout)).toEqual(PAID);
  },
);
