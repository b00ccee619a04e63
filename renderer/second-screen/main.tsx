import '../fonts.css';
import '../global.css';
import './second-screen.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followColours } from '../follow-colours.ts';
import { RatingTablet } from './RatingTablet.tsx';
import { SecondScreen } from './SecondScreen.tsx';

followColours();

const root = document.getElementById('root');
if (root === null) throw new Error('No #root');
createRoot(root).render(
  <StrictMode>
    {window.location.pathname === '/man-hinh/danh-gia' ? <RatingTablet /> : <SecondScreen />}
  </StrictMode>,
);
