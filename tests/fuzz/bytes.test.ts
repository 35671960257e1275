import { anyCorrupted, anyGarbage, anyTruncated } from './bytes.ts';
import { anyFolder } from './folders.ts';
import { fuzz } from './fuzz.ts';
import { soundInMemory, soundOnDisk } from './sound.ts';

fuzz('any bytes in place of a file are answered', 0.2, anyGarbage, soundInMemory);
fuzz('a dossier that ends at any byte is answered', 0.1, anyTruncated, soundInMemory);
fuzz('a dossier with a few bytes changed is answered', 0.2, anyCorrupted, soundInMemory);
fuzz('a folder of any files is answered', 0.1, anyFolder, soundOnDisk);
