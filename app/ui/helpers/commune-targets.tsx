import type { CommuneTarget } from "~/domain/households/types-helpers";
import { useMark } from "~/ui/in-language";
import { TargetLine } from "./target-line";

/** What communes are asked for, and how far each has come. */
export function CommuneTargets({ targets }: { targets: readonly CommuneTarget[] }) {
  const mark = useMark();
  return (
    <ul className="mt-2">
      {targets.map(({ commune, ...target }) => (
        <li key={commune.code} className="mt-3">
          <p className="font-semibold">{mark(commune.name, "vi")}</p>
          <p>
            <TargetLine target={target} />
          </p>
        </li>
      ))}
    </ul>
  );
}
