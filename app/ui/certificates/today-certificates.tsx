import type { CertificateNews } from "~/domain/certificates/types";
import { useDesk } from "~/ui/households/use-desk";
import { WorkList, WorkRow } from "~/ui/households/work-row";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On a household's desk: what is to be done about its certificates; nothing while all is well. */
export function TodayCertificates({ news }: { news: CertificateNews }) {
  const t = useT();
  const { query, may } = useDesk();
  const rows = [
    { name: "sentBack", icon: "alert", tone: "persimmon", text: t("certificates.todaySentBack") },
    { name: "ending", icon: "bell", tone: "honey", text: t("certificates.todayEnding") },
    { name: "draft", icon: "pencil", tone: "indigo", text: t("certificates.todayDraft") },
  ] as const;
  const shown = rows.filter(({ name }) => news[name] > 0);
  if (shown.length === 0 || !may("certificate.submit")) return null;
  return (
    <WorkList title={t("certificates.listTitle")}>
      {shown.map(({ name, ...row }) => (
        <WorkRow
          key={name}
          {...row}
          href={paths.certificates(query)}
          shape="count"
          amount={news[name]}
          isQuiet={false}
        />
      ))}
    </WorkList>
  );
}
