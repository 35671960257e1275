/** The name of a field or of its value, which may go on on the next line where one of its parts ends. */
import { Fragment } from 'preact';

export function Parts({ name }: { readonly name: string }) {
  const [first, ...others] = name.split(/(?<=\p{L}\.)(?=\p{L})|(?<=\p{Ll})(?=\p{Lu})/u);
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
