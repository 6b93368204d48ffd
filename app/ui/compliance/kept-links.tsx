import type { KeptLine } from "~/domain/compliance/types";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The copies that are kept of what a page is about; nothing where there are none. */
export function KeptLinks({ kept }: { kept: readonly KeptLine[] }) {
  const t = useT();
  const mark = useMark();
  if (kept.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="kept">
      <h2 id="kept" className="text-xl">
        {t("compliance.keptTitle")}
      </h2>
      <ul className="mt-1">
        {kept.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            <a
              className="inline-flex min-h-12 items-center underline wrap-anywhere"
              href={paths.keptContent(one.id)}
            >
              <span>{mark(one.title, "vi")}</span>
            </a>{" "}
            <span className="text-soft">
              {t("compliance.keptTaken")}: <LocalTime instant={one.takenAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
