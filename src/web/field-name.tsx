/** The name of a field, which may go on on the next line where one of its words ends, and nowhere else. */
import { Fragment } from 'preact';

export function FieldName({ field }: { readonly field: string }) {
  const [first, ...others] = field.split(/(?<=\.)|(?=\p{Lu})/u);
  return (
    <>
      {first}
      {others.map((part, index) => (
        // Parts keep their places: the same name has always the same ones.
        <Fragment key={`${index} ${part}`}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
