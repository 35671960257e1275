/** Whether the page is light or dark: as the system has it, or as its reader chose. */
import { useEffect, useState } from 'preact/hooks';

const themes = { system: 'as the system', light: 'light', dark: 'dark' } as const;

type Choice = keyof typeof themes;

export function Theme() {
  const [theme, choose] = useState(chosenBefore);
  useEffect(() => {
    const show = () => dye(theme);
    // Paper is light.
    const bleach = () => dye('light');
    show();
    addEventListener('beforeprint', bleach);
    addEventListener('afterprint', show);
    return () => {
      removeEventListener('beforeprint', bleach);
      removeEventListener('afterprint', show);
    };
  }, [theme]);
  return (
    <label class="theme">
      Colours{' '}
      <select
        value={theme}
        onChange={({ currentTarget }) => {
          const choice = choiceNamed(currentTarget.value);
          choose(choice);
          remember(choice);
        }}
      >
        {Object.entries(themes).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function dye(theme: Choice): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

function choiceNamed(name: string | null): Choice {
  return name === 'light' || name === 'dark' ? name : 'system';
}

/** Browsers may keep a page from remembering anything, and then throw at the question. */
function chosenBefore(): Choice {
  try {
    return choiceNamed(localStorage.getItem(KEY));
  } catch {
    return 'system';
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // It holds for as long as the page is open.
  }
}

const KEY = 'chancery-theme';
