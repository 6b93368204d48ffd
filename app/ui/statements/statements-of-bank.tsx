import { formatVnd } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";

/** On the page of bank lines: how much of the books rests on files that people brought in; nothing where none does. */
export function StatementsOfBank(props: { posted: { lineCount: number; totalVnd: number } }) {
  const t = useT();
  const language = useLanguage();
  const { lineCount, totalVnd } = props.posted;
  if (lineCount === 0) return null;
  const total = formatVnd(totalVnd, language);
  return (
    <p className="my-4 max-w-prose">{t("statements.postedByFiles", { count: lineCount, total })}</p>
  );
}
