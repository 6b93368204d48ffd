import type { PostKind, RefusalReason } from "../reviews/post-status";

/** What an officer takes down, and what is kept of it as it was shown. */
export const KEPT_KINDS = ["product", "post"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

export type KeptProduct = {
  kind: "product";
  slug: string;
  name: string;
  nameEn: string | null;
  description: string;
  descriptionEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  ocopSet: number;
  priceVnd: number;
  /** Why it was taken down. */
  reason: string;
};

/** Without the name of who wrote it: an account that is deleted leaves none behind. */
export type KeptPost = {
  kind: "post";
  postKind: PostKind;
  stars: number | null;
  text: string;
  productName: string;
  reason: RefusalReason;
  reasonText: string | null;
};

export type KeptContent = KeptProduct | KeptPost;

/** A photo as it was shown; `isLost`: its file was not there any more when it was taken down. */
export type KeptPhoto = { id: string; width: number; height: number; isLost: boolean };
