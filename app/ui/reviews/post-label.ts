import type { ModeratedPost } from "~/domain/reviews/types";
import type { Translate } from "~/web/i18n";

/** Names one post among others for readers of screens. */
export function postLabel(t: Translate, post: Pick<ModeratedPost, "kind" | "productName">): string {
  return t("reviews.postLabel", { kind: t(`reviews.kind_${post.kind}`), name: post.productName });
}
