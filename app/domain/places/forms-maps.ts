import { z } from "zod";

/** Somebody's yes to a map; `seen`: how often one had been chosen when the page was shown. */
export const mapChoiceForm = z.object({
  seen: z.coerce.number({ error: "map_changed_since" }).int().min(0),
});
