import { viVN } from '@mui/material/locale';
import { createTheme } from '@mui/material/styles';
import { viVN as gridViVN } from '@mui/x-data-grid/locales';
import { components } from './theme-components.ts';
import { colours } from './tokens.ts';

const fontFamily = 'var(--font)';

/** Type sizes in px: nothing is smaller than 12. */
const text = (size: number, line: number, weight: number) => ({
  fontSize: `${size}px`,
  lineHeight: `${line}px`,
  fontWeight: weight,
  letterSpacing: 0,
});

/** Nothing moves longer than 150 ms, and not at all where the system asks for stillness. */
const durations = {
  shortest: 80,
  shorter: 100,
  short: 120,
  standard: 150,
  complex: 150,
  enteringScreen: 120,
  leavingScreen: 100,
};
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** MUI in the clothes of `tokens.ts`; the attribute `data-theme` on the root element swaps light and dark. */
export const theme = createTheme(
  {
    cssVariables: { colorSchemeSelector: '[data-theme="%s"]', cssVarPrefix: 'mui' },
    colorSchemes: { light: { palette: palette('light') }, dark: { palette: palette('dark') } },
    shape: { borderRadius: 8 },
    spacing: 4,
    transitions: still ? { create: () => 'none' } : { duration: durations },
    typography: {
      fontFamily,
      fontWeightRegular: 400,
      fontWeightMedium: 500,
      fontWeightBold: 600,
      h1: text(20, 28, 600),
      h2: text(15, 20, 600),
      h3: text(14, 20, 600),
      h4: text(40, 44, 600),
      h5: text(28, 36, 600),
      h6: text(20, 28, 600),
      subtitle1: text(15, 22, 600),
      subtitle2: text(14, 20, 600),
      body1: text(15, 22, 400),
      body2: text(13, 20, 400),
      button: { ...text(14, 20, 500), textTransform: 'none' },
      caption: text(12, 16, 500),
      overline: { ...text(13, 20, 500), textTransform: 'none' },
    },
    components,
  },
  viVN,
  gridViVN,
);

function palette(scheme: keyof typeof colours) {
  const c = colours[scheme];
  return {
    primary: { main: c.accent, dark: c.accent2, light: c.accentLine, contrastText: c.onAccent },
    secondary: { main: c.count, contrastText: c.onCount },
    success: { main: c.ok, contrastText: c.surface },
    warning: { main: c.due, contrastText: c.surface },
    error: { main: c.late, contrastText: c.surface },
    info: { main: c.wait, contrastText: c.surface },
    background: { default: c.bg, paper: c.surface },
    text: { primary: c.ink, secondary: c.ink2, disabled: c.ink3 },
    divider: c.line,
    action: { hover: c.hover, selected: c.accentSoft },
  };
}
