import { z } from "zod";
import { shownCount } from "./forms";

/** What the question before a removal said would be lost. */
export const removalForm = z.object({
  productId: z.string({ error: "form_outdated" }),
  photoCount: shownCount,
  packCount: shownCount,
});
