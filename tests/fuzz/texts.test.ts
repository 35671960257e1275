import { fuzz } from './fuzz.ts';
import { anyEdited } from './lines.ts';
import { soundInMemory } from './sound.ts';
import { anyReplaced } from './trees.ts';

fuzz('a dossier with its lines edited is answered', 0.25, anyEdited, soundInMemory);
fuzz('a dossier with its values replaced is answered', 0.25, anyReplaced, soundInMemory);
