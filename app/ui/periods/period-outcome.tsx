import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText, isMessageKey } from "~/web/i18n";

/** What the form before this page did, or why it did not. */
export function PeriodOutcome({ done, problem }: { done: string | null; problem: string | null }) {
  const t = useT();
  const key = `periods.done_${done}`;
  return (
    <>
      {done !== null && isMessageKey(key) ? <Notice tone="good" title={t(key)} /> : null}
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
    </>
  );
}
