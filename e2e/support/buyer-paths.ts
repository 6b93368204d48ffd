import { PHONES } from "./journey";
import { signIn } from "./returned-order";

/** The contracts of the demo, by how they stand. */
export const SAMPLE_CONTRACTS = {
  requested: "HD-2M3M4M5",
  offered: "HD-3M4M5M6",
  concluded: "HD-4M5M6M7",
} as const;

/** The buyer's pages of them and of a place on a list, with their keys. */
export async function buyerPaths(
  origin: string,
): Promise<Record<keyof typeof SAMPLE_CONTRACTS | "preorder", string>> {
  const cookie = await signIn(origin, PHONES.buyer);
  const page = await (await fetch(`${origin}/orders`, { headers: { Cookie: cookie } })).text();
  const pathOf = (code: string) => {
    const path = new RegExp(`href="(/[a-z]+/${code}\\?key=[^"]+)"`).exec(page)?.[1];
    if (path === undefined) throw new Error(`the buyer of the demo has no ${code}`);
    return path;
  };
  return {
    requested: pathOf(SAMPLE_CONTRACTS.requested),
    offered: pathOf(SAMPLE_CONTRACTS.offered),
    concluded: pathOf(SAMPLE_CONTRACTS.concluded),
    preorder: pathOf("DT-3M4M5M6"),
  };
}

/** The product whose harvest the demo takes orders ahead of. */
export async function harvestSlug(origin: string): Promise<string> {
  const { preorder } = await buyerPaths(origin);
  const page = await (await fetch(origin + preorder)).text();
  const slug = /href="\/products\/([^"?/]+)" class="underline"/.exec(page)?.[1];
  if (slug === undefined) throw new Error("a place on a list leads to its product");
  return slug;
}

/** A consent of the demo that holds. */
export const SAMPLE_DELEGATION = "GH-MAUGHD2";
/** The sample certificate that waits for the department, and the one that was sent back to the demo's household. */
export const SAMPLE_CERTIFICATES = {
  sent: `cer_${"0".repeat(32)}`,
  sentBack: `cer_${"1".repeat(32)}`,
};

/** The sample of another channel's figure, corrected once. */
export const SAMPLE_CHANNEL_SALE = `chs_${"0".repeat(30)}11`;

/** The sample of a case: an officer finds buyers for oranges and has sent one to a household. */
export const SAMPLE_CASE = {
  id: `sca_${"0".repeat(31)}1`,
  matchId: `sma_${"0".repeat(31)}1`,
} as const;

/** The sample session whose list is open, and the code of its sheet. */
export const SAMPLE_SESSION = { id: `trn_${"0".repeat(31)}3`, code: "TH-MAY4444" } as const;

/** The sample session that a helper planned. */
export const SAMPLE_OWN_SESSION = `trn_${"0".repeat(31)}5`;

/** Of the department: what is asked for in a year, how far it has come, and what came of its programmes. */
export const TARGET_PATHS = [
  "/department/targets",
  "/department/targets/entry",
  "/department/targets/province",
  "/department/targets/province/withdrawal?kind=share_goods_bps",
  "/department/ranking",
  "/department/programme",
];
