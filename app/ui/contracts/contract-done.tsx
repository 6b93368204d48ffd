import { CONTRACT_STATUSES, type ContractStatus } from "~/domain/contracts/contract-status";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { isMessageKey } from "~/web/i18n";

/** What the form before this page did: `done` of an address that people keep, so only while it still stands so. */
export function ContractDone(props: { done: string | null; status: ContractStatus }) {
  const t = useT();
  const { done, status } = props;
  const key = `contracts.done_${done}`;
  const isPast = CONTRACT_STATUSES.some((word) => word === done) && done !== status;
  return isMessageKey(key) && !isPast ? <Notice tone="good" title={t(key)} /> : null;
}
