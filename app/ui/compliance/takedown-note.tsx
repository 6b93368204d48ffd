import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Where what was taken down is kept, and for how long. */
export function TakedownNote() {
  const t = useT();
  return (
    <section className="card mt-6 max-w-prose px-4 py-3" aria-labelledby="takedown-kept">
      <h2 id="takedown-kept" className="text-lg font-semibold">
        {t("compliance.keptTitle")}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        <li>{t("compliance.keptProducts")}</li>
        <li>
          {t("compliance.keptPosts")}{" "}
          <a className="underline" href={paths.departmentReviews({ status: "taken_down" })}>
            {t("compliance.toTakenDown")}
          </a>
        </li>
      </ul>
      <a className="inline-flex min-h-12 items-center underline" href={paths.keptContents()}>
        {t("compliance.toKept")}
      </a>
    </section>
  );
}
