import { now } from "~/platform/clock.server";
import { HOUR_MS } from "~/platform/period";
import type { Message } from "../channel";

/** Test support: a notice on its way to somebody who has everything. */
export function testMessage(change: Partial<Message> = {}): Message {
  return {
    id: "ntc_019ac0ffee0070008000000000000001",
    kind: "order_sent",
    isUrgent: true,
    words: {
      subject: "Chợ Phiên: UQ2222222-1",
      text: "Đơn UQ2222222-1 đã được gửi: VNPost, mã vận đơn EE123VN.",
      shortText: "Đơn UQ2222222-1 đã được gửi: VNPost, mã vận đơn EE123VN.",
      link: "https://cho.example/o/UQ2222222.key",
      footer: "\nKhông muốn nhận nữa: https://cho.example/account/email\n",
      values: { about: "UQ2222222-1", carrier: "VNPost" },
    },
    worthUntil: now() + HOUR_MS,
    phone: "0987654321",
    emails: ["nguoi.mua@example.vn"],
    browsers: [],
    ...change,
  };
}
