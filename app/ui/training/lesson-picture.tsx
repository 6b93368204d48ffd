import type { ReactNode } from "react";
import type { LessonName } from "~/domain/training/lessons";
import { Scene } from "./picture-kit";
import { GOOD_PHOTO, LIST_PRODUCT, PRICE_PACK } from "./scenes-listing";
import { HAND_OVER, PACK_ORDER, STALL_QR } from "./scenes-orders";
import { KEEP_CODE, PAPERS } from "./scenes-safety";

const PICTURES: Record<LessonName, readonly ReactNode[]> = {
  list_product: LIST_PRODUCT,
  good_photo: GOOD_PHOTO,
  price_pack: PRICE_PACK,
  pack_order: PACK_ORDER,
  hand_over: HAND_OVER,
  stall_qr: STALL_QR,
  keep_code: KEEP_CODE,
  papers: PAPERS,
};

/** The picture of a step, counted from 1; it says no more than the sentence below it, so readers of screens skip it. */
export function LessonPicture({ lesson, step }: { lesson: LessonName; step: number }) {
  return <Scene>{PICTURES[lesson][step - 1]}</Scene>;
}
