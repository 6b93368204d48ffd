import type { JoiningStep } from "../../../app/domain/joining/joining-state";
import { DAY_MS, HOUR_MS, startOfDate } from "../../../app/platform/period";
import { joiningSteps } from "../../schema/joining";
import { termsAcceptances } from "../../schema/joining-terms";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";

/** The sentence of `jit_own_goods`, as the migration that made it has it. */
const STATEMENT = "Tôi chỉ bán hàng do hộ, hợp tác xã hoặc cơ sở của tôi trồng, nuôi hoặc làm ra.";
/** From then on the terms that the software comes with are in force. */
const FIRST_TERMS_ON = "2026-01-01";
const NO_PAPERS = "Hộ mẫu: không có giấy tờ thật để xem.";
const NO_ACCOUNT = "Hộ mẫu: không có tài khoản thật.";
const UNREADABLE = "Hộ mẫu: ảnh mờ, xin chụp lại cho rõ chữ.";

type Step = { itemId: string; step: JoiningStep; reason: string | null; by: "member" | "officer" };

const SAID: Step = { itemId: "jit_own_goods", step: "attested", reason: null, by: "member" };
const waived = (itemId: string, reason: string): Step => ({
  itemId,
  step: "waived",
  reason,
  by: "officer",
});

const STEPS: Record<"approved" | "pending", readonly Step[]> = {
  approved: [
    SAID,
    waived("jit_identity", NO_PAPERS),
    waived("jit_food_safety", NO_PAPERS),
    waived("jit_payout_account", NO_ACCOUNT),
  ],
  pending: [
    SAID,
    { itemId: "jit_food_safety", step: "sent", reason: null, by: "member" },
    { itemId: "jit_food_safety", step: "sent_back", reason: UNREADABLE, by: "officer" },
  ],
};

type Joining = {
  id: string;
  status: "approved" | "pending";
  memberId: string | null;
  officerId: string;
  createdAt: number;
};

/** A sample household's yes to the first terms, and what became of its joining list: said, or waived because it is a sample, never shown as seen. */
export function createJoiningInsert({ connection, newId }: SampleWriter) {
  const insert = prepareInsert(connection, joiningSteps);
  const insertYes = prepareInsert(connection, termsAcceptances);
  return ({ id, status, memberId, officerId, createdAt }: Joining) => {
    const acceptedAt = Math.max(createdAt, startOfDate(FIRST_TERMS_ON));
    insertYes({ householdId: id, number: 1, userId: memberId, acceptedAt, isSample: true });
    const startedAt = status === "approved" ? createdAt + DAY_MS / 2 : createdAt;
    STEPS[status].forEach(({ by, ...step }, i) => {
      const occurredAt = startedAt + (i + 1) * (HOUR_MS / 2);
      insert({
        ...step,
        id: newId("jst", occurredAt),
        householdId: id,
        formId: null,
        statement: step.step === "attested" ? STATEMENT : null,
        files: [],
        actorId: by === "member" ? memberId : officerId,
        occurredAt,
        isSample: true,
      });
    });
  };
}
