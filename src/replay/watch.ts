/**
 * A view of a context that tells which of its fields are read and written through it; what is written reaches the
 * context. Fields are dotted paths, `staff.ceiling`; a field's value is handed out as it is.
 */
export function watched<Context extends object>(
  context: Context,
  fields: ReadonlySet<string>,
  onRead: (field: string) => void,
  onWrite: (field: string) => void = () => {},
): Context {
  return view(context, '');

  function view<T extends object>(part: T, path: string): T {
    // The proxy stands before an empty object, not before the part: what Immer has frozen may not be seen otherwise.
    return new Proxy(Object.create(null), {
      get: (_, key) => take(key),
      set: (_, key, value) => {
        onWrite(`${path}${String(key)}`);
        return Reflect.set(part, key, another(value));
      },
      has: (_, key) => Reflect.has(part, key),
      ownKeys: () => Reflect.ownKeys(part),
      getOwnPropertyDescriptor: (_, key) =>
        Reflect.has(part, key) ? { configurable: true, enumerable: true, value: take(key) } : undefined,
    });

    function take(key: string | symbol): unknown {
      const value: unknown = Reflect.get(part, key);
      const field = `${path}${String(key)}`;
      if (fields.has(field)) {
        onRead(field);
        return value;
      }
      return typeof value === 'object' && value !== null ? view(value, `${field}.`) : value;
    }
  }
}

/** A copy, so that a range set to what it was counts as written, whether or not it is the same object. */
function another(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === 'object' && value !== null ? { ...value } : value;
}

/** The field that a path of keys lies in or is, null where it is none. */
export function fieldOf(path: readonly (string | number)[], fields: ReadonlySet<string>): string | null {
  for (let length = path.length; length > 0; length--) {
    const field = path.slice(0, length).join('.');
    if (fields.has(field)) return field;
  }
  return null;
}
