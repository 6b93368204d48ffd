import { useT } from "~/ui/site";

/** Work that runs on while the page asks for itself again (`Refresh` in its head), and by a link for whoever stopped that. */
export function WorkProgress({ done, href }: { done: number; href: string }) {
  const t = useT();
  const percent = Math.floor(Math.min(1, done) * 100);
  return (
    <section className="card mt-6 max-w-2xl px-4 py-4">
      <h2 className="text-xl">{t("periods.workHeading")}</h2>
      <p className="mt-2">{t("periods.workText")}</p>
      <label className="mt-4 block font-semibold" htmlFor="work-progress">
        {t("periods.workDone", { percent: String(percent) })}
      </label>
      <progress id="work-progress" className="mt-1 w-full" max={100} value={percent} />
      <p className="mt-4">
        <a className="button button-quiet" href={href}>
          {t("periods.workAgain")}
        </a>
      </p>
    </section>
  );
}
