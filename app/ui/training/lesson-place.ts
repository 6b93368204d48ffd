import type { LessonName } from "~/domain/training/lessons";
import { paths } from "~/web/paths";

type DeskQuery = { household?: string };

const PLACES: Record<LessonName, (query: DeskQuery) => string> = {
  list_product: paths.newProduct,
  good_photo: paths.householdProducts,
  price_pack: paths.householdProducts,
  pack_order: (query) => paths.householdOrders({ ...query, status: "placed" }),
  hand_over: paths.householdOrders,
  stall_qr: paths.householdProfile,
  keep_code: () => paths.password(),
  papers: paths.joining,
};

/** Where one does what a lesson shows; who is not signed in is asked to first. */
export function lessonPlace(lesson: LessonName, query: DeskQuery = {}): string {
  return PLACES[lesson](query);
}
