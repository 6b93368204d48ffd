import type { EntryCode } from "~/domain/households/types-entry";
import { CallDepartment } from "~/ui/households/call-department";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/**
 * Above all else: somebody was handed digits for this account, or came in by some. Mostly it was the household itself, so
 * only digits by which somebody may still come in ask for a look at once.
 */
export function EntryNews({ news }: { news: readonly EntryCode[] }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const [newest] = news;
  if (!newest) return null;
  const { id, makerName, usedAt, madeAt } = newest;
  const values = { name: mark(makerName, "vi"), time: formatInstant(usedAt ?? madeAt) };
  const isOpen = usedAt === null;
  return (
    <Notice
      tone={isOpen ? "attention" : "plain"}
      title={t(isOpen ? "entry.newsHanded" : "entry.newsUsed", values)}
    >
      <p>{t(isOpen ? "entry.yoursHanded" : "entry.yoursUsed")}</p>
      <p>{t("entry.notYou")}</p>
      <p className="flex flex-wrap gap-x-6">
        <a
          className="inline-flex min-h-12 items-center font-semibold underline"
          href={paths.entryCodeRefusal(id, query)}
        >
          {t("entry.refuse")}
        </a>
        <a className="inline-flex min-h-12 items-center underline" href={paths.entryCodes(query)}>
          {t("entry.newsLink")}
        </a>
      </p>
      <CallDepartment />
    </Notice>
  );
}
