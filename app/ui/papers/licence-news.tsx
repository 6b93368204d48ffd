import type { LicenceNews } from "~/domain/catalog/types-lot";
import { formatDate } from "~/platform/period";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a household must know of its licence to sell alcohol, in time; nothing while all is well. */
export function LicenceNotice({ news, link }: { news: LicenceNews | null; link: "link" | "here" }) {
  const t = useT();
  const { query, may } = useDesk();
  if (news === null || news.state === "valid") return null;
  const date = news.until === null ? "" : formatDate(news.until);
  return (
    <Notice
      tone={news.state === "ends_soon" ? "plain" : "attention"}
      title={t(`papers.news_${news.state}`, { date })}
    >
      <p>{t(`papers.newsText_${news.state}`)}</p>
      {link === "link" && may("profile.edit") ? (
        <p>
          <a className="inline-flex min-h-12 items-center" href={paths.householdPapers(query)}>
            {t("papers.title")}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}
