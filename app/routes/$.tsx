import { notFound } from "~/web/http-errors";

// Without this route an unknown address would not ask the root loader, and the error page not know its language.
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function UnknownPage() {
  return null;
}
