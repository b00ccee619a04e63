import '../fonts.css';
import '../global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followColours } from '../follow-colours.ts';
import { PairingPage } from './PairingPage.tsx';

followColours();

const root = document.getElementById('root');
if (root === null) throw new Error('No #root');
createRoot(root).render(
  <StrictMode>
    <PairingPage />
  </StrictMode>,
);
