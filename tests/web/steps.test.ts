import { expect, test } from 'vitest';
import { firstStep, nextStep, stepBack } from '../../src/web/what-if/steps.ts';

test('each step of a form can be taken back, up to the first text', () => {
  const steps = nextStep(nextStep(firstStep('a'), 'b', 'form'), 'c', 'form');
  expect(stepBack(steps).text).toBe('b');
  expect(stepBack(stepBack(steps)).text).toBe('a');
  expect(stepBack(stepBack(stepBack(steps)))).toEqual(firstStep('a'));
});

test('what is written by hand in one go is one step', () => {
  const written = nextStep(nextStep(nextStep(firstStep('a'), 'ab', 'hand'), 'abc', 'hand'), 'x', 'form');
  expect(stepBack(written).text).toBe('abc');
  expect(stepBack(stepBack(written)).text).toBe('a');
});

test('what is written after a step was taken back is a step of its own', () => {
  const back = stepBack(nextStep(nextStep(firstStep('a'), 'b', 'hand'), 'c', 'form'));
  expect(stepBack(nextStep(back, 'bx', 'hand')).text).toBe('b');
});

test('a text that stays the same is no step', () => {
  expect(nextStep(firstStep('a'), 'a', 'form')).toEqual(firstStep('a'));
});

test('only so many steps are kept', () => {
  let steps = firstStep('0');
  for (let number = 1; number <= 300; number++) steps = nextStep(steps, String(number), 'form');
  expect(steps.before).toHaveLength(200);
  expect(stepBack(steps).text).toBe('299');
});
