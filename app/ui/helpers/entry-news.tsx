import type { EntryCode } from "~/domain/households/types-entry";
import { useDesk } from "~/ui/households/use-desk";
import { useMark } from "~/ui/in-language";
import { formatInstant } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Above all else: somebody was handed digits for this account, or came in by some. */
export function EntryNews({ news }: { news: readonly EntryCode[] }) {
  const t = useT();
  const mark = useMark();
  const { query } = useDesk();
  const [newest] = news;
  if (!newest) return null;
  const { makerName, usedAt, madeAt } = newest;
  const values = { name: mark(makerName, "vi"), time: formatInstant(usedAt ?? madeAt) };
  return (
    <Notice
      tone="attention"
      title={t(usedAt === null ? "entry.newsHanded" : "entry.newsUsed", values)}
    >
      <p>{t("entry.notYou")}</p>
      <a className="inline-flex min-h-12 items-center underline" href={paths.entryCodes(query)}>
        {t("entry.newsLink")}
      </a>
    </Notice>
  );
}
