import type { Components, Theme } from '@mui/material/styles';
import { fieldComponents } from './theme-fields.ts';
import { gridComponents } from './theme-grid.ts';
import { token, variables } from './tokens.ts';

const focusRing = { outline: `2px solid ${token('accent')}`, outlineOffset: 2 };

/** Default props and looks of MUI's parts: flat, dense, hairlines before shadows. */
export const components: Components<Theme> = {
  ...fieldComponents,
  ...gridComponents,
  MuiCssBaseline: {
    styleOverrides: {
      ':root, [data-theme="light"]': variables('light'),
      '[data-theme="dark"]': variables('dark'),
      // Paper is white.
      '@media print': { '[data-theme="dark"]': variables('light') },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible, &:focus-visible': focusRing } },
  },
  MuiButton: {
    defaultProps: { variant: 'outlined', color: 'inherit', disableElevation: true },
    styleOverrides: {
      root: {
        height: 36,
        minWidth: 36,
        padding: '0 12px',
        gap: 8,
        whiteSpace: 'nowrap',
        borderColor: token('line2'),
        backgroundColor: token('surface'),
        '&:hover': { backgroundColor: token('hover'), borderColor: token('controlLine') },
        '&.Mui-disabled': {
          color: token('ink3'),
          backgroundColor: token('sunken'),
          borderColor: token('line'),
        },
        '& .MuiSvgIcon-root': { fontSize: 18, color: token('ink2') },
        '&.Mui-disabled .MuiSvgIcon-root': { color: token('ink3') },
      },
      text: {
        borderColor: 'transparent',
        backgroundColor: 'transparent',
        padding: '0 8px',
        '&.Mui-disabled': { backgroundColor: 'transparent' },
      },
      contained: {
        fontWeight: 600,
        '&.MuiButton-colorPrimary': {
          backgroundColor: token('accent'),
          '&:hover': { backgroundColor: token('accent2') },
          '& .MuiSvgIcon-root': { color: 'inherit' },
        },
        '&.Mui-disabled.MuiButton-colorPrimary': { backgroundColor: token('hover'), color: token('ink3') },
      },
      sizeSmall: { height: 28, padding: '0 8px', fontSize: 13, borderRadius: 6 },
      sizeLarge: { height: 48, fontSize: 16, padding: '0 20px' },
      startIcon: { margin: 0 },
      // A keycap keeps its own size; MUI would scale it like an icon.
      endIcon: { margin: 0, '&& > *:nth-of-type(1)': { fontSize: 12 } },
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small', color: 'inherit' },
    styleOverrides: {
      root: {
        width: 36,
        height: 36,
        borderRadius: 8,
        color: token('ink2'),
        '&:hover': { backgroundColor: token('hover') },
        '& .MuiSvgIcon-root': { fontSize: 20 },
      },
    },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    defaultProps: { transitionDuration: 120, fullWidth: true, maxWidth: 'xs' },
    styleOverrides: {
      paper: { border: `1px solid ${token('line')}`, borderRadius: 8, boxShadow: token('lift'), margin: 16 },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { padding: '16px 20px 4px', fontSize: 20, lineHeight: '28px', fontWeight: 600 } },
  },
  MuiDialogContent: {
    styleOverrides: {
      // MUI takes the space between a title and what stands under it.
      root: { padding: '8px 20px 16px', '.MuiDialogTitle-root + &': { paddingTop: 8 } },
    },
  },
  MuiDialogActions: {
    styleOverrides: {
      root: {
        padding: '12px 20px',
        borderTop: `1px solid ${token('line')}`,
        gap: 8,
        '& > :not(style) ~ :not(style)': { margin: 0 },
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: token('scrim') } } },
  },
  MuiMenu: { defaultProps: { transitionDuration: 80 }, styleOverrides: { paper: raised() } },
  MuiPopover: { defaultProps: { transitionDuration: 80 }, styleOverrides: { paper: raised() } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 36,
        fontSize: 14,
        lineHeight: '20px',
        gap: 8,
        '&.Mui-selected': { backgroundColor: token('accentSoft') },
        '&.Mui-focusVisible': { outlineOffset: -2 },
      },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, disableInteractive: false },
    styleOverrides: {
      tooltip: {
        fontSize: 13,
        lineHeight: '20px',
        fontWeight: 400,
        backgroundColor: token('count'),
        color: token('onCount'),
        borderRadius: 6,
      },
    },
  },
  MuiChip: {
    defaultProps: { size: 'small', variant: 'outlined' },
    styleOverrides: {
      root: {
        height: 28,
        borderRadius: 14,
        fontSize: 13,
        fontWeight: 500,
        borderColor: token('line2'),
        backgroundColor: token('surface'),
      },
      label: { padding: '0 10px' },
      deleteIcon: { color: token('ink3'), fontSize: 16, '&:hover': { color: token('ink') } },
    },
  },
  MuiSkeleton: {
    defaultProps: { animation: 'wave', variant: 'rounded' },
    styleOverrides: { root: { backgroundColor: token('hover') } },
  },
  MuiLink: {
    defaultProps: { color: 'inherit' },
    styleOverrides: {
      root: {
        fontWeight: 500,
        textDecorationColor: token('line2'),
        textUnderlineOffset: 4,
        '&:hover': { textDecorationColor: token('ink') },
      },
    },
  },
};

function raised() {
  return { border: `1px solid ${token('line2')}`, boxShadow: token('lift'), marginTop: 4 };
}
