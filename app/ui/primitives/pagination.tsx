import { useT } from "~/ui/site";

/** Plain links to the neighbouring pages. */
export function Pagination(props: {
  page: number;
  pageCount: number;
  hrefOf: (page: number) => string;
}) {
  const t = useT();
  if (props.pageCount <= 1) return null;
  return (
    <nav aria-label={t("common.pageOf", { page: props.page, pages: props.pageCount })}>
      <ul className="my-6 flex flex-wrap items-center justify-center gap-4">
        <li>
          {props.page > 1 ? (
            <a className="button button-quiet" rel="prev" href={props.hrefOf(props.page - 1)}>
              ← {t("common.previousPage")}
            </a>
          ) : null}
        </li>
        <li className="num text-soft">
          {t("common.pageOf", { page: props.page, pages: props.pageCount })}
        </li>
        <li>
          {props.page < props.pageCount ? (
            <a className="button button-quiet" rel="next" href={props.hrefOf(props.page + 1)}>
              {t("common.nextPage")} →
            </a>
          ) : null}
        </li>
      </ul>
    </nav>
  );
}
