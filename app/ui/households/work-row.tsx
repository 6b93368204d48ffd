import type { ReactNode } from "react";
import { Icon, TONES, type IconName, type Tone } from "./icon";

/** One kind of work: icon, number, word, and the whole row to press. */
export function WorkRow(props: {
  href: string;
  icon: IconName;
  tone: Tone;
  amount: ReactNode;
  text: string;
  /** A count stands before its word, a sum of money above it. */
  shape: "count" | "sum";
  isQuiet: boolean;
}) {
  const tone = props.isQuiet ? TONES.quiet : TONES[props.tone];
  return (
    <li className="border-b border-line">
      <a
        href={props.href}
        className="flex min-h-20 items-center gap-3 py-3 sm:gap-4 text-ink no-underline hover:underline"
      >
        <span
          className={`flex size-[min(3rem,13vw)] sm:size-14 shrink-0 items-center justify-center rounded-full ${tone}`}
        >
          <Icon name={props.icon} />
        </span>
        <span
          className={`grow ${props.shape === "count" ? "flex flex-wrap items-baseline gap-x-3" : ""}`}
        >
          <span
            className={`num block font-bold ${props.shape === "count" ? "min-w-8 shrink-0 text-3xl" : "text-[min(1.25rem,8vw)] sm:text-2xl"} ${props.isQuiet ? "text-soft" : ""}`}
          >
            {props.amount}
          </span>
          <span className={`block text-lg ${props.shape === "count" ? "grow basis-28" : ""}`}>
            {props.text}
          </span>
        </span>
        <span aria-hidden="true" className="text-2xl text-soft">
          ›
        </span>
      </a>
    </li>
  );
}

export function WorkList(props: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{props.title}</h2>
      <ul className="mt-2 border-t border-line">{props.children}</ul>
    </section>
  );
}
