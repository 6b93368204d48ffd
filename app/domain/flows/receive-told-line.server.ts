import type { NoticeProvider } from "~/domain/payments/bank-notice";
import type { ToldLine } from "~/domain/payments/read-bank-notices";
import { invariant } from "~/platform/invariant";
import { logger } from "~/platform/logger.server";
import { receiveBankNotice, type ReceivedBankNotice } from "./receive-bank-notice.server";
import { receiveUnreadableNotice } from "./receive-unreadable-notice.server";

/** Puts one line, told by a notice or found in a list, where it belongs; answers what it was once that is on the disk. */
export async function receiveToldLine(
  provider: NoticeProvider,
  line: ToldLine,
): Promise<ReceivedBankNotice["kind"] | "unreadable"> {
  if (line.kind === "unreadable") {
    await receiveUnreadableNotice({ provider, rawBody: line.rawBody, fields: line.fields });
    return "unreadable";
  }
  const received = await receiveBankNotice(line);
  invariant(received.ok, "a line that can be read is received");
  logger.info("bank notice received", { provider, kind: received.value.kind });
  return received.value.kind;
}
