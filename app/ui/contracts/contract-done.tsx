import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { isMessageKey } from "~/web/i18n";

/** What the form before this page did: `done` of the address. */
export function ContractDone({ done }: { done: string | null }) {
  const t = useT();
  const key = `contracts.done_${done}`;
  return done !== null && isMessageKey(key) ? <Notice tone="good" title={t(key)} /> : null;
}
