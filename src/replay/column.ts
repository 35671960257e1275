/** Numbers in one array that grows: four bytes each, where the field of an object would take eight and its header. */
import { type DayNumber, type DayNumbers, dayNumbers } from '../time/day.ts';

/** A column in the making; what lies beyond `length` in its numbers means nothing. */
export interface Column<Numbers extends { [place: number]: number }> {
  readonly length: number;
  readonly numbers: Numbers;
  readonly push: (value: Numbers[number]) => void;
}

/** An empty column of days. */
export function dayColumn(): Column<DayNumbers> {
  return growing<DayNumber, DayNumbers>(dayNumbers);
}

/** An empty column of whole numbers below zero and above. */
export function signedColumn(): Column<Int32Array> {
  return growing<number, Int32Array>((length) => new Int32Array(length));
}

/** An empty column of whole numbers from zero up to 2³² − 1. */
export function column(): Column<Uint32Array> {
  return growing<number, Uint32Array>((length) => new Uint32Array(length));
}

/** What stands at a place where something does. */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`nothing stands at ${index} of ${values.length}`);
  return value;
}

const FIRST = 16;

function growing<Value extends number, Numbers extends { readonly length: number; [place: number]: Value }>(
  ofLength: (length: number) => Numbers,
) {
  let numbers = ofLength(FIRST);
  let length = 0;
  return {
    get length() {
      return length;
    },
    get numbers() {
      return numbers;
    },
    push: (value: Value) => {
      if (length === numbers.length) {
        const wider = ofLength(Math.ceil(length * 1.5));
        for (let place = 0; place < length; place++) wider[place] = at(numbers, place);
        numbers = wider;
      }
      numbers[length] = value;
      length += 1;
    },
  };
}
