import { useT } from "~/ui/site";

const MOST = 5;

/** `★★★★☆`, drawn; said in words to whoever does not see it. */
export function StarText({ stars }: { stars: number }) {
  const t = useT();
  return (
    <span className="whitespace-nowrap text-honey">
      <StarMarks stars={stars} />
      <span className="sr-only">{t("reviews.starsOf", { stars })}</span>
    </span>
  );
}

/** The stars alone, beside words that say the same. */
export function StarMarks({ stars }: { stars: number }) {
  return <span aria-hidden="true">{"★".repeat(stars) + "☆".repeat(MOST - stars)}</span>;
}
