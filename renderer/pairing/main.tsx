import '../fonts.css';
import '../global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { variables } from '../tokens.ts';
import { PairingPage } from './PairingPage.tsx';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const colour = () => {
  for (const [name, value] of Object.entries(variables(dark.matches ? 'dark' : 'light')))
    document.documentElement.style.setProperty(name, value);
};
colour();
dark.addEventListener('change', colour);

const root = document.getElementById('root');
if (root === null) throw new Error('No #root');
createRoot(root).render(
  <StrictMode>
    <PairingPage />
  </StrictMode>,
);
