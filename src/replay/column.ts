/** Numbers in one array that grows: four bytes each, where the field of an object would take eight and its header. */

/** A column in the making; what lies beyond `length` in its numbers means nothing. */
export interface Column<Numbers> {
  readonly length: number;
  readonly numbers: Numbers;
  readonly push: (value: number) => void;
}

/** An empty column of whole numbers below zero and above. */
export function signedColumn(): Column<Int32Array> {
  return growing(new Int32Array(FIRST), (length) => new Int32Array(length));
}

/** An empty column of whole numbers from zero up to 2³² − 1. */
export function column(): Column<Uint32Array> {
  return growing(new Uint32Array(FIRST), (length) => new Uint32Array(length));
}

/** What stands at a place where something does. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`nothing stands at ${index} of ${values.length}`);
  return value;
}

const FIRST = 16;

function growing<Numbers extends Int32Array | Uint32Array>(
  empty: Numbers,
  ofLength: (length: number) => Numbers,
): Column<Numbers> {
  let numbers = empty;
  let length = 0;
  return {
    get length() {
      return length;
    },
    get numbers() {
      return numbers;
    },
    push: (value) => {
      if (length === numbers.length) {
        const wider = ofLength(Math.ceil(length * 1.5));
        wider.set(numbers);
        numbers = wider;
      }
      numbers[length] = value;
      length += 1;
    },
  };
}
