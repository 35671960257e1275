/** Paths of files as they name each other, also where there is no disk. Windows parts folders by either slash. */

/** The path of a file that another names: as written where it begins at a root, or else beside the other. */
export function besideFile(file: string, path: string): string {
  if (ROOT.test(path)) return path;
  const [folder = ''] = /^.*[\\/]/s.exec(file) ?? [];
  return plainPath(`${folder}${path}`);
}

/** The same path without steps that lead nowhere: `a/../b` and `./b` are `b`. */
export function plainPath(path: string): string {
  const [root = ''] = ROOT.exec(path) ?? [];
  const steps: string[] = [];
  for (const step of path.slice(root.length).split(/[\\/]/)) {
    if (step === '' || step === '.') continue;
    const isBack = step === '..' && steps.length > 0 && steps.at(-1) !== '..';
    if (isBack) steps.pop();
    else if (step !== '..' || root === '') steps.push(step);
  }
  return `${root}${steps.join('/')}` || '.';
}

const ROOT = /^(?:[A-Za-z]:)?[\\/]/;
