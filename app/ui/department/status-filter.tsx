import { useT } from "~/ui/site";

/** Links that narrow a list to one state; each has an address of its own. */
export function StatusFilter(props: {
  options: readonly { href: string; text: string; isCurrent: boolean }[];
}) {
  const t = useT();
  return (
    <nav aria-label={t("department.filterLabel")} className="mt-4">
      <ul className="flex flex-wrap gap-2">
        {props.options.map((option) => (
          <li key={option.href}>
            <a
              href={option.href}
              aria-current={option.isCurrent ? "page" : undefined}
              className="inline-flex min-h-12 items-center rounded-full border border-line px-4 text-ink no-underline hover:underline aria-[current=page]:border-indigo aria-[current=page]:bg-indigo-tint aria-[current=page]:font-semibold"
            >
              {option.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
