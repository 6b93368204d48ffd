import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { noteRefusedNotice } from "~/domain/payments/note-refused-notice.server";
import { readBankNotices } from "~/domain/payments/read-bank-notices";
import {
  verifyBankNotice,
  type NoticeRefusal,
  type SentNotice,
} from "~/domain/payments/verify-bank-notice.server";
import { succeed, type Result } from "~/platform/result";
import { receiveToldLine } from "./receive-told-line.server";

/**
 * Takes in what somebody sent to a provider's door. It may be answered 2xx when this returns success, and not when it
 * throws: what is answered so is never sent again. A genuine notice that cannot be read is kept too: refused, it would
 * be gone after the last retry.
 */
export async function takeNotice(
  provider: NoticeProvider,
  sent: SentNotice,
): Promise<Result<null, NoticeRefusal>> {
  const verified = verifyBankNotice(provider, sent);
  if (!verified.ok) {
    noteRefusedNotice(provider, verified.code);
    return verified;
  }
  const text = new TextDecoder().decode(sent.rawBody);
  for (const line of readBankNotices(provider, text)) await receiveToldLine(provider, line);
  return succeed(null);
}
