import { variables } from './tokens.ts';

/** A page without the theme wears the colours that this machine has, light or dark, also when they change. */
export function followColours(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const wear = () => {
    for (const [name, value] of Object.entries(variables(dark.matches ? 'dark' : 'light')))
      document.documentElement.style.setProperty(name, value);
  };
  wear();
  dark.addEventListener('change', wear);
}
