import { TEXTS, type Language } from "./texts";

/** Text that may stand in HTML; what is already HTML is wrapped, so that nothing is escaped twice or not at all. */
export class Html {
  constructor(readonly markup: string) {}
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const asMarkup = (value: string | Html | Html[]): string => {
    if (Array.isArray(value)) return value.map((one) => one.markup).join("");
    if (value instanceof Html) return value.markup;
    return value.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
  };
  return new Html(
    parts.map((part, i) => part + (i < values.length ? asMarkup(values[i] ?? "") : "")).join(""),
  );
}

/** Deliberately unlike Stripe's and unlike the shop's: nobody should take it for either. */
const STYLES = new Html(`
:root { color-scheme: light dark; --ground: #fff; --ink: #1d1f2b; --line: #b9bccb; --edge: #757990; --act: #3b3f8f; --bad: #a3201d; --note: #fff3c4; --note-ink: #4a3700; }
@media (prefers-color-scheme: dark) { :root { --ground: #15161f; --ink: #eceef5; --line: #565a70; --edge: #8b90a8; --act: #aab0ff; --bad: #ffb0a8; --note: #4a3a00; --note-ink: #ffedb3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, .note { max-width: 32rem; margin: 0 auto; padding: 1rem; }
.band { background: var(--note); color: var(--note-ink); border-bottom: 3px dashed currentColor; }
.note p { margin: 0; font-weight: 600; }
h1 { font-size: 1.4rem; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:last-child { text-align: right; white-space: nowrap; padding-left: 1rem; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
label { display: block; margin: 1rem 0 0; font-weight: 600; }
input { display: block; width: 100%; min-height: 3rem; margin-top: 0.25rem; padding: 0.5rem 0.75rem; font: inherit; font-weight: 400; color: inherit; background: transparent; border: 1px solid var(--edge); border-radius: 0.4rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0 1rem; align-items: end; }
button, a.button { display: block; width: 100%; min-height: 3rem; margin-top: 1rem; padding: 0.6rem 1rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; color: var(--ground); background: var(--act); border: 2px solid var(--act); border-radius: 0.4rem; }
button.quiet, a.button.quiet { color: var(--act); background: transparent; }
.cards button { text-align: left; font-weight: 400; margin-top: 0.5rem; border-width: 1px; }
.cards b { display: block; font-variant-numeric: tabular-nums; }
.error { border-left: 4px solid var(--bad); color: var(--bad); padding: 0.5rem 0.75rem; font-weight: 600; margin: 1rem 0 0; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`);

export function layout(language: Language, title: string, content: Html): string {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} (stripe-mock)</title>
        <style>
          ${STYLES}
        </style>
      </head>
      <body>
        <header class="band">
          <div class="note"><p>${say("standIn")}</p></div>
        </header>
        <main>${content}</main>
      </body>
    </html> `.markup;
}
