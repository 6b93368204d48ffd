import type { PreorderStatus } from "~/domain/preorders/preorder-status";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { PreorderStatusMark } from "./preorder-status-mark";

/** A buyer's places on lists, one a row; nothing where there are none. */
export function PreorderList(props: {
  preorders: readonly {
    code: string;
    href: string;
    status: PreorderStatus;
    packCount: number;
    productName: string;
    productNameEn: string | null;
  }[];
}) {
  const t = useT();
  const bilingual = useBilingual();
  if (props.preorders.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby="preorders">
      <h2 id="preorders" className="text-xl">
        {t("preorders.ownTitle")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {props.preorders.map((one) => (
          <li key={one.code} className="border-b border-line">
            <a
              href={one.href}
              className="block min-h-12 py-3 text-ink no-underline hover:underline"
            >
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <strong>{bilingual(one.productName, one.productNameEn)}</strong>
                <PreorderStatusMark status={one.status} />
              </span>
              <span className="num block text-sm text-soft">
                {one.code} · {t("preorders.listPacks", { count: one.packCount })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
