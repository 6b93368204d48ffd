import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Twenty communes a page: which one this is, and the way to the others. */
export function EntryPages(props: { year: string; page: number; pageCount: number }) {
  const t = useT();
  const { year, page, pageCount } = props;
  if (pageCount < 2) return null;
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 1);
  return (
    <nav aria-label={t("targets.pages")} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {numbers.map((number) => (
          <li key={number}>
            <a
              className="button button-quiet num"
              href={paths.targetEntry({ year, page: number })}
              aria-current={number === page ? "page" : undefined}
            >
              {t("targets.page", { number })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
