import { z } from "zod";
import { STATEMENT_FIELDS, type StatementField, type StatementMapping } from "./statement-columns";

const column = z
  .string()
  .regex(/^\d{1,3}$/, { error: "unexpected" }) // our selects send no other word
  .transform(Number)
  .optional();

const columns = Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, column])) as Record<
  StatementField,
  typeof column
>;

/**
 * Which column holds what, and of which account of ours the file is. One column serves one field, but the number may
 * stand below the day in one cell.
 */
export const columnsForm = z
  .object({ ...columns, account: column, ownAccount: z.string({ error: "unexpected" }) })
  .superRefine((form, context) => {
    const missing = (path: StatementField, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.date === undefined) missing("date", "statement_date_missing");
    if (form.content === undefined) missing("content", "statement_content_missing");
    if (form.credit === undefined && form.amount === undefined) {
      missing("credit", "statement_amount_missing");
    }
    const taken = new Set<number>();
    for (const field of STATEMENT_FIELDS) {
      const chosen = form[field];
      if (chosen === undefined) continue;
      const isBelowDay = field === "reference" && chosen === form.date;
      if (taken.has(chosen) && !isBelowDay) missing(field, "statement_column_twice");
      taken.add(chosen);
    }
  })
  .transform(({ ownAccount, ...chosen }): { ownAccount: string; mapping: StatementMapping } => ({
    ownAccount,
    mapping: Object.fromEntries(
      Object.entries(chosen).filter(([, place]) => place !== undefined),
    ) as StatementMapping,
  }));

/** Somebody's yes to the columns that they were shown; without the rows in error only when that is ticked. */
export const confirmForm = z.object({
  mappedAt: z
    .string({ error: "form_outdated" })
    .regex(/^\d{1,15}$/, { error: "form_outdated" })
    .transform(Number),
  withoutErrors: z.literal("on").optional(),
});
