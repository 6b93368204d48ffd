import { indentJson } from "~/domain/payments/indent-json";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** What a provider sent, as it came; a stranger's text, so it is shown as text and nothing else. */
export function ToldBody({ label, body }: { label: string; body: string | null }) {
  const t = useT();
  const mark = useMark();
  if (body === null)
    return <Notice tone="attention" title={errorText(t, "evidence_key_missing")} />;
  return (
    <section aria-label={label}>
      <pre dir="ltr" className="card mt-2 p-3 text-sm whitespace-pre-wrap wrap-anywhere">
        {mark(indentJson(body))}
      </pre>
    </section>
  );
}
