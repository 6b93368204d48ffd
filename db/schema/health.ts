import { instant, text } from "../columns";
import { table } from "../dialect";

/** One row that `/healthz` writes and reads back, to know that the disk still takes writes. */
export const healthMarks = table("health_marks", {
  name: text("name").primaryKey(),
  markedAt: instant("marked_at").notNull(),
});
