import { BANKS, findBank } from "~/domain/payments/banks";
import { fold } from "~/platform/fold";

/**
 * Mobile Money of the three telecoms. Published lists disagree on the NAPAS numbers of two and know none of the third, so
 * no transfer of the bank goes there: it is sent by hand in the telecom's own app, and two people say so.
 */
export const WALLETS = [
  { id: "MM-VIETTEL", name: "Viettel Money" },
  { id: "MM-VNPT", name: "VNPT Money" },
  { id: "MM-MOBIFONE", name: "MobiFone Money" },
] as const;

/** Everywhere that a household can be paid. */
export const PAYOUT_PLACES: readonly { id: string; name: string; kind: "bank" | "wallet" }[] = [
  ...BANKS.filter(({ isBinConfirmed }) => isBinConfirmed).map(({ bin, shortName }) => ({
    id: bin,
    name: shortName,
    kind: "bank" as const,
  })),
  ...WALLETS.map(({ id, name }) => ({ id, name, kind: "wallet" as const })),
];

export function isWallet(bankBin: string): boolean {
  return WALLETS.some(({ id }) => id === bankBin);
}

/** How people call the place that an account is at. */
export function payeePlaceName(bankBin: string): string {
  const wallet = WALLETS.find(({ id }) => id === bankBin);
  return wallet?.name ?? findBank(bankBin)?.shortName ?? bankBin;
}

/** The telecom that a person names: `Viettel`, `vnpt money`. */
export function walletOf(typed: string): (typeof WALLETS)[number] | null {
  const [word = ""] = fold(typed).trim().split(/\s+/);
  return WALLETS.find(({ name }) => fold(name).split(" ")[0] === word) ?? null;
}
