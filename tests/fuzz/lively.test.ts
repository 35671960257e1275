import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCorrupted, anyGarbage, anyTruncated } from './bytes.ts';
import { anyFolder } from './folders.ts';
import { anyEdited } from './lines.ts';
import { fromMemory } from './sound.ts';
import { anyReplaced } from './trees.ts';

/** How the messages begin that a dossier can provoke. */
const MESSAGES =
  `a sign that is not text|not UTF-8|UTF-16, not UTF-8|no such file|empty|not a list of acts|nested more than|a second document
a quotation mark that is never closed|[ without its ]|{ without its }|text that begins with|not an escape|* or & without a name
an alias with a name|a second & for one value|tags have no meaning|a line that begins with %|a field in another column
an entry in another column|a line of text indented less|a list entry where a field|a second colon|text that runs on|no comma between
a field name of more than|no colon after it|neither a list entry|no space after the colon|# right after a value|no --- after the lines
a field or an entry in the line of ---|& or ! with no space|text right after|] that closes nothing|} that closes nothing
a comma with nothing|a line that belongs to nothing|more text after the end|a tab in the indentation|half a character|not a field name
no field name|a second "|nothing above has the name|an alias within|aliases that repeat|unknown field|missing|not the right form
not an event:|not an event type|not a text|not a name|not a date|not a day|not one exact day|not a count|not yes or no|not one of the words
no source|open at one end|no such party|no such subject|no such event|nothing that can happen|a second act by this name|type: missing
recorded before what it changes`.split(/[|\n]/);

test('both kinds of answer are frequent, and most messages are provoked', () => {
  const families = [anyGarbage, anyTruncated, anyCorrupted, anyFolder, anyEdited, anyReplaced];
  const answers = families.flatMap((family) => fc.sample(family, 80).map(fromMemory));
  const records = answers.filter(({ kind }) => kind === 'record').length / answers.length;
  expect(records).toBeGreaterThan(0.05);
  expect(records).toBeLessThan(0.7);

  const told = new Set(
    answers.flatMap((answer) => (answer.kind === 'problems' ? answer.problems.map(({ what }) => what) : [])),
  );
  const never = MESSAGES.filter((message) => ![...told].some((what) => what.startsWith(message)));
  expect(never.length, `never told: ${never.join(' | ')}`).toBeLessThan(0.4 * MESSAGES.length);
});
