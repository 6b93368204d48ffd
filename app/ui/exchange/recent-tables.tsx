import type { ImportStatus } from "~/domain/exchange/table-columns";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Recent = { id: string; fileName: string; uploadedAt: number; status: ImportStatus };

/** Tables that were brought in, the newest first. */
export function RecentTables({ imports }: { imports: readonly Recent[] }) {
  const t = useT();
  const mark = useMark();
  if (imports.length === 0) return null;
  return (
    <section className="mt-6 border-t border-line pt-6">
      <h2 className="text-xl">{t("exchange.recent")}</h2>
      <p className="text-soft">{t("exchange.recentText")}</p>
      <ul className="mt-2">
        {imports.map(({ id, fileName, uploadedAt, status }) => (
          <li key={id} className="border-b border-line">
            <a className="block min-h-12 py-3" href={paths.productImport(id)}>
              <span className="block font-semibold wrap-anywhere">{mark(fileName)}</span>
              <span className="num text-soft">
                <LocalTime instant={uploadedAt} /> · {t(`exchange.status_${status}`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
