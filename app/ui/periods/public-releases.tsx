import { hasMissed, punctualityOf, type Release } from "~/domain/statistics/releases";
import { useT } from "~/ui/site";
import { ReleaseSteps } from "./release-history";
import { momentText, releaseName } from "./release-texts";

/** For everybody: when the next months are published, and how the year behind kept what it had announced. */
export function PublicReleases(props: { next: readonly Release[]; past: readonly Release[] }) {
  const t = useT();
  const { next, past } = props;
  const [first, ...rest] = next;
  return (
    <section className="mt-12" id="releases">
      <h2 className="text-2xl">{t("releases.publicHeading")}</h2>
      <p className="mt-2 max-w-prose text-lg">
        {first ? lineOf("releases.publicNext", first) : t("releases.publicNone")}
      </p>
      {first && first.steps.length > 1 ? <ReleaseSteps release={first} isPublic /> : null}
      {rest.length > 0 ? (
        <>
          <h3 className="mt-4 text-lg">{t("releases.publicThen")}</h3>
          <ul className="mt-1 grid gap-1">
            {rest.map((release) => (
              <li key={`${release.month} ${release.afterEdition}`}>
                {lineOf("releases.publicThenLine", release)}
                {release.steps.length > 1 ? <ReleaseSteps release={release} isPublic /> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {past.length > 0 ? <Past past={past} /> : null}
    </section>
  );

  function lineOf(key: "releases.publicNext" | "releases.publicThenLine", release: Release) {
    const name = releaseName(t, release);
    const isFirst = key === "releases.publicNext";
    return t(key, {
      what: isFirst ? name.slice(0, 1).toLowerCase() + name.slice(1) : name,
      moment: momentText(t, release.dueAt ?? 0),
    });
  }
}

function Past({ past }: { past: readonly Release[] }) {
  const t = useT();
  return (
    <>
      <h3 className="mt-6 text-lg">{t("releases.publicPast")}</h3>
      <p className="max-w-prose text-soft">{t("releases.publicPastLead")}</p>
      <ul className="mt-3 grid gap-4">
        {past.map((release) => (
          <li key={`${release.month} ${release.afterEdition}`}>
            <PastRelease release={release} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PastRelease({ release }: { release: Release }) {
  const t = useT();
  const { publishedAt, dueAt, steps } = release;
  const kept = punctualityOf(release);
  const isPlain = kept === "punctual" && steps.length === 1 && !hasMissed(release);
  return (
    <>
      <p>
        <strong>{releaseName(t, release)}.</strong>{" "}
        {t(`releases.kept_${kept}`, {
          published: publishedAt === null ? "" : momentText(t, publishedAt),
          due: dueAt === null ? "" : momentText(t, dueAt),
        })}
      </p>
      {isPlain ? null : <ReleaseSteps release={release} isPublic />}
    </>
  );
}
