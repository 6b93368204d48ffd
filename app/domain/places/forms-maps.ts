import { z } from "zod";

/** The boundaries of the page, or squares; `seen`: how often a map had been chosen when the page was shown. */
export const mapChoiceForm = z.object({
  map: z.enum(["shapes", "squares"], { error: "map_not_found" }),
  seen: z.coerce.number({ error: "map_changed_since" }).int().min(0),
});
