/** One button that ends a delegation, or takes back what was only asked. */
export function EndForm(props: { action: string; text: string }) {
  return (
    <form method="post" action={props.action} className="mt-3">
      <button className="button button-quiet w-full">{props.text}</button>
    </form>
  );
}
