import type { ReactNode } from "react";

const TONES = {
  good: "border-leaf bg-leaf-tint",
  attention: "border-persimmon bg-persimmon-tint",
  plain: "border-line bg-raised",
} as const;

/** A message about what just happened or what needs the reader; `attention` is announced at once. */
export function Notice(props: { tone: keyof typeof TONES; title?: string; children?: ReactNode }) {
  return (
    <div
      role={props.tone === "attention" ? "alert" : "status"}
      className={`my-4 rounded border-l-4 px-4 py-3 ${TONES[props.tone]}`}
    >
      {props.title ? <p className="font-semibold">{props.title}</p> : null}
      {props.children}
    </div>
  );
}

/** Why what the reader sent was not taken. It has the focus when the page opens: keyboards and voices start here. */
export function Refusal(props: { title: string; children?: ReactNode }) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is the answer to a form: this is what it says
      autoFocus
      className={`my-4 rounded border-l-4 px-4 py-3 ${TONES.attention}`}
    >
      <p className="font-semibold">{props.title}</p>
      {props.children}
    </div>
  );
}

/** What a page shows when there is nothing yet, with the way on. */
export function EmptyState(props: { title: string; children?: ReactNode }) {
  return (
    <div className="card my-6 px-6 py-10 text-center">
      <p className="text-lg font-semibold">{props.title}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-3">{props.children}</div>
    </div>
  );
}
