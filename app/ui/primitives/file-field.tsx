import { ariaOf, FieldFrame, type FieldProps } from "./form";

/** Chooses one file; its form must be `multipart/form-data`. Browsers do not let a page show it again. */
export function FileField(props: FieldProps & { accept: string }) {
  const { field } = props;
  return (
    <FieldFrame {...props}>
      <input id={field.id} name={field.name} type="file" accept={props.accept} {...ariaOf(props)} />
    </FieldFrame>
  );
}
