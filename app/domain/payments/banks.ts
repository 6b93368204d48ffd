/** A bank or wallet that takes transfers by VietQR. */
export type Bank = {
  /** NAPAS number, 6 digits. */
  bin: string;
  /** As people say it. */
  shortName: string;
  kind: "bank" | "wallet";
  /** False: published lists disagree about the number; let money go there only after a test transfer. */
  isBinConfirmed: boolean;
};

const bank = (bin: string, shortName: string): Bank => ({
  bin,
  shortName,
  kind: "bank",
  isBinConfirmed: true,
});

/**
 * In the order a list shows them: first the three with a counter in a commune, then the big ones.
 * Source: vietnam-qr-pay 1.5.1 (the test compares); the two last from lists derived from vietqr.io, one of
 * which swaps them. VBSP has no number in any list we found.
 */
export const BANKS: readonly Bank[] = [
  bank("970405", "Agribank"),
  bank("970449", "LPBank"),
  bank("970446", "Co-opBank"),
  bank("970418", "BIDV"),
  bank("970415", "VietinBank"),
  bank("970436", "Vietcombank"),
  bank("970422", "MB Bank"),
  bank("970407", "Techcombank"),
  bank("970416", "ACB"),
  bank("970432", "VPBank"),
  bank("970423", "TPBank"),
  bank("970403", "Sacombank"),
  bank("970437", "HDBank"),
  bank("970441", "VIB"),
  bank("970443", "SHB"),
  bank("970440", "SeABank"),
  bank("970448", "OCB"),
  bank("970426", "MSB"),
  bank("970452", "KienlongBank"),
  bank("970425", "ABBank"),
  bank("970409", "Bac A Bank"),
  bank("970454", "BVBank"),
  bank("970428", "Nam A Bank"),
  bank("970419", "NCB"),
  bank("970429", "SCB"),
  bank("970412", "PVcomBank"),
  bank("970400", "SaigonBank"),
  bank("970431", "Eximbank"),
  bank("970430", "PG Bank"),
  bank("970438", "BaoViet Bank"),
  bank("970427", "VietABank"),
  bank("970433", "VietBank"),
  bank("970414", "MBV"),
  bank("970406", "Vikki Bank"),
  bank("970424", "Shinhan Bank"),
  bank("970421", "VRB"),
  bank("546034", "CAKE"),
  bank("546035", "Ubank"),
  bank("963388", "Timo"),
  bank("963369", "Liobank"),
  { bin: "971025", shortName: "MoMo", kind: "wallet", isBinConfirmed: true },
  { bin: "971133", shortName: "PVcomPay", kind: "wallet", isBinConfirmed: true },
  { bin: "971005", shortName: "Viettel Money", kind: "wallet", isBinConfirmed: false },
  { bin: "971011", shortName: "VNPT Money", kind: "wallet", isBinConfirmed: false },
];

const BANK_BY_BIN: ReadonlyMap<string, Bank> = new Map(BANKS.map((entry) => [entry.bin, entry]));

/** The bank of a BIN, or null; a BIN we do not list may still be a good one. */
export function findBank(bin: string): Bank | null {
  return BANK_BY_BIN.get(bin) ?? null;
}
