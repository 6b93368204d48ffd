import type { Checklist } from "~/domain/joining/types";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ItemMark } from "./item-mark";
import { ItemReason } from "./item-reason";

/** A household's list for the officer, each item leading to where it is decided about. */
export function OfficerChecklist({ slug, checklist }: { slug: string; checklist: Checklist }) {
  const t = useT();
  const inBoth = useBilingual();
  return (
    <ol className="mt-4 border-t border-line">
      {checklist.items.map((item) => (
        <li key={item.id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 className="min-w-0 flex-1 basis-60 text-lg">
              <a
                className="inline-flex min-h-12 items-center underline"
                href={paths.householdJoiningItem(slug, item.id)}
              >
                {inBoth(item.titleVi, item.titleEn)}
              </a>
            </h2>
            <ItemMark item={item} />
          </div>
          <p className="text-sm text-soft">
            {t(`joining.kind_${item.kind}`)} ·{" "}
            {t(item.isRequired ? "joining.required" : "joining.notRequired")}
          </p>
          <ItemReason item={item} />
        </li>
      ))}
    </ol>
  );
}
