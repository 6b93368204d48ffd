import { z } from "zod";

/** Kind of the outbox message that carries a transfer made in the bank simulator. */
export const SIMULATED_NOTICE_KIND = "simulated_bank_notice";

/** What SePay would post for it, field by field (developer.sepay.vn, «Tích hợp webhook»). */
export const simulatedNoticeSchema = z.object({
  id: z.int().min(1),
  gateway: z.string(),
  transactionDate: z.string(),
  accountNumber: z.string(),
  code: z.null(),
  content: z.string(),
  transferType: z.enum(["in", "out"]),
  transferAmount: z.int().min(1),
  accumulated: z.int(),
  subAccount: z.null(),
  referenceCode: z.string(),
  description: z.string(),
});
export type SimulatedNotice = z.infer<typeof simulatedNoticeSchema>;
